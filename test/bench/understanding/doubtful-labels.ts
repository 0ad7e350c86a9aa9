import type { Miss } from './quality.ts';

/** A label of the corpus that we think wrong, and why. The labels themselves stay as they are and count as misses. */
interface DoubtfulLabel {
  id: string;
  field: string;
  reason: string;
}

const DOUBTFUL: readonly DoubtfulLabel[] = [
  {
    id: 'R050',
    field: 'category',
    reason:
      'three companies that fix prices and shut the others out are a matter of 市场监管, not of finding customers',
  },
  {
    id: 'jio-0177',
    field: 'time_dev.json',
    reason: '腊月18 is the 18th, 2022-01-20; the label is the end of the whole month',
  },
  {
    id: 'jio-0320',
    field: 'time_dev.json',
    reason: 'half a year after 2019-06-01 is 2019-12-01; the label counts five months',
  },
  {
    id: 'jio-0359',
    field: 'time_dev.json',
    reason: 'four weeks are 28 days, as 2星期后 is labelled 14 days; the label adds the rest of that week',
  },
  {
    id: 'Q0632',
    field: 'company',
    reason: '涿州市 and 河北省涉县 both have 供销合作社联合社工业品公司, so it is ambiguous and asking is right',
  },
];

/** Writes which of the misses are labelled wrong, as we think. */
export function doubtfulLabels(misses: readonly Miss[]): string {
  const missed = DOUBTFUL.filter(({ id, field }) => misses.some((miss) => miss.id === id && miss.field === field));
  const lines = missed.map(({ id, field, reason }) => `  ${id}  ${field}: ${reason}\n`);
  return `Labels we think wrong; they count as misses\n${lines.join('') || '  none\n'}\n`;
}
