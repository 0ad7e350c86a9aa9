import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Speaker } from '../../../src/domain/understand/index.ts';
import { readingOf } from '../../support/reading-of.ts';

const WORDS = [
  '已',
  '解决',
  '不',
  '没有',
  '满意',
  '转给',
  '局',
  '和',
  '、',
  '公司',
  '3天内',
  '12.20',
  '《',
  '“',
  '@帮企通 ',
  'BQ-2026-',
  '[,]',
  '138',
  '春节',
  '\n',
];
const SPEAKERS: readonly Speaker[] = ['subject', 'leader', 'unit', 'office', 'stranger'];

/** A repeatable sequence of numbers below 1, so that a failure can be seen again. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function randomText(next: () => number): string {
  const piece = (): string =>
    next() < 0.6
      ? (WORDS[Math.floor(next() * WORDS.length)] ?? '')
      : String.fromCharCode(Math.floor(next() * 0x1_00_00));
  return Array.from({ length: Math.floor(next() * 200) }, piece).join('');
}

describe('understand', () => {
  it('gives a reading for any text, lone surrogates and control characters included', () => {
    const next = sequence(20_261_127);
    for (let round = 0; round < 300; round += 1) {
      const text = randomText(next);
      const speaker = SPEAKERS[round % SPEAKERS.length] ?? 'subject';
      const reading = readingOf(speaker, text, { asked: round % 2 === 0 });
      expect(JSON.parse(JSON.stringify(reading)), JSON.stringify(text)).toEqual(reading);
    }
  });

  it.each(WORDS)('reads twenty thousand signs of %j without going astray', (word) => {
    const text = word.repeat(Math.floor(20_480 / word.length));
    for (const speaker of SPEAKERS) expect(readingOf(speaker, text).text.length).toBeLessThanOrEqual(20_480);
  });

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('reads the same under TZ=%s', (zone) => {
    const script = [
      "import { understand } from './src/domain/understand/index.ts';",
      "import { statutoryWorkday } from './src/domain/workday.ts';",
      "const texts = ['今天内解决', '3个工作日内', '周五前', '春节前', '24小时内', '下个月底'];",
      "const said = new Date('2026-09-29T23:30:00+08:00');",
      "const read = (text) => understand({ text: `请${text}解决停电`, said, speaker: 'subject', botName: '', isWorkday: statutoryWorkday });",
      'process.stdout.write(JSON.stringify(texts.map((text) => read(text).problems[0]?.deadline?.date)));',
    ].join('\n');
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual([
      '2026-09-29',
      '2026-10-09',
      '2026-10-02',
      '2027-02-05',
      '2026-09-30',
      '2026-10-31',
    ]);
  });
});
