import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { printTerminal, wantsColour } from '../../../src/cli/demo/print-terminal.ts';
import type { Scene } from '../../../src/cli/demo/scene.ts';

const TALK: Scene = {
  kind: 'talk',
  chats: ['市工信局办理群'],
  messages: [{ who: '李华（市工信局）', isBot: false, text: '收到' }],
};

describe('wantsColour', () => {
  it.each([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
    ['a terminal with FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
    ['a terminal with NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['NO_COLOR and FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['a terminal with an empty NO_COLOR', { NO_COLOR: '' }, true, true],
  ])('on %s', (_, env, isTTY, expected) => {
    expect(wantsColour(env, { isTTY })).toBe(expected);
  });
});

describe('printTerminal', () => {
  it('shows chat, person and words', () => {
    expect(printTerminal(TALK, false)).toBe('\n【市工信局办理群】\n李华（市工信局）\n  收到\n');
  });

  it('adds nothing but colour codes when it colours', () => {
    const coloured = printTerminal(TALK, true);
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(printTerminal(TALK, false));
  });

  it('shows the business time with its weekday', () => {
    expect(printTerminal({ kind: 'clock', at: new Date('2026-11-23T01:00:00Z') }, false)).toContain(
      '11月23日（周一）09:00',
    );
  });
});
