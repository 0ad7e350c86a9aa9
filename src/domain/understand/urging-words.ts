import type { CleanText } from './clean-text.ts';
import type { Speaker, Word } from './reading.ts';

const MANY = /^(?:请|麻烦)?(?:批量|一键|集中)?催办[:,\s]*(?<of>[^,。;?]{2,30})[。\s]*$/;
const CONFIRMED = /^(?:确认|确定)催办[。!\s]*$/;
const LATE = /逾期|超期|超时/;
const THIS_WEEK = /本周(?:内)?(?:到期)?|这周(?:到期)?/;
const ALL = /全部|所有|全市/g;
const FILLING = /一下|未办结|在办|到期|问题|事项|[的件,\s]/g;
/** How the names of units end; other words after 催办 speak of one case. */
const UNIT = /^[一-龥]{2,20}(?:局|委|办|院|厅|部|处|所|站|队|馆|会|中心|公司|银行|政府|街道|镇|乡|县|区)$/;

/** 催办 逾期, 催办 市税务局, 催办 本周到期 and 确认催办, said by the office and naming no case. */
export function readUrging({ spaced, numbers }: CleanText, { speaker }: { speaker: Speaker }): Word | null {
  if (speaker !== 'office' || numbers.length > 0) return null;
  if (CONFIRMED.test(spaced)) return { type: 'confirmUrging' };
  const of = MANY.exec(spaced)?.groups?.['of'];
  if (!of) return null;
  const which = LATE.test(of) ? 'overdue' : THIS_WEEK.test(of) ? 'week' : 'open';
  const rest = of.replace(LATE, '').replace(THIS_WEEK, '').replace(ALL, '').replace(FILLING, '');
  if (rest) return UNIT.test(rest) ? { type: 'urgeMany', which, unitName: rest } : null;
  return which !== 'open' || /全部|所有|全市/.test(of) ? { type: 'urgeMany', which, unitName: null } : null;
}
