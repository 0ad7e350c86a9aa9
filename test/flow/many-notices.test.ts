import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forcedMs, planMorning } from '../bench/outbox/morning.ts';
import { isWellSent, runMorning } from '../bench/outbox/run-morning.ts';
import { openCrowdService } from '../support/crowd-service.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { aNotice } from '../support/outbox-factory.ts';
import { shanghai } from '../support/world-factory.ts';

let engines: Engines;
beforeAll(async () => void (engines = await openEngines()));
afterAll(() => engines.close());

const texts = (shown: readonly { text: string }[]) => shown.map(({ text }) => text.replace('内容 ', ''));

describe('a morning with much to send', () => {
  it('arrives once and within the limits, in the time that these force', async () => {
    const figures = await runMorning({ notices: 90, groups: 4, people: 4, busiest: 40 }, engines);
    expect(figures).toMatchObject({ sent: 90, doubled: 0, refused: 0, dropped: 0, forcedMs: 120_000 });
    expect(isWellSent(figures)).toBe(true);
  });

  it('leaves the important first where a group is at its limit, the rest in order, and holds nobody else up', async () => {
    const opened = { groups: 2, people: 1, now: '2026-11-23 08:59' };
    const { platform, sandbox, keep, close } = await openCrowdService(engines, opened);
    try {
      const keys = Array.from({ length: 45 }, (_, i) => (i < 40 ? `news/${i}` : `assignment/${i}`));
      await keep(({ groups: [busy, other], people: [person] }) => {
        if (!busy || !other || !person) throw new Error('the crowd is too small');
        const many = keys.map((key, i) => aNotice(key, { to: busy, class: i < 40 ? 'workHours' : 'waking' }));
        return [...many, aNotice('other', { to: other }), aNotice('person', { to: person })];
      }, shanghai('2026-11-23 09:00'));
      await sandbox.moveTo('2026-11-23 09:00');
      const [assignments, news] = [keys.slice(40), keys.slice(0, 40)];
      const at = (time: string) =>
        platform.shown.filter(({ text, at }) => text !== '内容 other' && at.getTime() === shanghai(time).getTime());
      expect(texts(at('2026-11-23 09:00'))).toEqual([...assignments, ...news.slice(0, 15)]);
      expect(texts(platform.shown)).toContain('other');
      expect(platform.app.phones.map(({ text }) => text)).toEqual(['内容 person']);
      await sandbox.moveTo('2026-11-23 09:05');
      expect(texts(at('2026-11-23 09:01'))).toEqual(news.slice(15, 35));
      expect(texts(at('2026-11-23 09:02'))).toEqual(news.slice(35));
      expect(platform.offences).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe('the time that the limits force', () => {
  it('is none up to a burst, and a minute for each burst after it', () => {
    const group = (count: number) => Array.from({ length: count }, () => ({ to: 'group', index: 0 }) as const);
    expect([20, 21, 40, 41].map((count) => forcedMs(group(count)))).toEqual([0, 60_000, 60_000, 120_000]);
  });

  it('is that of the busiest target, of a member by the minute and the hour', () => {
    const person = Array.from({ length: 1_031 }, () => ({ to: 'person', index: 1 }) as const);
    expect(forcedMs([...person.slice(0, 61), { to: 'group', index: 1 }])).toBe(120_000);
    expect(forcedMs(person)).toBe(3_660_000);
  });

  it('is at least three minutes for the busiest group of the city', () => {
    const plan = planMorning({ notices: 1_288, groups: 200, people: 300, busiest: 70 });
    expect(plan).toHaveLength(1_288);
    expect(forcedMs(plan.filter(({ to }) => to === 'group'))).toBeGreaterThanOrEqual(180_000);
  });
});
