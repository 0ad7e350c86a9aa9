import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HAS_CORPUS } from '../../domain/understand/labelled.ts';
import { doubtfulLabels } from './doubtful-labels.ts';
import { missedBars, type Section, writeSection } from './ledger.ts';
import { benchLinearity } from './linearity.ts';
import { benchQuality, type Miss, type QualityFiles } from './quality.ts';
import { benchSpeed } from './speed.ts';

const PARTS = ['quality', 'speed', 'linearity'];
const OPTIONS = {
  misses: { type: 'boolean' },
  file: { type: 'string' },
  deadlines: { type: 'string' },
  only: { type: 'string', multiple: true },
} as const;

/** Judges and times the understanding of messages; ends with exit code 1 when a bar is missed. */
function main(): void {
  const { values } = parseArgs({ args: process.argv.slice(2), options: OPTIONS });
  const parts = values.only ?? PARTS;
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown) throw new Error(`there is no part ${unknown}: choose of ${PARTS.join(', ')}`);
  if (!HAS_CORPUS) {
    write('There is nothing to measure against: shared/corpus does not lie beside the checkout.\n');
    return;
  }
  write(`Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n\n`);
  const files = {
    messages: values.file ? path.resolve(values.file) : 'messages_dev.jsonl',
    deadlines: values.deadlines ? path.resolve(values.deadlines) : 'deadlines_dev.json',
  };
  const sections = [
    ...(parts.includes('quality') ? showQuality(files, values.misses === true) : []),
    ...(parts.includes('speed') ? show(benchSpeed()) : []),
    ...(parts.includes('linearity') ? show(benchLinearity()) : []),
  ];
  showVerdict(missedBars(sections));
}

function showQuality(files: QualityFiles, withMisses: boolean): Section[] {
  const { sections, misses } = benchQuality(files);
  for (const section of sections) show(section);
  if (withMisses) write(writeMisses(misses));
  write(doubtfulLabels(misses));
  return sections;
}

function show(section: Section): Section[] {
  write(writeSection(section));
  return [section];
}

function showVerdict(missed: readonly string[]): void {
  write(
    missed.length === 0 ? 'Every bar is reached.\n' : `Bars missed:\n${missed.map((bar) => `  ${bar}\n`).join('')}`,
  );
  if (missed.length > 0) process.exitCode = 1;
}

function writeMisses(misses: readonly Miss[]): string {
  const blocks = misses.map(
    ({ field, id, expected, got, text }) =>
      `  ${field}  ${id}  expected ${expected}, got ${got}\n    ${text.replaceAll('\n', ' ⏎ ')}\n`,
  );
  return `Misses, ${misses.length}\n${blocks.join('')}\n`;
}

function write(text: string): void {
  process.stdout.write(text);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
