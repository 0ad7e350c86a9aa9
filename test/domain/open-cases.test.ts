import { describe, expect, it } from 'vitest';
import { rebuild } from '../../src/domain/apply.ts';
import { recount } from '../../src/domain/due.ts';
import { basisOf } from '../../src/domain/basis.ts';
import { readOpenCases } from '../../src/domain/open-case-rows.ts';
import { openCasesOfJson, openCasesOfSheets } from '../../src/domain/open-case-sheet.ts';
import type { Cell } from '../../src/domain/sheet.ts';
import { takeOver } from '../../src/domain/take-over.ts';
import { nextTimer } from '../../src/domain/timers.ts';
import { buildCalendar } from '../../src/domain/working-time.ts';
import { framed } from '../support/case-factory.ts';
import { aRoster, aWorld, shanghai } from '../support/world-factory.ts';

const ROW = {
  subject: '盛弘机械',
  problem: '技改贷款批不下来，设备款月底要付',
  acceptedOn: '2026-11-03',
  dueOn: '2026-11-30',
  state: '银行正在审批',
};
const read = (...rows: unknown[]) => {
  const found = openCasesOfJson({ openCases: rows });
  if ('fault' in found) throw new Error(found.fault.reason);
  return readOpenCases(found.rows, { roster: aRoster(), today: '2026-11-24' });
};

describe('a row of what was in hand', () => {
  it('is read with the subject’s unit and the category of its words where it names none', () => {
    const { cases, problems } = read(ROW);
    expect(problems).toEqual([]);
    expect(cases).toMatchObject([
      {
        subject: { id: 's-shenghong' },
        unit: { id: 'u-gxj' },
        category: '资金保障',
        acceptedOn: '2026-11-03',
        dueOn: '2026-11-30',
      },
    ]);
  });

  it.each([
    [{ subject: '没有的公司' }, 'subject'],
    [{ problem: '' }, 'problem'],
    [{ category: '不存在' }, 'category'],
    [{ unit: '没有的局' }, 'unit'],
    [{ subject: '孤鸿食品' }, 'unit'],
    [{ acceptedOn: '2026-11-25' }, 'acceptedOn'],
    [{ acceptedOn: '11月31日' }, 'acceptedOn'],
    [{ acceptedOn: '2026-02-30' }, 'acceptedOn'],
    [{ dueOn: '2026-11-02' }, 'dueOn'],
    [{ state: 5 }, 'state'],
  ])('is named when it is bad: %o', (cells, field) => {
    const { cases, problems } = read(ROW, { ...ROW, ...cells });
    expect(cases).toHaveLength(1);
    expect(problems).toMatchObject([{ row: 2, field }]);
  });

  it('is named when it stands there twice', () => {
    expect(read(ROW, ROW).problems).toMatchObject([{ row: 2, reason: expect.stringContaining('与第1行相同') }]);
  });

  it('goes to the office when it is about officials’ conduct, whatever unit it names', () => {
    const { cases } = read({ ...ROW, category: '营商作风', unit: '市人社局' });
    expect(cases).toMatchObject([{ unit: { id: 'u-office' } }]);
  });
});

describe('the sheet 在办问题', () => {
  const sheet = (...rows: Cell[][]) => ({ name: '在办问题', rows, formulas: new Set<string>(), merges: [] });

  it('is found by its headers in any order, its dates as text or as dates', () => {
    const found = openCasesOfSheets([
      sheet(
        ['问题', '企业*', '受理日期', '期限'],
        ['贷款批不下来', '盛弘机械', new Date('2026-11-03T00:00:00Z'), '2026年11月30日'],
      ),
    ]);
    if ('fault' in found) throw new Error(found.fault.reason);
    const { cases } = readOpenCases(found.rows, { roster: aRoster(), today: '2026-11-24' });
    expect(cases).toMatchObject([{ acceptedOn: '2026-11-03', dueOn: '2026-11-30', state: null }]);
  });

  it('is asked for when it is missing, or lacks what is required', () => {
    expect(openCasesOfSheets([])).toMatchObject({ fault: { row: 0 } });
    expect(openCasesOfSheets([sheet(['企业', '问题'])])).toMatchObject({ fault: { row: 1 } });
    expect(openCasesOfJson([])).toMatchObject({ fault: { row: 0 } });
  });
});

describe('takeOver', () => {
  const now = shanghai('2026-11-24 10:00');
  const snapshotOf = (dueOn: string) => {
    const [openCase] = read({ ...ROW, dueOn }).cases;
    if (!openCase) throw new Error('the row was bad');
    const taken = takeOver(openCase, { number: 'BQ-2026-000009', source: 'import/x', world: aWorld(), now });
    const frame = { source: 'import/x', by: null };
    const events = [
      ...framed(taken.accepted, { ...frame, at: taken.acceptedAt }),
      ...framed(taken.since, { ...frame, at: now }),
    ];
    expect(events.flatMap(({ effects }) => effects)).toEqual([]);
    return rebuild(events);
  };

  it('keeps the day of acceptance, the due day and what is known, and tells nobody', () => {
    expect(snapshotOf('2026-11-30')).toMatchObject({
      status: 'handling',
      acceptedAt: shanghai('2026-11-03 08:30'),
      caseDueDay: '2026-11-30',
      leader: 'CORP/zhangming',
      legs: [{ dueDay: '2026-11-30', lastProgress: { text: '银行正在审批' } }],
    });
  });

  it.each(['2026-11-30', '2026-11-10'])(
    'reminds of nothing before the next working day when it is due on %s',
    (dueOn) => {
      expect(nextTimer(snapshotOf(dueOn), aWorld().calendar)?.at.getTime()).toBeGreaterThan(
        shanghai('2026-11-25 00:00').getTime(),
      );
    },
  );

  it('is moved by no calendar, and says so', () => {
    const closed = buildCalendar(new Map([['2026-11-26', false]]), 1);
    expect(recount(snapshotOf('2026-11-30'), { ...aWorld(), calendar: closed }, now)).toBeNull();
    expect(basisOf(snapshotOf('2026-11-30'), aWorld())).toContain('接管时已定的期限');
  });
});
