import { DRAIN } from './cases.ts';
import { type Chapter, note, press, say, time } from './step.ts';

const phone = (words: string) => ({ chat: '手机', words });
const inPrivate = (words: string) => ({ chat: '单聊', words });

/** The smallest PNG there is, in place of a photo. */
const PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Cards on telephones, a photo as evidence, the survey as a card of three questions. */
export const PRESSED: Chapter = {
  title: '八、手机上按一下：卡片签收、照片佐证、三问回访',
  phones: true,
  steps: [
    note(
      '配了自建应用，领导和经办人的手机上会收到卡片，按一下就办；前面各章里他们也同时收到，这里才画出来。企业私聊发来的照片是问题的佐证。',
    ),
    say({
      at: '12-01 09:00',
      who: '周凯',
      chat: null,
      text: '涿州市盛弘铸造有限公司反映：厂门口排水沟盖板塌了，货车进不来，请协调修复，联系人周凯，电话13800003333',
      sees: [inPrivate(DRAIN)],
    }),
    say({ at: '12-01 09:01', who: '周凯', chat: null, text: '', picture: PHOTO, sees: [inPrivate('已附上1张图片')] }),
    time('12-01 09:10', phone(`交办 ${DRAIN}`)),
    press({
      at: '12-01 09:15',
      who: '李华',
      card: `交办 ${DRAIN}`,
      key: '收到',
      sees: [phone(`${DRAIN} 已签收`)],
    }),
    say({
      at: '12-02 10:00',
      who: '李华',
      chat: null,
      text: `已办结，12月2日已更换全部盖板，货车可正常通行，联系人李华，电话13800005555 ${DRAIN}`,
      sees: [inPrivate(DRAIN)],
    }),
    note('1个工作日后，反映人的手机上收到三问卡片。答复只有企业和办公室看得到。'),
    time('12-03 08:40', phone(`回访 ${DRAIN}`)),
    press({
      at: '12-03 09:00',
      who: '周凯',
      card: `回访 ${DRAIN}`,
      key: '提交',
      choose: { resolved: '已解决', onTime: '按期', score: '非常满意' },
      sees: [phone('已提交')],
    }),
  ],
};
