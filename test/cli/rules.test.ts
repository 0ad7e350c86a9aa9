import { beforeAll, describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/context.ts';
import { readRulesArguments } from '../../src/cli/rules-arguments.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { buildCase } from '../support/case-factory.ts';
import type { TestDatabase } from '../support/database.ts';
import { runCli } from '../support/run-cli.ts';
import { shanghai } from '../support/world-factory.ts';
import { useStores } from '../support/use-stores.ts';

let database: TestDatabase;
let stores: Stores;
useStores((opened) => void ({ stores, database } = opened));
beforeAll(async () => {
  await stores.clock.set(shanghai('2026-11-25 09:00'));
  // Accepted on the 24th by the first version, due on 1 December.
  const { events } = buildCase({ stop: 'handling' });
  await stores.cases.create('case', events, { calendar: buildCalendar(), now: shanghai('2026-11-24 10:00') });
});

const rules = (...words: string[]) => runCli('rules', words, { MONGODB_URI: database.uri, SANDBOX: '1' });
const stored = async () => (await stores.cases.get('case')) ?? expect.unreachable('the case is gone');

describe('npm run rules', () => {
  it('shows, sets and keeps a record of a new version; what was accepted before stays', async () => {
    expect((await rules('show')).stdout).toMatch(/第1版[\s\S]*一般5个工作日/);
    const set = await rules('set', '一般=7', '--from', 'now');
    expect(set).toMatchObject({ code: 0, stdout: expect.stringContaining('已保存第2版规则，11月25日（周三）09:00起') });
    expect((await rules('show')).stdout).toMatch(/第2版[\s\S]*一般7个工作日/);
    expect(await stores.audit.all('rules')).toMatchObject([{ by: 'operator', change: { version: 2 } }]);
    expect((await stored()).snapshot).toMatchObject({ rulesVersion: 1, caseDueDay: '2026-12-01' });
  });

  it('says which open cases would be due when, and changes nothing', async () => {
    const before = await stored();
    const { code, stdout } = await rules('replay', '--open');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('期限改变1件') });
    expect(stdout).toContain(`${before.snapshot.number} 企业时限由12月1日（周二）改为12月3日（周四）`);
    expect(await stored()).toEqual(before);
  });

  it('enters it with --apply, once however often it is repeated', async () => {
    const before = await stored();
    expect((await rules('replay', '--apply')).stdout).toContain('以上已生效');
    const after = await stored();
    expect(after.events.slice(before.events.length)).toMatchObject([{ type: 'rulesSet', source: 'rules/2', by: null }]);
    expect(after).toMatchObject({ dueAt: shanghai('2026-12-03 17:30'), snapshot: { rulesVersion: 2 } });
    expect((await rules('replay', '--apply')).stdout).toContain('期限改变0件');
    expect(await stored()).toEqual(after);
  });

  it('lets a version begin on a later day, and none before it', async () => {
    expect(await rules('set', '税费=简单', '--from', '2027-01-01')).toMatchObject({ code: 0 });
    expect((await rules('show')).stdout).toContain('第3版规则将于1月1日（周五）00:00起施行');
    expect(await rules('set', '一般=6')).toMatchObject({ code: 1, stderr: expect.stringContaining('version 3') });
    expect(await rules('set', '一般=6', '--from', '2026-11-01')).toMatchObject({ code: 1, stderr: /backwards/ });
  });
});

describe('readRulesArguments', () => {
  it.each([
    [[]],
    [['set']],
    [['set', 'simple']],
    [['set', 'simple=4', '--from']],
    [['set', 'simple=4', '--from', '2026-02-30']],
    [['replay', '--all']],
  ])('refuses %j', (words) => {
    expect(() => readRulesArguments(words)).toThrow('usage: npm run rules');
  });
});
