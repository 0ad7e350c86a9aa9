import { FLATS, TRANSFORMER } from './cases.ts';
import { type Chapter, note, say, type Sight } from './step.ts';

const SHENGHONG = '盛弘机械包联群';
const GXJ = '市工信局办理群';
const OFFICE = '双创双服办公室';

const see = (chat: string, words: string): Sight => ({ chat, words });
const inPrivate = (words: string): Sight => see('单聊', words);

/** What is left out, misspelt, asked or taken back, and why it was understood as it was. */
export const UNDERSTOOD: Chapter = {
  title: '六、说不全、写错了，也听得懂',
  steps: [
    note('周凯管着两家企业，没说是哪一家。帮企通只问这一句，问题不用重发。'),
    say({
      at: '11-30 09:00',
      who: '周凯',
      chat: null,
      text: '车间变压器容量不够，三天两头跳闸，希望12月10日前解决。',
      sees: [inPrivate('2. 涿州市盛弘铸造有限公司')],
    }),
    say({ at: '11-30 09:01', who: '周凯', chat: null, text: '2', sees: [inPrivate(TRANSFORMER)] }),
    note('部门走访时替企业报，企业名写错了一个字，也对得上；企业在自己的群里会知道。'),
    say({
      at: '11-30 09:10',
      who: '李华',
      chat: GXJ,
      text: '代 盛宏机械 报：新招的20名技工没有地方住，想申请人才公寓',
      sees: [see(GXJ, FLATS), see(SHENGHONG, '【代报告知】')],
    }),
    say({
      at: '11-30 09:12',
      who: '赵敏',
      chat: OFFICE,
      text: `依据 ${FLATS}`,
      sees: [see(OFFICE, '认作：反映问题')],
    }),
    note('问政策的，告诉他去哪里问，不当问题交办；真有困难，回一个词就行。'),
    say({
      at: '11-30 09:15',
      who: '王强',
      chat: SHENGHONG,
      text: '请问人才公寓怎么申请，需要什么条件？',
      sees: [see(SHENGHONG, '您的咨询收到了')],
    }),
    note('撤错了，10分钟内说一声就恢复。'),
    say({ at: '11-30 09:16', who: '王强', chat: SHENGHONG, text: `撤回 ${FLATS}`, sees: [see(SHENGHONG, '撤回')] }),
    say({ at: '11-30 09:18', who: '王强', chat: SHENGHONG, text: `恢复 ${FLATS}`, sees: [see(SHENGHONG, '已恢复')] }),
  ],
};
