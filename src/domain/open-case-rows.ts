import { CATEGORIES, CONFIDENTIAL_CATEGORIES, type Category } from '../../config/rules.ts';
import { OPEN_CASE_SHEET, openCaseFaults } from '../../config/texts/open-cases.ts';
import type { Day } from './day.ts';
import { findUnits } from './find-unit.ts';
import { subjectsNamed } from './newcomer.ts';
import type { OpenCaseField, OpenCaseRow } from './open-case-sheet.ts';
import { officeUnit, pairingOf, type Roster, type Subject, type Unit } from './roster.ts';
import type { RowProblem } from './roster-rows.ts';
import { classify } from './understand/category/classify.ts';

/** A problem in hand before the service knew of it. */
export interface OpenCase {
  /** Subject, day of acceptance and words: the same row a second time is the same case. */
  key: string;
  subject: Subject;
  text: string;
  category: Category;
  unit: Unit;
  acceptedOn: Day;
  dueOn: Day;
  state: string | null;
}

const LONGEST = { problem: 2_000, state: 1_000, other: 100 };

/** Reads every row; a bad one is named and left out. */
export function readOpenCases(
  rows: readonly OpenCaseRow[],
  v: { roster: Roster; today: Day },
): { cases: OpenCase[]; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  const cases = rows.flatMap((row) => {
    const found = readRow(row, v);
    if ('faults' in found) {
      for (const [field, reason] of found.faults) problems.push(problemOf(row, field, reason));
      return [];
    }
    const twin = seen.get(found.key);
    if (twin !== undefined) {
      problems.push(problemOf(row, null, openCaseFaults.twice({ row: twin })));
      return [];
    }
    seen.set(found.key, row.row);
    return [found];
  });
  return { cases, problems };
}

type Faults = [OpenCaseField | null, string][];

function readRow({ cells }: OpenCaseRow, v: { roster: Roster; today: Day }): OpenCase | { faults: Faults } {
  const faults: Faults = [];
  const text = (field: OpenCaseField, max: number) => readText(cells?.[field], { field, max, faults });
  if (!cells) return { faults: [[null, openCaseFaults.notRow]] };
  const name = text('subject', LONGEST.other);
  const problem = text('problem', LONGEST.problem);
  const said = { category: text('category', LONGEST.other), unit: text('unit', LONGEST.other) };
  const state = text('state', LONGEST.state);
  const acceptedOn = readDay(cells.acceptedOn, { field: 'acceptedOn', faults });
  const dueOn = readDay(cells.dueOn, { field: 'dueOn', faults });
  const [subject] = (name ? subjectsNamed(v.roster, name) : null) ?? [];
  if (name && !subject) faults.push(['subject', openCaseFaults.unknownSubject]);
  const category = said.category ? CATEGORIES.find((each) => each === said.category) : classify(problem ?? '').category;
  if (!category) faults.push(['category', openCaseFaults.unknownCategory]);
  if (acceptedOn && acceptedOn > v.today) faults.push(['acceptedOn', openCaseFaults.future]);
  if (acceptedOn && dueOn && dueOn < acceptedOn) faults.push(['dueOn', openCaseFaults.dueFirst]);
  const unit = subject && category ? unitFor(said.unit, { subject, category, roster: v.roster }) : null;
  if (typeof unit === 'string') faults.push(['unit', unit]);
  if (faults.length > 0 || !subject || !problem || !category || !acceptedOn || !dueOn) return { faults };
  if (!unit || typeof unit === 'string') return { faults };
  const key = [subject.id, acceptedOn, problem].join('/');
  return { key, subject, text: problem, category, unit, acceptedOn, dueOn, state };
}

/** The unit named, else the subject's; the office's own for what is the office's alone. A sentence when there is none. */
function unitFor(said: string | null, v: { subject: Subject; category: Category; roster: Roster }): Unit | string {
  const { subject, category, roster } = v;
  if (CONFIDENTIAL_CATEGORIES.includes(category)) return officeUnit(roster) ?? openCaseFaults.noUnit;
  if (said) {
    const [unit, ...others] = findUnits(roster, said);
    return unit && others.length === 0 ? unit : openCaseFaults.unknownUnit;
  }
  return roster.units.get(pairingOf(roster, subject.id).unit ?? '') ?? openCaseFaults.noUnit;
}

function isRequired(field: OpenCaseField): boolean {
  return OPEN_CASE_SHEET.required.some((each) => each === field);
}

function readText(cell: unknown, v: { field: OpenCaseField; max: number; faults: Faults }): string | null {
  const { field, max, faults } = v;
  const words = typeof cell === 'string' ? cell.replace(/\p{Cf}/gu, '').trim() : '';
  if (cell !== null && cell !== undefined && typeof cell !== 'string') faults.push([field, openCaseFaults.notText]);
  else if (words === '' && isRequired(field)) faults.push([field, openCaseFaults.missing]);
  else if (words.length > max) faults.push([field, openCaseFaults.tooLong({ max })]);
  return words === '' ? null : words;
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u;

/** 2026-11-03, 2026/11/3, 2026年11月3日, or a cell that is a date. */
function readDay(cell: unknown, { field, faults }: { field: OpenCaseField; faults: Faults }): Day | null {
  const words = cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
  if (words === null || words === undefined || words === '') {
    faults.push([field, openCaseFaults.missing]);
    return null;
  }
  const [, year, month = '', date = ''] = (typeof words === 'string' ? DAY.exec(words.trim()) : null) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day;
  faults.push([field, openCaseFaults.badDay]);
  return null;
}

function problemOf({ row, inWorkbook }: OpenCaseRow, field: OpenCaseField | null, reason: string): RowProblem {
  const sheet = inWorkbook ? OPEN_CASE_SHEET.name : 'openCases';
  return { sheet, row, field: field && inWorkbook ? OPEN_CASE_SHEET.headers[field] : field, reason };
}
