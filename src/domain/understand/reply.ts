import type { CleanText } from './clean-text.ts';
import { findDeadline, parseTime, type SaidAt } from './deadline/parse-deadline.ts';
import type { DeadlineReading, ReplyAction, ReplyReading } from './reading.ts';
import { findReason } from './reason.ts';
import { findTransferUnit } from './transfer.ts';

const NEED_INFO =
  /请(?:您|你|企业|贵|其|反映人|诉求人)?(?:们|公司|单位|方)?(?:尽快|及时|先|再|进一步|详细)?(?:将[^,。]{0,20}(?:具体|详细|明确)|提供|补充|补齐|补报|补正|说明一?下?具体|明确|告知|上传|发一?下|留下?|完善)|(?:需|需要|还需|要|让|麻烦)(?:您|你|企业|贵公司|对方|他们)?(?:们)?(?:再|先|尽快)?(?:提供|补充|补齐|补交|补报|补正)|(?:材料|资料|信息)(?:不|还不|尚不)(?:全|齐|完整|足|详)|缺(?:少|失)?[^,。]{0,10}(?:材料|资料|复印件|原件|证明)|(?:具体)?(?:是)?哪(?:家|个)(?:企业|公司|项目|银行|路段|位置)|具体(?:是|指)什么|说(?:得|的)?(?:再)?(?:具体|详细)一?点|信息不明|联系方式(?:是|给|发)/;
const DEFER =
  /延期|推迟|延后|顺延|延缓|宽限|暂缓|缓办|缓一缓|再给(?:我们)?[^,。]{0,6}(?:天|日|周|月)|延长(?:办理|办结|完成)?(?:期限|时限|时间|\d|[一二三四五六七八九十两])|来不及|赶不上|按期(?:完|办)不(?:成|了|结)|无法按期|不能按期|难以按期|(?<!整)(?:改|延)(?:到|至)(?=[\d一二三四五六七八九十下本明后月年周元国春])|挂起|往后(?:推|延)/;
const NOT_DEFER = /(?:不|未|无需|不再|不得)(?:会|能|予|同意|申请)?(?:延期|推迟)|(?<!不)同意延期/;
const REJECT =
  /退回|不予(?:受理|支持|办理|考虑)|不(?:属|归)[^,。]{0,12}(?:职责|职能|职权|管辖|范围|管|权限|办)|不(?:属于|归)我|不是我(?:们|局|单位|部门|这)|(?:无法|不能|难以|不便|没法)(?:受理|办理|解决|满足|支持|批准|同意|给予)|不符合|(?:暂无|没有|无)(?:相关|此类|该|调整|这方面|这项|增设|建设|规划)?[^,。]{0,6}(?:计划|政策|依据|规定|安排|预算)|无权|办不了|解决不了|管不了|政策不允许|不具备[^,。]{0,8}条件|不同意|驳回|不受理|不在[^,。]{0,12}范围|做好解释|(?:重复|虚假)(?:反映|诉求|上报)|于法无据|没有(?:法律)?依据|不给办|不能办/;
const HANDED_OVER =
  /(?:已|建议|请|应|拟|需|可|现|直接|帮忙|麻烦)?(?:转交|转办|转给|转送|转派|转由|转至|转请|批转|移交给|移送|交办|交由|派给|改派|流转)|(?:已|建议|应|直接|再|请|^|[,。;])转(?!让|型|账|发|为|入|移|正|好|变|换|告|达|危)/;
const RESOLVED =
  /(?:已|已经|现已|均已|全部|都)(?:全部|顺利|圆满|彻底|基本|协调|妥善|全面|成功|正式|如期|按期|按时|予以|为其|依法|帮助企业|帮企业){0,4}(?:办结|解决|办好|办完|办妥|办理完|完成|处理完|处理好|处理到位|落实到位|整改|拆除|恢复|退费|退款|退还|到账|拨付|发放|支付|兑付|兑现|付清|结清|修复|修好|疏通|清理|清运|接通|通水|通电|通车|通气|供电|供水|开通|签订|签约|批复|审批|取得|拿到|领取|领到|颁发|出证|发证|销号|关停|取缔|补发|补缴|安装|更换|招到|放款|续贷|下发|到位|达成)|(?:解决|办结|办好|办完|搞定|弄好|处理好|落实|修好|通|到账|批下来|拿到|结清|发放|完成)了|办结$|销号$|问题(?:已|得到)[^,。]{0,6}解决|得到(?:妥善|圆满|彻底)?解决|已(?:于|在|对|将|按|由)[^。;]{0,40}(?:进行|完成|予以)?(?:拆除|整改|修复|解决|办结|支付|拨付|到账|清理|安装|更换|疏通|摆放|完成|处理完)|结果[:,]?已/;
const NOT_RESOLVED =
  /(?:未|没有?|尚未|先不|暂不|还不|不能|无法|还没)(?:能|有|被|全部|完全)?(?:办结|解决|完成|办好|到账|落实|到位|处理好)|还差|办结前|解决方案|部分|仍(?:有|需|在)/;
const ACCEPTED =
  /收到|收悉|签收|^已?阅(?:处|悉|示)?[,。!]*$|知道了|知悉|明白|了解了|好的|^(?:好|行|可以|嗯|是|ok|okay|同意|照办|遵照)+[,。!~呢吧的]*$|同意|马上办|马上(?:处理|安排|联系|去)|立即(?:办|处理|安排|落实|联系)|我们?来(?:办|处理|跟)|接(?:单|件|了|收)|受理|没问题|这就|在开会|稍后|晚点|下午说|回头|等会|一会儿|我来|尽快(?:办|处理|落实|安排|解决)|抓紧(?:办|处理|落实)|👌|👍|🫡|\[OK\]|\[强\]/i;
const UNDER_WAY =
  /正在|正(?:走|办|协调|抓紧|积极|对接|推进)|推进中|办理中|处理中|进行中|走(?:流程|程序)|进展|进行(?:了)?|开展|增派|派出|部署|印发|制定|出台|督促|约谈|已(?:经)?(?:与|和|向|同|跟|帮|请|联系|对接|上报|安排|协调|沟通|约谈|派|组织|启动|报|开展|成立|召开|制定|列入|赴|到现场|提交|受理)|进入[^,。]{0,8}(?:阶段|环节|程序)|还差|尚需|目前/;

/** What a unit, leader or office says about a case; null when nothing of the kind is said. */
export function readReply(clean: Pick<CleanText, 'folded' | 'asWritten'>, at: SaidAt): ReplyReading | null {
  const text = clean.folded;
  const reason = findReason(text);
  const set = findDeadline(text, at);
  const unit = findTransferUnit(text);
  const action = actionOf(text, { deadline: set, unit });
  if (!action) return null;
  const deadline = action === 'defer' && !set?.date ? parseTime(text, at) : action === 'resolve' ? null : set;
  return {
    action,
    transferTo: action === 'transfer' || action === 'reject' ? unit : null,
    deadline,
    reason: reason && clean.asWritten(reason),
  };
}

interface Found {
  deadline: DeadlineReading | null;
  unit: string | null;
}

function actionOf(text: string, { deadline, unit }: Found): ReplyAction | null {
  const closed = RESOLVED.test(text) && !NOT_RESOLVED.test(text);
  if (closed && /^(?:问题)?(?:已|现已|均已)(?:经)?(?:办结|解决|办好|完成)/.test(text)) return 'resolve';
  if (NEED_INFO.test(text)) return 'need_info';
  if (text.startsWith('进展')) return 'progress';
  if (HANDED_OVER.test(text)) return 'transfer';
  if (DEFER.test(text) && !NOT_DEFER.test(text)) return 'defer';
  if (REJECT.test(text)) return 'reject';
  if (unit) return 'transfer';
  return courseOf(text, closed, deadline);
}

/** How far the work is, when nothing else was said. */
function courseOf(text: string, closed: boolean, deadline: DeadlineReading | null): ReplyAction | null {
  if (deadline?.date) return 'commit';
  if (closed) return 'resolve';
  if (NOT_RESOLVED.test(text)) return 'progress';
  if (ACCEPTED.test(text)) return 'accept';
  return UNDER_WAY.test(text) ? 'progress' : null;
}
