import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import type { Platform } from '../../support/outside-platform.ts';

/** A message as the platform took it. */
export interface Arrival {
  /** A chat or a member. */
  target: string;
  /** The notices that it carries, by their keys. */
  keys: string[];
  /** Which life of the sender it came from: how many kills were before it. */
  life: number;
}

/** How much the platform had taken when a sender was dead. */
export type Mark = Record<'shown' | 'phones', number>;

export function markOf({ shown, app }: Platform): Mark {
  return { shown: shown.length, phones: app.phones.length };
}

const KEY = /send\/\d+/g;
const REMINDED = /BQ-\d{4}-\d{6}/g;

/** All that arrived, in order for each target. */
export function arrivalsOf(platform: Platform, v: { marks: readonly Mark[]; rows: readonly OutboxRow[] }): Arrival[] {
  const { marks, rows } = v;
  const reminders = new Map(rows.filter(({ about }) => about.kind === 'remind').map((row) => [row.number, row._id]));
  const cards = new Map(rows.map((row) => [row.taskId, row._id]));
  const keysIn = (text: string) => {
    const texts = text.match(KEY);
    if (texts) return texts;
    const numbers = new Set(text.match(REMINDED));
    return [...numbers].flatMap((number) => reminders.get(number) ?? []);
  };
  const lifeOf = (kind: keyof Mark, i: number) => marks.filter((mark) => mark[kind] <= i).length;
  const inGroups = platform.shown.map(({ chat, text }, i) => ({
    target: chat,
    keys: keysIn(text),
    life: lifeOf('shown', i),
  }));
  const onPhones = platform.app.phones.map(({ to, text, card }, i) => ({
    target: to,
    keys: card ? [cards.get(String(card.task_id)) ?? ''] : keysIn(text ?? ''),
    life: lifeOf('phones', i),
  }));
  return [...inGroups, ...onPhones];
}
