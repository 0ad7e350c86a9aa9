/** Matches the name of an office, bureau or other body that can be handed a case. */
export const UNIT_NAME = String.raw`[\u4e00-\u9fa5A-Z0-9（）()]{1,16}?(?:局|委员会|委|办公室|编办|信访办|办|部门|中心|厅|院|大队|支队|总队|科|处|政府|街道办?|镇|乡|站|所|银行|集团|公司|专班|管委会|法院|银保监|工会|商会|联合会|联|县|区|市|股|部)`;
const OFFICER = '[\\u4e00-\\u9fa5]{1,2}(?:局长|主任|科长|处长|部长|书记|同志|副)';
const TAIL = String.raw`(?=$|${OFFICER}|[,。;!?\s、和及与会商]|调查|核|办|处|牵头|负责|研|解决|跟进|落实|答复|阅|进行|协调|管(?![委理道])|[一二两三四五六七八九十几\d]家|等|去|来|回复|同志|督|查|$)`;
/** Only 、 parts a list within the pattern: 和 occurs inside names (人力资源和社会保障局), so a second reading joins what follows it. */
const LIST = String.raw`((?:办公室|督查室|${UNIT_NAME})(?:、${UNIT_NAME}){0,5})${TAIL}`;
const ONE_MORE = new RegExp(String.raw`^(?:和|及|与|以及)(${UNIT_NAME})${TAIL}`);

const HANDOVERS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:转交给?|转办给?|转送|转派给?|转由|转至|转请|转到|移交给?|移送|交办给?|交由|派给|分给|转给|改派给?|批转|划转|流转到?|转)(?:至|到|给)?${LIST}`,
  ),
  new RegExp(
    String.raw`(?:请|由|让|责成|交给|交|指定|安排|建议由|要求)(?:局)??${LIST}(?:同志)?[^,。;!?]{0,16}?(?:办理|处理|牵头|负责|调查|核实|核处|研究|落实|解决|会商|跟进|答复|承办|主办|接|阅处|阅办|对接|协调|督办|查处|看一下|看看|去办|来办|办一下)`,
  ),
  new RegExp(String.raw`(?:归|属于|应由|该由|应属|找)${LIST}`),
];

const VAGUE = /^(?:您|你|我|相关|有关|各|责任|其他|上级|属地|本|贵|该|职能|对口|这|那)/;

/** The unit that a case is to go to, as written (several joined by 、); null when none is named. */
export function findTransferUnit(text: string): string | null {
  for (const pattern of HANDOVERS) {
    const match = pattern.exec(text);
    const found = match?.[1];
    if (!match || !found) continue;
    if (VAGUE.test(found)) return null;
    const at = match.index + match[0].indexOf(found) + found.length;
    const more = ONE_MORE.exec(text.slice(at))?.[1];
    return more ? `${found}、${more}` : found;
  }
  return null;
}
