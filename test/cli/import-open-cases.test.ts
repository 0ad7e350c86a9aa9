import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/env.ts';
import type { Stores } from '../../src/app/context.ts';
import { importOpenCases } from '../../src/app/import-open-cases.ts';
import { importRoster } from '../../src/app/import-roster.ts';
import { readRosterArguments } from '../../src/cli/roster-arguments.ts';
import { openCasesOfJson } from '../../src/domain/open-case-sheet.ts';
import { aFlowRoster } from '../support/flow-roster.ts';
import { useStores } from '../support/use-stores.ts';

const ROW = { subject: '盛弘机械', problem: '技改贷款批不下来', acceptedOn: '2026-01-05', dueOn: '2026-01-12' };
const config = loadConfig({ WECOM_BOT_NAME: '帮企通', SANDBOX: '1' });

let stores: Stores;

useStores((opened) => void (stores = opened.stores));
beforeAll(async () => {
  await importRoster({ file: aFlowRoster(), skipBad: false, config, stores });
});

async function take(rows: object[], skipBad = false) {
  const found = openCasesOfJson({ openCases: rows });
  if ('fault' in found) throw new Error(found.fault.reason);
  return importOpenCases({ rows: found.rows, skipBad, config, stores });
}

describe('roster import --open-cases', () => {
  it('changes nothing when a row is bad, unless it is to be skipped', async () => {
    const rows = [ROW, { ...ROW, subject: '没有的公司' }];
    expect(await take(rows)).toMatchObject({ summary: null, problems: [{ row: 2, field: 'subject' }] });
    expect(await stores.cases.model.countDocuments({})).toBe(0);
    expect((await take(rows, true)).summary).toContain('新建1件（已超期1件）');
  });

  it('makes nothing new of the same rows, and queues no notice', async () => {
    expect((await take([ROW, { ...ROW, problem: '用工紧张' }])).summary).toContain(
      '新建1件（已超期1件），此前已接管1件',
    );
    expect((await take([ROW, { ...ROW, problem: '用工紧张' }])).summary).toContain('新建0件，此前已接管2件');
    expect(await stores.cases.model.countDocuments({})).toBe(2);
    expect(await stores.outbox.model.countDocuments({})).toBe(0);
    const numbers = await stores.cases.model.find({}).lean().exec();
    expect(numbers.map(({ snapshot }) => snapshot.number).sort()).toEqual(['BQ-2026-000001', 'BQ-2026-000002']);
  });

  it('is asked for by its option', () => {
    expect(readRosterArguments(['import', 'a.xlsx', '--open-cases'])).toEqual({
      command: 'import',
      file: null,
      skipBad: false,
      openCases: 'a.xlsx',
    });
    expect(readRosterArguments(['import', 'roster.json', '--open-cases', 'a.xlsx'])).toMatchObject({
      file: 'roster.json',
      openCases: 'a.xlsx',
    });
    expect(readRosterArguments(['import', 'a.xlsx', '--open'])).toHaveProperty('refusal');
  });
});
