import type { Day } from './day.ts';
import { changesOf, type RosterChanges } from './roster-changes.ts';
import { findStoredChats, findTakenAddresses } from './roster-chats.ts';
import { buildDirectory, type Target } from './roster-directory.ts';
import { findDuplicates } from './roster-duplicates.ts';
import { resolveChat, resolvePerson, resolveSubject } from './roster-references.ts';
import { addAll, type Line, readLines, type RowProblem } from './roster-rows.ts';
import type { StoredRoster } from './roster-stored.ts';

/** What an import needs besides the file and the stored roster. */
export interface ImportOptions {
  /** The day on which assignments begin and end. */
  day: Day;
  /** 0 up to 1, for new ids. */
  random: () => number;
  /** Our own corp's id, by which a row may name our own people. */
  ownCorpId: string | null;
  /** Leave bad rows out, and the rows that cannot do without them, instead of changing nothing. */
  skipBad: boolean;
}

/** What is wrong with a file and what it changes; `changes` is null when a bad row keeps it from changing anything. */
export interface RosterPlan {
  problems: RowProblem[];
  changes: RosterChanges | null;
}

/** Checks every row of a roster file and compares it with the stored roster; the same file a second time changes nothing. */
export function planRosterImport(file: unknown, current: StoredRoster, options: ImportOptions): RosterPlan {
  const problems: RowProblem[] = [];
  const lines = readLines(file, problems);
  const newId = idMaker(current, options.random);
  const directory = buildDirectory(lines, { current, newId, ownCorpId: options.ownCorpId });
  addAll(problems, findDuplicates(lines, directory));
  const rows = {
    persons: lines.persons.map((line) => resolvePerson(line, directory, problems)).filter((row) => row !== null),
    subjects: lines.subjects.map((line) => resolveSubject(line, directory, problems)).filter((row) => row !== null),
    chats: lines.chats.map((line) => resolveChat(line, directory, problems)).filter((row) => row !== null),
  };
  const fineChats = rows.chats.filter(isGoodBy(problems));
  const storedChats = findStoredChats(fineChats, current.chats);
  addAll(problems, findTakenAddresses(fineChats, current.chats, storedChats));
  if (problems.length === 0 && Object.values(lines).every((sheet) => sheet.length === 0)) problems.push(EMPTY);
  if (problems.length > 0 && !options.skipBad) return { problems: inOrder(problems), changes: null };
  addAll(problems, orphans([...rows.persons, ...rows.subjects, ...rows.chats], problems));
  if (problems.some(({ sheet }) => sheet === '')) return { problems: inOrder(problems), changes: null };
  const isGood = isGoodBy(problems);
  const changes = changesOf({
    units: lines.units.filter((line) => isGood({ line })),
    persons: rows.persons.filter(isGood),
    subjects: rows.subjects.filter(isGood),
    chats: rows.chats.filter(isGood),
    storedChats,
    directory,
    current,
    day: options.day,
    newId,
  });
  return { problems: inOrder(problems), changes };
}

const EMPTY: RowProblem = { sheet: '', row: 0, field: null, reason: '文件里一行也没有，请填写后再导入。' };

/** Rows that cannot do without a row left out, and those that cannot do without them. */
function orphans(
  rows: readonly { line: Line; uses: readonly Target[] }[],
  problems: readonly RowProblem[],
): RowProblem[] {
  const found: RowProblem[] = [];
  for (;;) {
    const isGood = isGoodBy([...problems, ...found]);
    const isMissing = ({ stored, line }: Target) => !stored && line !== null && !isGood({ line });
    const orphaned = rows.filter((row) => isGood(row) && row.uses.some(isMissing));
    if (orphaned.length === 0) return found;
    for (const { line } of orphaned) {
      const reason = '所指的那一行有误、没有导入，这一行也略去，请改正后一起重新导入。';
      found.push({ sheet: line.sheet, row: line.row, field: null, reason });
    }
  }
}

function isGoodBy(problems: readonly RowProblem[]): (row: { line: Line }) => boolean {
  const bad = new Set(problems.map(({ sheet, row }) => `${sheet}/${row}`));
  return ({ line }) => !bad.has(`${line.sheet}/${line.row}`);
}

const SHEET_ORDER = ['units', 'persons', 'subjects', 'chats'];

function inOrder(problems: readonly RowProblem[]): RowProblem[] {
  return [...problems].sort((a, b) => sheetRank(a) - sheetRank(b) || a.row - b.row);
}

function sheetRank({ sheet }: RowProblem): number {
  return SHEET_ORDER.indexOf(sheet);
}

/** Ids are drawn at random so that they say nothing, and drawn again when taken. */
function idMaker(current: StoredRoster, random: () => number): (prefix: string) => string {
  const taken = new Set([...current.subjects, ...current.units, ...current.chats].map(({ id }) => id));
  return (prefix) => {
    for (;;) {
      const letters = Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36));
      const id = `${prefix}-${letters.join('')}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}
