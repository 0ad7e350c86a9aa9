import { beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/context.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { buildCase } from '../support/case-factory.ts';
import type { TestDatabase } from '../support/database.ts';
import { runCli } from '../support/run-cli.ts';
import { shanghai } from '../support/world-factory.ts';
import { useStores } from '../support/use-stores.ts';

let database: TestDatabase;
let stores: Stores;
useStores((opened) => void ({ stores, database } = opened));

const calendar = (...words: string[]) => runCli('calendar', words, { MONGODB_URI: database.uri, SANDBOX: '1' });
/** 26 November, on which the case that is due on 1 December is being handled. */
const THURSDAY = '2026-11-26';

beforeEach(async () => {
  await stores.clock.set(shanghai('2026-11-25 09:00'));
  const { events } = buildCase({ stop: 'handling' });
  await stores.cases.create('case', events, { calendar: buildCalendar(), now: shanghai('2026-11-24 10:00') });
});

describe('npm run calendar', () => {
  it('says with --preview what would follow, and changes nothing', async () => {
    const { code, stdout } = await calendar('off', THURSDAY, '停电', '--preview');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('将有1件在办问题的期限改变') });
    expect(stdout).toContain('由12月1日（周二）17:30改为12月2日（周三）17:30');
    expect(await stores.calendar.days()).toEqual([]);
    expect(await stores.versions.read()).toMatchObject({ calendar: 0 });
  });

  it('enters the days, raises the version and keeps a record', async () => {
    expect(await calendar('off', THURSDAY, '停电')).toMatchObject({ code: 0 });
    expect(await stores.calendar.days()).toEqual([{ day: THURSDAY, worked: false, name: '停电' }]);
    expect(await stores.versions.read()).toMatchObject({ calendar: 1 });
    expect(await stores.audit.all('calendar')).toMatchObject([
      { by: 'operator', change: { days: [{ day: THURSDAY }] } },
    ]);
  });

  it('refuses a day that no calendar has', async () => {
    expect(await calendar('off', '2026-02-30')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('2026-02-30'),
    });
  });

  it('sets the hours from a later day on, and refuses what are no hours or have begun', async () => {
    const hours = ['8:30-12:00', '15:00-18:00'];
    expect(await calendar('hours', '2026-12-01', ...hours)).toMatchObject({ code: 0 });
    expect(await stores.hours.all()).toMatchObject([{ from: '2026-12-01', periods: [{ to: 720 }, { to: 1080 }] }]);
    expect(await calendar('hours', '2026-11-25', ...hours)).toMatchObject({ code: 1, stderr: /have begun/ });
    expect(await calendar('hours', '2026-12-01', '8:30-12:00')).toMatchObject({ code: 1, stderr: /usage/ });
  });
});
