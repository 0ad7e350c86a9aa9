import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../config/env.ts';
import type { Context } from '../../../src/app/context.ts';
import { findWay, type Way } from '../../../src/app/deliver/way.ts';
import type { ChatPlace } from '../../../src/domain/case.ts';
import type { About, Target } from '../../../src/domain/notice.ts';
import type { OutboxRow } from '../../../src/store/outbox-store.ts';
import { aSnapshot } from '../../support/case-factory.ts';
import { APP_SETTINGS } from '../../support/outside-app.ts';
import { aChat, aPerson, aRoster, shanghai } from '../../support/world-factory.ts';

const NOW = shanghai('2026-11-27 09:00');
const CUSTOMER = 'kf/wmCUSTOMER';
const SUBJECT = aSnapshot().subject.id;
const TO_SUBJECT: Target = { kind: 'subject', of: SUBJECT };
const SURVEY: About = { kind: 'surveyInvite', round: 1, n: 0 };
const GROUP = aChat({ id: 'chat-1', name: '企业群', purpose: 'subject', of: SUBJECT, webhookKey: 'key-1' });

interface Given {
  to?: Target;
  about?: About;
  reporter?: Partial<ChatPlace>;
  onBehalf?: boolean;
  speaks?: boolean;
  hasGroup?: boolean;
  /** What the customer's desk stands at; null: they have never written. */
  desk?: { at: Date; told: number } | null;
  spent?: true;
}

/** The way of a notice about a case whose reporter wrote to 微信客服. */
function wayOf(v: Given): Promise<Way> {
  const { to = TO_SUBJECT, about = { kind: 'declined' }, speaks = true, desk = { at: NOW, told: 0 } } = v;
  const reporter = { person: CUSTOMER, chat: null, botChatid: null, ...v.reporter };
  const snapshot = aSnapshot({ changes: { reporter, onBehalf: v.onBehalf ?? false } });
  const persons = [aPerson({ id: reporter.person, name: '李思', subjects: speaks ? [SUBJECT] : [] })];
  const stores = {
    cases: { byNumber: async () => ({ snapshot }) },
    conversations: { get: async () => ({ desk: desk && { id: 'wkDESK', ...desk } }) },
  } as unknown as Context['stores'];
  const row = { to, about, number: snapshot.number, ...(v.spent ? { spent: true } : {}) } as unknown as OutboxRow;
  const roster = aRoster({ persons, chats: v.hasGroup ? [GROUP] : [] });
  return findWay(row, { roster, now: NOW, context: { stores, connection: null, config: loadConfig(APP_SETTINGS) } });
}

const longAgo = { at: new Date(NOW.getTime() - 48 * 3_600_000), told: 0 };

describe('what an enterprise is told', () => {
  it('goes to its group where it has one', async () => {
    expect(await wayOf({ hasGroup: true })).toMatchObject({ kind: 'webhook' });
  });

  it('goes to whoever reported the case where it has none', async () => {
    expect(await wayOf({})).toMatchObject({ kind: 'kf', openKfId: 'wkDESK', customer: 'wmCUSTOMER' });
    expect(await wayOf({ reporter: { person: 'CORP/sunli' } })).toMatchObject({ kind: 'app', userid: 'sunli' });
  });

  it.each<[string, Given]>([
    ['reported on its behalf', { onBehalf: true }],
    ['no longer speaks for it', { speaks: false }],
    ['wrote more than 48 hours ago', { desk: longAgo }],
    ['has never written to the desk', { desk: null }],
    ['has had five messages', { desk: { at: NOW, told: 5 } }],
    ['was not reached there', { spent: true }],
  ])('has no way where whoever reported %s', async (_, given) => {
    expect(await wayOf(given)).toEqual({ kind: 'none', why: '企业群尚未登记' });
  });
});

describe('a survey', () => {
  const given: Given = { to: { kind: 'person', of: CUSTOMER }, about: SURVEY, hasGroup: true };

  it('goes to the customer alone while they can be written to', async () => {
    expect(await wayOf(given)).toMatchObject({ kind: 'kf' });
  });

  it('goes to the group else, as nothing else for a person does', async () => {
    expect(await wayOf({ ...given, desk: longAgo })).toMatchObject({ kind: 'webhook' });
    expect(await wayOf({ ...given, desk: longAgo, about: { kind: 'closed', round: 1 } })).toMatchObject({
      kind: 'none',
      why: expect.stringContaining('请电话联系'),
    });
  });
});
