import { describe, expect, it } from 'vitest';
import { afterTimer, buildCase } from '../support/case-factory.ts';
import type { Case } from '../../src/domain/case.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import { decideTimer } from '../../jobs/index.ts';
import { effectsOf, noticeLine } from '../support/tell.ts';
import { aChat, aPerson, aRoster, aRosterWith, aWorld, shanghai } from '../support/world-factory.ts';
import type { World } from '../../src/domain/decision.ts';

const resolved = buildCase({ stop: 'resolved' });
const surveyed = buildCase({ stop: 'surveyed' });

/** What the next timer brings, decided when it falls due or later. */
function decided(subject: Case, v: { now?: string; world?: World } = {}) {
  const { world = aWorld() } = v;
  const timer = nextTimer(subject.snapshot, world.calendar);
  if (!timer) throw new Error('this case waits for nothing');
  const { events } = decideTimer(subject.snapshot, timer, { ...world, now: v.now ? shanghai(v.now) : timer.at });
  const effects = effectsOf(events);
  return { events: events.map((event) => event.type), notices: effects.map(noticeLine), effects };
}

describe('inviteSurvey', () => {
  it('asks the enterprise, in work hours', () => {
    const { events, notices, effects } = decided(resolved);
    expect(events).toEqual(['surveyInvited']);
    expect(notices).toEqual(['surveyInvite > subject.s-shenghong']);
    expect(effects[0]).toMatchObject({ class: 'workHours', about: { round: 1, n: 0 } });
  });

  it('puts the case on the phone list at once where there is no way to ask', () => {
    const mute = aChat({
      id: 'c-shenghong',
      name: '盛弘机械包联群',
      purpose: 'subject',
      of: 's-shenghong',
      webhookKey: null,
    });
    const world = aWorld({ roster: aRosterWith({ chats: [mute] }) });
    expect(decided(resolved, { world })).toMatchObject({
      events: ['surveyInvited', 'surveyExpired'],
      notices: ['surveyOnPhone > office'],
    });
  });

  it('asks by the bot itself where it can push to groups', () => {
    const [botChatid, webhookKey] = ['wrShenghong', null];
    const heard = aChat({
      id: 'c-shenghong',
      name: '盛弘机械包联群',
      purpose: 'subject',
      of: 's-shenghong',
      botChatid,
      webhookKey,
    });
    const roster = aRosterWith({ chats: [heard] });
    expect(decided(resolved, { world: aWorld({ roster, pushes: true }) }).events).toEqual(['surveyInvited']);
    expect(decided(resolved, { world: aWorld({ roster }) }).events).toEqual(['surveyInvited', 'surveyExpired']);
  });

  it('asks its reporter alone where the app reaches them and they still speak for the enterprise', () => {
    const sun = aPerson({ id: 'CORP/sunli', name: '孙丽', roles: ['subject'], subjects: ['s-shenghong'] });
    const reported = buildCase({ stop: 'resolved' });
    const by = { ...reported.snapshot.reporter, person: 'CORP/sunli' };
    const subject = { ...reported, snapshot: { ...reported.snapshot, reporter: by } };
    const noticesIn = (subjects: string[]) =>
      decided(subject, {
        world: aWorld({
          cards: true,
          roster: aRoster({ persons: [{ ...sun, subjects }], chats: [...aRoster().chats.values()] }),
        }),
      }).notices;
    expect(noticesIn(['s-shenghong'])).toEqual(['surveyInvite > person.CORP/sunli']);
    expect(noticesIn([])).toEqual(['surveyInvite > subject.s-shenghong']);
  });

  it('never asks about a confidential case in a group: the office telephones', () => {
    const secret = buildCase({ stop: 'resolved', problem: { category: '营商作风' } });
    expect(decided(secret).notices).toEqual(['surveyOnPhone > office']);
  });

  it('counts the reminders from when it went out, however late that was', () => {
    const late = afterTimer(resolved, { now: shanghai('2026-12-03 10:00') });
    expect(nextTimer(late.snapshot, aWorld().calendar)).toMatchObject({ n: 1, at: shanghai('2026-12-04 08:30') });
  });
});

describe('remindSurvey', () => {
  it('asks again on +1 and on +3', () => {
    const once = afterTimer(surveyed);
    expect(decided(surveyed).effects[0]?.about).toMatchObject({ n: 1 });
    expect(decided(once).effects[0]?.about).toMatchObject({ n: 2 });
  });

  it('asks only once when an outage has swallowed the first time', () => {
    const { notices } = decided(surveyed, { now: '2026-12-02 09:00' });
    expect(notices).toEqual(['surveyInvite > subject.s-shenghong (passed)', 'surveyInvite > subject.s-shenghong']);
    const afterwards = afterTimer(surveyed, { now: shanghai('2026-12-02 09:00') });
    expect(nextTimer(afterwards.snapshot, aWorld().calendar)?.type).toBe('expireSurvey');
  });

  it('asks no more when the outage has lasted until the survey’s end', () => {
    const { notices } = decided(surveyed, { now: '2026-12-09 09:00' });
    expect(notices.every((notice) => notice.endsWith('(passed)'))).toBe(true);
  });
});

describe('expireSurvey', () => {
  it('leaves the case resolved and gives the office a call to make', () => {
    const asked = afterTimer(afterTimer(surveyed));
    expect(decided(asked)).toMatchObject({ events: ['surveyExpired'], notices: ['surveyOnPhone > office'] });
    expect(afterTimer(asked).snapshot).toMatchObject({ status: 'resolved', closures: [{ uncountedAt: null }] });
  });
});
