/** 《走访情况》: title, headers and words of its sheet. */

export const VISIT_TITLE = '走访情况';

export const VISIT_HEADERS = {
  leader: '包联领导',
  title: '职务',
  enterprises: '包联企业（家）',
  projects: '包联项目（个）',
  visited: '本期已走访',
  unvisited: '本期未走访',
  rate: '走访率',
  times: '走访次数',
  last: '最近走访',
  daysSince: '距最近走访（天）',
  names: '本期未走访的企业和项目',
} as const;

export const visitNote =
  '包联领导本人或其AB角的走访计入，按走访当天所在的统计期统计；包联关系以名册现状为准；括号内为距上次走访的天数。';

/** So many are named in a cell; the rest is counted. */
const NAMED = 20;

/** 盛弘机械（45天）、华信纺织（尚无走访记录） */
export const unvisitedText = (v: readonly { name: string; daysSince: number | null }[]) => {
  const named = v
    .slice(0, NAMED)
    .map(({ name, daysSince }) => `${name}（${daysSince === null ? '尚无走访记录' : `${daysSince}天`}）`);
  return `${named.join('、')}${v.length > NAMED ? `，另有${v.length - NAMED}家` : ''}`;
};
