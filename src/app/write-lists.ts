import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { refusals } from '../../config/texts/lists.ts';
import { addToLists, finishLists, type ListFilter, startLists } from '../domain/lists/lists.ts';
import { acceptedSince } from '../domain/lists/period.ts';
import { listSheets } from '../domain/lists/sheets.ts';
import { addVisit, type VisitTally, visitRows } from '../domain/lists/visit-rows.ts';
import { visitSheet } from '../domain/lists/visit-sheet.ts';
import { lastDayOf, type ListFrame } from '../domain/lists/standing.ts';
import type { Roster } from '../domain/roster.ts';
import { renderWorkbook } from '../render/workbook.ts';
import { casesForLists } from '../store/case-lists.ts';
import type { Stores } from './context.ts';

/**
 * The workbook of a period's lists: its file in `dir`, or one sentence about why it cannot be made. `names` confines it by names
 * of the register; a leader by name, or by account where two have the same.
 */
export async function writeLists(
  v: ListFrame & { names: ListFilter; dir: string },
  stores: Pick<Stores, 'cases' | 'visits'>,
): Promise<{ file: string } | { refusal: string }> {
  const { period, until, names } = v;
  if (until < period.from) return { refusal: refusals.notBegun({ period: period.name }) };
  const filter = findNames(names, v.roster);
  if ('refusal' in filter) return filter;
  const workbook = await renderWorkbook(await sheetsOf(v, filter, stores));
  const part = partOf(names).map((name) => name.replace(/[^\p{L}\p{N}]+/gu, '_'));
  const file = path.join(v.dir, `${['lists', period.name, ...part].join('-')}.xlsx`);
  await mkdir(v.dir, { recursive: true });
  await writeFile(file, workbook);
  return { file };
}

async function sheetsOf(
  v: ListFrame & { names: ListFilter },
  filter: ListFilter,
  { cases, visits }: Pick<Stores, 'cases' | 'visits'>,
) {
  const tally = startLists(v, filter);
  const span = { from: v.period.from, acceptedSince: acceptedSince(v.period, v.calendar) };
  for await (const told of casesForLists(cases.model, span)) addToLists(tally, told);
  const seen: VisitTally = new Map();
  for await (const visit of visits.until(lastDayOf(v))) addVisit(seen, visit, v);
  const part = partOf(v.names);
  return [...listSheets(finishLists(tally), v, part), visitSheet(visitRows(seen, v, filter), v, part)];
}

function partOf({ county, unit, leader, list }: ListFilter): string[] {
  return [county, unit, leader, list].flatMap((name) => name ?? []);
}

/** The filter with ids for names; a name that nobody has is refused, since an empty list would look like good news. */
function findNames(names: ListFilter, roster: Roster): ListFilter | { refusal: string } {
  const { county, unit, leader, list } = names;
  const subjects = [...roster.subjects.values()];
  if (county && !subjects.some((subject) => subject.county === county)) return unknown('county', county);
  if (list && !subjects.some((subject) => subject.list === list)) return unknown('list', list);
  const unitId = unit && [...roster.units.values()].find(({ name }) => name === unit)?.id;
  if (unit && !unitId) return unknown('unit', unit);
  const leaders = leader ? findLeaders(leader, roster) : [];
  if (leader && leaders.length === 0) return unknown('leader', leader);
  if (leader && leaders.length > 1) return { refusal: refusals.ambiguous({ name: leader }) };
  return { county, list, unit: unitId ?? null, leader: leaders[0] ?? null };
}

function findLeaders(name: string, { persons }: Roster): string[] {
  const leaders = [...persons.values()].filter(({ roles }) => roles.includes('leader'));
  const byAccount = leaders.filter(({ id }) => id === name || id.endsWith(`/${name}`));
  return (byAccount.length > 0 ? byAccount : leaders.filter((person) => person.name === name)).map(({ id }) => id);
}

function unknown(what: keyof ListFilter, name: string): { refusal: string } {
  return { refusal: refusals.unknown({ what, name }) };
}
