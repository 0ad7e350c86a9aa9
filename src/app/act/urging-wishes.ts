import { urgingTexts } from '../../../config/texts/urging.ts';
import { atBot } from '../../../config/texts/format.ts';
import type { Wish } from '../../domain/command.ts';
import { lineOf } from '../../domain/describe.ts';
import { findUnits } from '../../domain/find-unit.ts';
import { QUESTION_MS } from '../../domain/question.ts';
import { urgingFilter } from '../../domain/search.ts';
import type { SupervisionWord } from '../../domain/understand/supervision-reading.ts';
import type { Reading } from '../../domain/understand/reading.ts';
import { countByUnit } from '../../domain/urging.ts';
import type { Conversation } from '../../store/conversation-store.ts';
import type { Stores } from '../context.ts';
import type { Hearing } from './hearing.ts';
import { TITLES_LIMIT, URGED_AT_ONCE } from './limits.ts';

interface Heard {
  conversation: Conversation;
  hearing: Hearing;
  stores: Stores;
}

/** 催办 of several cases: first what it would touch, and once that is confirmed one command a case. Null for anything else. */
export async function urgingWishes({ word }: Reading, heard: Heard): Promise<Wish[] | null> {
  if (word?.type === 'urgeMany') return [await preview(word, heard)];
  const { question } = heard.conversation;
  const asked = question?.type === 'confirmUrging' ? question : null;
  if (word?.type !== 'confirmUrging' && !(asked && word?.type === 'confirm')) return null;
  const { world, row } = heard.hearing;
  const isOpen = asked !== null && row.saidAt.getTime() - asked.at.getTime() <= QUESTION_MS;
  const at = atBot(world.botName, heard.hearing.private);
  if (!isOpen) return [{ type: 'say', text: urgingTexts.nothingAsked({ at }) }];
  return asked.caseIds.map((caseId) => ({ type: 'urge', caseId, together: true }));
}

async function preview(
  { which, unitName }: Extract<SupervisionWord, { type: 'urgeMany' }>,
  { hearing, stores }: Heard,
): Promise<Wish> {
  const { world, row } = hearing;
  const at = atBot(world.botName, hearing.private);
  const units = unitName === null ? null : findUnits(world.roster, unitName);
  if (units && units.length !== 1) {
    const candidates = units.slice(0, 5).map((unit) => unit.name);
    return { type: 'say', text: urgingTexts.unknownUnit({ said: unitName ?? '', candidates, at }) };
  }
  const filter = urgingFilter(which, units?.map((unit) => unit.id) ?? null, row.saidAt);
  const { cases, more } = await stores.cases.find(filter, URGED_AT_ONCE);
  if (cases.length === 0) return { type: 'say', text: urgingTexts.nothing() };
  const snapshots = cases.map((doc) => doc.snapshot);
  const lines = snapshots
    .slice(0, TITLES_LIMIT)
    .map((snapshot) => lineOf(snapshot, world, { now: row.saidAt, ownName: false }));
  const text = urgingTexts.preview({ count: cases.length, units: countByUnit(snapshots), lines, later: more, at });
  const caseIds = cases.map((doc) => doc._id);
  return { type: 'say', text, asks: { type: 'confirmUrging', inbox: row._id, at: row.saidAt, caseIds } };
}
