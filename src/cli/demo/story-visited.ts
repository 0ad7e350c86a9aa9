import { JOBS } from './cases.ts';
import { type Chapter, note, say } from './step.ts';

const SHENGHONG = '盛弘机械包联群';
const ZHANG = '张明副市长包联专班';

/** A leader goes to see an enterprise, and what is heard there is not lost. */
export const VISITED: Chapter = {
  title: '七、走访一句话记下，发现的问题当场登记',
  steps: [
    note('每月下旬帮企通提醒领导还有哪几家没走访。走访回来说一句就记下；发现的问题按代报登记，企业在群里会知道。'),
    say({
      at: '11-30 11:30',
      who: '张明',
      chat: ZHANG,
      text: '今天上午走访了盛弘机械，了解到新车间缺工30人，希望人社部门帮忙招工',
      sees: [
        { chat: ZHANG, words: `已记录走访：涿州市盛弘机械有限责任公司（11月30日周一）。发现的问题已登记：${JOBS}` },
        { chat: SHENGHONG, words: `【代报告知】${JOBS}` },
      ],
    }),
    say({
      at: '11-30 11:35',
      who: '张明',
      chat: ZHANG,
      text: '走访记录 盛弘机械',
      sees: [{ chat: ZHANG, words: '张明走访涿州市盛弘机械有限责任公司' }],
    }),
  ],
};
