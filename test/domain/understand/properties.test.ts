import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { buildMatcher, parseDeadline, type Reading, type Speaker } from '../../../src/domain/understand/index.ts';
import { statutoryWorkday } from '../../../src/domain/workday.ts';
import { readingOf, SAID } from '../../support/reading-of.ts';

const SPEAKERS: readonly Speaker[] = ['subject', 'leader', 'unit', 'office', 'stranger'];
const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'];
/** The most that a message of the platform holds. */
const LONGEST = 20_480;

/** Pieces that the rules look for, so that made-up texts reach beyond "nothing found". */
const PIECES = [
  ...'反映 公司 保定市 盛弘机械有限公司 停电 拖欠货款 转给 水利局 已 解决 了 不 没有 满意 5分 3天内 5个工作日内 12.20 12月20日前'.split(
    ' ',
  ),
  ...'本周五 月底 春节前 腊月十八 11月31日 尽快 延期一周 确认 撤回 更正期限 代 报 进度 谢谢 请问 怎么办 @帮企通 BQ-2026-000123'.split(
    ' ',
  ),
  ...'联系人王敏 13800138000 0312-5551234转8003 1、 2、 一是 二是 因为 , 。 ？ ： 、 ( ） 《 “ 【 😀'.split(' '),
  ' ',
  '\n',
  '\u3000',
  '\u200B',
  '\uFEFF',
  '\u0301',
  '\uD83D',
  '\uDE00',
  '\u0000',
];

/** Any 16-bit signs whatever, lone surrogates and control characters included. */
const anySigns = (maxLength: number) =>
  fc
    .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength, size: 'max' })
    .map((codes) => String.fromCharCode(...codes));
const likelyText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, anySigns(3)), { maxLength: 40, size: 'max' })
  .map((pieces) => pieces.join(''));
/** A piece of text over and over: what sends a careless pattern astray. */
const longText = fc
  .tuple(likelyText, fc.integer({ min: 1, max: LONGEST }))
  .map(([piece, length]) => piece.repeat(Math.ceil(length / (piece.length || 1))).slice(0, length));
const anyText = fc.oneof({ weight: 6, arbitrary: likelyText }, { weight: 2, arbitrary: anySigns(200) });
const said = fc.record({ text: anyText, speaker: fc.constantFrom(...SPEAKERS), asked: fc.boolean() });

const runs = (numRuns: number) => ({ numRuns, seed: 20_261_124 });
const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && new Date(day).toJSON().startsWith(day);

/** Every date that a reading speaks of. */
function datesOf({ problems, reply }: Reading): string[] {
  return [...problems, ...(reply ? [reply] : [])].flatMap(({ deadline }) => deadline?.date ?? []);
}

describe('understand, for any text', () => {
  it('gives a reading of up to 20 kB of anything, from anybody, asked or not', () => {
    const texts = fc.oneof(longText, anySigns(LONGEST), fc.string({ unit: 'binary', maxLength: LONGEST, size: 'max' }));
    const read = (text: string): void => {
      for (const speaker of SPEAKERS) {
        for (const asked of [true, false]) expect(readingOf(speaker, text, { asked }).intent).toBeTypeOf('string');
      }
    };
    // Looking for a shorter text that fails as well would take minutes at this length.
    fc.assert(fc.property(texts, read), { ...runs(12), endOnFailure: true });
  });

  it('gives plain JSON, so that a saved reading is the reading', () => {
    const isPlain = ({ speaker, text, asked }: { speaker: Speaker; text: string; asked: boolean }): void => {
      const reading = readingOf(speaker, text, { asked });
      expect(JSON.parse(JSON.stringify(reading))).toStrictEqual(reading);
    };
    fc.assert(fc.property(said, isPlain), runs(500));
  });

  it('fills in what belongs to the kind of message and nothing else', () => {
    const isWhole = ({ speaker, text, asked }: { speaker: Speaker; text: string; asked: boolean }): void => {
      const { intent, problems, reply, rating } = readingOf(speaker, text, { asked });
      expect(problems.length > 0).toBe(intent === 'report');
      expect(reply === null || intent === 'reply').toBe(true);
      expect(rating === null || intent === 'survey').toBe(true);
    };
    fc.assert(fc.property(said, isWhole), runs(500));
  });

  it('gives days of the calendar, one-line summaries, digits to dial and shares between 0 and 1', () => {
    const isUsable = ({ speaker, text, asked }: { speaker: Speaker; text: string; asked: boolean }): void => {
      const reading = readingOf(speaker, text, { asked });
      expect(datesOf(reading).filter((day) => !isDay(day))).toEqual([]);
      for (const { summary, phone, confidence } of reading.problems) {
        expect([...summary].length).toBeLessThanOrEqual(60);
        expect(summary).not.toContain('\n');
        expect(phone ?? '0').toMatch(/^\d+(-\d+)?$/);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    };
    fc.assert(fc.property(said, isUsable), runs(500));
  });

  it('never makes the text longer, nor leaves white space around it', () => {
    const isShorter = ({ speaker, text }: { speaker: Speaker; text: string }): void => {
      const reading = readingOf(speaker, text);
      expect(reading.text.length).toBeLessThanOrEqual(text.normalize('NFC').length);
      expect(reading.text).toBe(reading.text.trim());
    };
    fc.assert(fc.property(said, isShorter), runs(500));
  });
});

describe('case numbers in any text', () => {
  const caseNumber = fc
    .tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([year, count]) => `BQ-${year}-${String(count).padStart(6, '0')}`);

  it('are all found, in order and once each, and taken out of the text', () => {
    const spoken = fc.tuple(fc.array(caseNumber, { maxLength: 5 }), fc.constantFrom(...SPEAKERS));
    const areFound = ([numbers, speaker]: [string[], Speaker]): void => {
      const text = [...numbers, ...numbers].join(' 还有 ');
      const reading = readingOf(speaker, text);
      expect(reading.numbers).toEqual([...new Set(numbers)]);
      expect(reading.text).not.toContain('BQ');
    };
    fc.assert(fc.property(spoken, areFound), runs(200));
  });

  it('are found behind whatever else is said', () => {
    const isFound = (text: string, number: string): void => {
      expect(readingOf('leader', `${text} ${number}`).numbers).toContain(number);
    };
    fc.assert(fc.property(anyText, caseNumber, isFound), runs(300));
  });
});

describe('the time zone of the process', () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('changes no reading', () => {
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    const readIn = (zone: string, read: () => unknown): unknown => {
      process.env.TZ = zone;
      return read();
    };
    const isSame = ({ text, speaker, asked }: { text: string; speaker: Speaker; asked: boolean }, at: Date): void => {
      const read = (): unknown => [
        readingOf(speaker, text, { asked, said: at }),
        parseDeadline(text, at, statutoryWorkday),
      ];
      const [first, ...others] = ZONES.map((zone) => readIn(zone, read));
      for (const other of others) expect(other).toStrictEqual(first);
    };
    fc.assert(fc.property(said, moment, isSame), runs(300));
  });

  it('is really another one in each of the zones tried', () => {
    const hours = ZONES.map((zone) => {
      process.env.TZ = zone;
      return SAID.getHours();
    });
    expect(hours).toEqual([1, 9, 20]);
  });
});

describe('matching any name', () => {
  const names = ['涿州市盛弘机械有限责任公司', '保定市宏达面粉有限公司', '蠡县宏达皮革制品厂'];
  const matcher = buildMatcher(names.map((name) => ({ name, aliases: [] })));

  it('gives only registered names, best first', () => {
    const isRegistered = (query: string): void => {
      const { subject, candidates } = matcher.match(query);
      const found = candidates.map((candidate) => candidate.subject);
      expect(found.filter((name) => !names.includes(name))).toEqual([]);
      expect(subject === null || subject === found[0]).toBe(true);
      const sure = candidates.map(({ confidence }) => confidence);
      expect(sure).toEqual([...sure].sort((a, b) => b - a));
    };
    fc.assert(fc.property(anyText, isRegistered), runs(500));
  });
});
