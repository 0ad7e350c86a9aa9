import type { CleanText } from './clean-text.ts';
import { findDeadline, parseTime, type SaidAt } from './deadline/parse-deadline.ts';
import { dayOf } from '../day.ts';
import type { DeadlineReading, ReplyAction, ReplyReading } from './reading.ts';
import { findReason } from './reason.ts';
import { findTransferUnit } from './transfer.ts';

const NEED_INFO =
  /请(?:您|你|企业|贵|其|反映人|诉求人)?(?:们|公司|单位|方)?(?:尽快|及时|先|再|进一步|详细)?(?:将[^,。]{0,20}(?:具体|详细|明确)|提供|补充|补齐|补报|补正|说明一?下?具体|明确|告知|上传|发一?下|留下?|完善)|(?:需|需要|还需|要|让|麻烦)(?:您|你|企业|贵公司|对方|他们)?(?:们)?(?:再|先|尽快)?(?:提供|补充|补齐|补交|补报|补正)|(?:材料|资料|信息)(?:不|还不|尚不)(?:全|齐|完整|足|详)|(?<!容)缺(?:少|失)?[^,。]{0,10}(?:材料|资料|复印件|原件|证明|合同|对账单|单据|凭证|清单|图纸|附件|签字)|(?:材料|资料|手续)[^,。]{0,4}(?:备齐|备好|补齐|补全|准备好)|(?:没|未)有?留(?:下)?(?:联系|电话)|请[^。]{0,40}(?:报送|报至|报到|送至|寄至|送我|提交至|传至|发至|一并送)|(?:传|发|拿|送)(?:过来|给我|我看)|说清楚|说明[^,。]{0,20}(?:具体|名称|车次|地点)|请(?:您)?(?:致电|来电)|(?:打不通|无法接通|未接通|均未接|联系不上|无人接听)|发个?定位|没(?:这些|这个)[^,。]{0,4}(?:没法|查不)|让(?:企业|他们?|对方)[^。]{0,12}(?:补|交|报|送|发|备)|告知(?:我们)?具体|(?:是)?(?:在)?哪(?:天|年|个村|一?户|笔|批|台|块地)|(?:户号|编号|容量|金额|地址|名称)[^,。]{0,4}(?:多少|是什么)|换一个|(?:具体)?(?:是)?哪(?:家|个)(?:企业|公司|项目|银行|路段|位置)|具体(?:是|指)什么|说(?:得|的)?(?:再)?(?:具体|详细)一?点|信息不明|联系方式(?:是|给|发)|(?:请|麻烦|让|需要?|通知)(?:企业|贵公司|贵单位|您|你们?|对方|他们|反映人)?(?:再|先|尽快|抓紧)?(?:补|补交|交|提交|报|报送|发|传|带|给)(?:一下|一份|一个|个|上|来|齐|我)|(?:问|核实|确认|了解)(?:一下|下|问)?(?:企业|他们|对方)[^,。]{0,12}(?:哪|什么|具体|多少|是否|有没有)/;
const DEFER =
  /延期|推迟|延后|顺延|延缓|宽限|暂缓|缓办|缓一缓|再给(?:我们)?[^,。]{0,6}(?:天|日|周|月)|延长[至到]|延长(?:办理|办结|完成)?(?:期限|时限|时间|\d|[一二三四五六七八九十两])|来不及|赶不上|按期(?:完|办)不(?:成|了|结)|无法按期|不能按期|难以按期|(?<!整)(?:改|延)(?:到|至)(?=[\d一二三四五六七八九十下本明后月年周元国春])|挂起|往后(?:推|延|拖|放)|(?:晚|缓|推|拖)(?:个)?(?:几|两|三|\d+)(?:天|日|周)|再说[。!]?$|够呛|只能(?:列入|等|到|放)[^。]{0,10}(?:明年|下个?月|20\d\d年)|由[^。]{0,14}调整(?:至|到|为)|等[^,。]{2,14}?(?:再|后再)(?:说|办|定|看|议)|(?:恐怕|可能)[^,。]{0,6}(?:完不成|来不及|超期|逾期)/;
const NOT_DEFER = /(?:不|未|无需|不再|不得)(?:会|能|予|同意|申请)?(?:延期|推迟)|(?<!不)同意延期/;
const REJECT =
  /(?<!被|如数|已|予以|全额|给)退回(?!了?(?:多|押金|保证金|费|款|钱|原|给))|不予(?!解决)[一-龥]{2}|不再(?:受理|办理|答复)|(?:投诉|举报|反映)(?:的?(?:问题|情况|内容))?(?:不成立|不属实|不实)|不存在[^。]{0,24}(?:情况|现象|行为|问题)|不(?:能|可)享受|超出[^,。]{0,10}(?:范围|期限|政策)|望(?:您)?(?:予以)?(?:谅解|见谅)|(?:报|补|办|批|弄|享受)不(?:上|了|成)|没法(?:给)?(?:报|办|批|补|弄)|不(?:合|符)(?:规矩|规定|政策|要求|条件)|重复(?:提|报|件|上报)|(?:^|[,。])退[。!]?$|差一截|(?:达不到|未达到|不满足)[^,。]{0,10}(?:条件|标准|要求|规定)|不在[^,。]{0,8}(?:目录|名单|范围)|限制类|淘汰类|建议[^,。]{0,12}(?:司法|法律|诉讼|仲裁)(?:途径|渠道)?|不予(?:受理|支持|办理|考虑)|不(?:属|归)[^,。]{0,12}(?:职责|职能|职权|管辖|范围|管|权限|办)|不(?:属于|归)我|不是我(?:们|局|单位|部门|这)|(?:无法|不能|难以|不便|没法)(?:受理|办理|解决|满足|支持|批准|同意|给予)|不符合|(?:暂无|没有|无)(?:相关|此类|该|调整|这方面|这项|增设|建设|规划|新增|针对)?[^,。]{0,16}(?:计划|政策|依据|规定|安排|预算)|无权|办不了|解决不了|管不了|政策不允许|不具备[^,。]{0,8}条件|不同意|驳回|不受理|不在[^,。]{0,12}范围|做好解释|(?:重复|虚假)(?:反映|诉求|上报)|于法无据|没有(?:法律)?依据|不给办|不能办/;
const HANDED_OVER =
  /(?:已|建议|请|应|拟|需|可|现|直接|帮忙|麻烦)?(?:转交|转办|转给|转送|转派|转由|转至|转请|批转|移交给|移送|交办|交由|派给|改派|流转|推给|派错|责成[^,。]{2,16}?(?:政府|局|委|中心|街道办?|镇|乡|管委会|大队)|你们[^,。]{2,10}?(?:局|委|科|办|中心|处|站|所|队)[^,。]{0,3}(?:看|牵|办|处理|跟|接|来|去|管)|交给[^,。;]{1,12}?(?:办|处理|负责|跟进|落实|牵头|来))|(?:已|建议|应|直接|再|请|^|[,。;])转(?!让|型|账|发|为|入|移|正|好|变|换|告|达|危|企|化|段|产|岗|贷|到正|到下)/;
const SATISFIED =
  /(?:您|企业|公司|诉求人|反映人|负责人|双方|业主|对方|你)[^。;]{0,12}(?:表示|反馈|对)[^。;]{0,14}(?:满意|认可|感谢|没有意见|无异议|没有异议)|可以(?:关闭|销号|结案)|没有遗留|履行(?:完毕|到位)|当场履行|原路返回|办妥了?(?:$|[,。!])/;
const RESOLVED =
  /(?:核发|颁发|发放|退还|退回|支付|拨付|清运|拆除|修复|整治|清理|更换|安装|补发|补办|赔付|赔偿|化解|撤销|恢复|解除|补上|办理|处置)了|可(?:凭|持|到|前往)[^。]{0,24}(?:领取|领证)|在手里了?|完了(?:啊|$|[,。!])|就(?:给)?(?:发|办|批|通|解决|修)了|如数退回|打印完毕|未再(?:发生|接到|发现)|复查[^。]{0,12}(?:未见|合格|正常)|(?:钱|款|资金|补贴)[^。;]{0,16}(?:到的|到账|收到)|一分(?:没|不)少|(?:已|已经|现已|均已|全部|都)(?:全部|顺利|圆满|彻底|基本|协调|妥善|全面|成功|正式|如期|按期|按时|予以|为其|依法|帮助企业|帮企业){0,4}(?:办结|解决|办好|办完|办妥|办理完|完成|处理完|处理好|处理到位|落实到位|整改|拆除|恢复|退费|退款|退还|到账|拨付|发放|支付|兑付|兑现|付清|结清|修复|修好|疏通|清理|清运|接通|通水|通电|通车|通气|供电|供水|开通|签订|签约|批复|审批|取得|拿到|领取|领到|颁发|出证|发证|销号|关停|取缔|补发|补缴|安装|更换|招到|放款|续贷|下发|到位|达成)|(?:解决|办结|办好|办完|搞定|弄好|处理好|落实|修好|通|到账|批下来|拿到|结清|发放|完成)了|办结$|销号$|问题(?:已|得到)[^,。]{0,6}解决|得到(?:妥善|圆满|彻底)?解决|搞定|(?:已经?|昨天|今天|上午|下午|刚|刚刚|都|全)(?:给|把|将|为|帮|替|跟|让)?[^,。;]{0,24}(?:接上|装上|办下来|发给|交给|送到|退给|付给|打给|转给企业|补给|修通|通上|批下|拿到|结清|拆除|清走|安上|换上|补上|招满|招到|签下|放下来)[^,。;]{0,8}了|已(?:于|在|对|将|按|由)[^。;]{0,40}(?:进行|完成|予以)?(?:拆除|整改|修复|解决|办结|支付|拨付|到账|清理|安装|更换|疏通|摆放|完成|处理完|发放|到位|放款|兑付|交付|恢复|开通|办结|供水|供电|通车|发证)|结果[:,]?已/;
const NOT_RESOLVED =
  /(?:未|没有?|尚未|先不|暂不|还不|不能|无法|还没)(?:能|有|被|全部|完全)?(?:办结|解决|完成|办好|到账|落实|到位|处理好)|还差|下一步|接下来|后续(?:将|会|工作)|待[^,。]{1,10}(?:后|再)|办结前|解决方案|部分|仍(?:有|需|在)/;
const ACCEPTED =
  /知悉|记下了?|有数|我们?(?:来)?牵头|认真(?:研究|对待|吸纳|考虑|吸取)|研究吸纳|引以为戒|举一反三|高度重视|逐条研究|收到|收悉|签收|^已?阅(?:处|悉|示|知)?(?:$|[,。!])|知道了|知悉|明白|了解了|^了解[,。!]|就去|马上去|我去|好的|^(?:好|行|可以|嗯|是|ok|okay|同意|照办|遵照)+[,。!~呢吧的]*$|同意|马上办|马上(?:处理|安排|联系|去)|立即(?:办|处理|安排|落实|联系)|我们?来(?:办|处理|跟)|接(?:单|件|了|收)|受理|没问题|这就|在开会|稍后|晚点|下午说|回头|等会|一会儿|我来|尽快(?:办|处理|落实|安排|解决)|抓紧(?:办|处理|落实)|👌|👍|🫡|\[OK\]|\[强\]/i;
const UNDER_WAY =
  /正在|正(?:走|办|协调|抓紧|积极|对接|推进)|推进中|办理中|处理中|进行中|走(?:流程|程序)|进展|进行(?:了)?|开展|增派|派出|部署|印发|制定|出台|督促|约谈|已(?:经)?(?:与|和|向|同|跟|帮|请|联系|对接|上报|安排|协调|沟通|约谈|派|组织|启动|报|开展|成立|召开|制定|列入|赴|到现场|提交|受理)|进入[^,。]{0,8}(?:阶段|环节|程序)|(?:^|[^不存现所])在(?:排查|协调|处理|办|走|研究|对接|核实|调查|跟进|施工|整改|抢修|审|等|催|联系|沟通|推)|(?:去|到|赴)(?:了)?(?:现场|企业|厂里|公司)|现场(?:看|查|核|踏|勘|办公)|论证|报批|上会|排查|调研|摸底|对接|沟通|协商|会商|约(?:了|好|见)|(?:计划|打算|准备)(?:下|明|本|近|于|在|周)|还差|尚需|目前/;

/** What a unit, leader or office says about a case; null when nothing of the kind is said. */
export function readReply(clean: Pick<CleanText, 'folded' | 'asWritten'>, at: SaidAt): ReplyReading | null {
  const text = clean.folded;
  const reason = findReason(text);
  const set = findDeadline(text, at);
  const unit = findTransferUnit(text);
  const action = actionOf(text, { deadline: set ?? promisedTime(text, at), unit });
  if (!action) return null;
  const deadline = deadlineFor(action, text, { set, at });
  return {
    action,
    transferTo: action === 'transfer' || action === 'reject' ? unit : null,
    deadline,
    reason: reason && clean.asWritten(reason),
  };
}

/** 收到 opens a receipt; 同意 in the middle of a long account does not make it one. */
const FEW_WORDS = 24;
const OPENING = 8;

/** What is asked of the enterprise, or was done, sets no term for the unit. */
function deadlineFor(
  action: ReplyAction,
  text: string,
  { set, at }: { set: DeadlineReading | null; at: SaidAt },
): DeadlineReading | null {
  if (action === 'resolve' || action === 'need_info') return null;
  if (action === 'defer' && !set?.date) return parseTime(text, at);
  return set ?? (action === 'commit' ? promisedTime(text, at) : null);
}

/** Short words in which a future time stands with a deed, or that are nothing but a time: 周五放款, 15个工作日. */
const DEED = /给|放款|送|定(?!于)|弄|装|通|出|办|到位|发|批|完|答复|修|来电|解决|拿|交/;
const SHORT_PROMISE = 30;
const TIME_ALONE = 10;

function promisedTime(text: string, at: SaidAt): DeadlineReading | null {
  if (text.length > SHORT_PROMISE || ASKED_OR_DONE.test(text)) return null;
  const time = parseTime(text, at);
  const isPromise = time?.date && time.date >= dayOf(at.said) && (text.length <= TIME_ALONE || DEED.test(text));
  return isPromise ? time : null;
}

const ASKED_OR_DONE = /[?吗呢]|已经?|了[。,!]*$|上会|开会|不用催|收到/;

interface Found {
  deadline: DeadlineReading | null;
  unit: string | null;
}

function actionOf(text: string, { deadline, unit }: Found): ReplyAction | null {
  const closed = RESOLVED.test(text) && !NOT_RESOLVED.test(text);
  if (closed && /^(?:问题)?(?:已|现已|均已)(?:经)?(?:办结|解决|办好|完成)/.test(text)) return 'resolve';
  if (SATISFIED.test(text) && !NOT_RESOLVED.test(text)) return 'resolve';
  if (NEED_INFO.test(text)) return 'need_info';
  if (text.startsWith('进展')) return 'progress';
  // 退回，…，建议转给X: the unit gives it back; where it goes is the office's to say.
  if (/^(?:现)?(?:申请|请求|拟)?退回(?!给|了|多|款)/.test(text)) return 'reject';
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
  const taken = ACCEPTED.exec(text);
  if (taken && (text.length <= FEW_WORDS || taken.index < OPENING)) return 'accept';
  if (UNDER_WAY.test(text)) return 'progress';
  return taken ? 'accept' : null;
}
