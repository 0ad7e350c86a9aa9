import { dayText, replyWords, said } from './format.ts';
import { personText } from './pairing.ts';

/** 包联历史: who was what to a subject, from when to when. */

/** One spell in office; `to` is the first day on which it was no longer so, null while it is. */
export interface SpellText {
  holder: { name: string; title: string | null };
  from: string;
  to: string | null;
}

const ROLE_TEXT = { leader: '包联领导', unit: '责任部门', taskForce: '专班' } as const;

export const pairingHistory = (v: { subject: string; spells: Record<keyof typeof ROLE_TEXT, readonly SpellText[]> }) =>
  [
    `${v.subject}的包联历史：`,
    ...(['leader', 'unit', 'taskForce'] as const).map((role) => `${ROLE_TEXT[role]}：${spellsText(v.spells[role])}`),
  ].join('\n');

function spellsText(spells: readonly SpellText[]): string {
  if (spells.length === 0) return '没有记录。';
  return `${spells.map(({ holder, from, to }) => `${personText(holder)} ${whole(from)}起${to ? `，至${whole(to)}止` : '至今'}`).join('；')}。`;
}

/** With the year: a history spans several. */
const whole = (day: string) => dayText(day, '').replace(/（.*/u, '');

export const historyRefusals = {
  unknownSubject: (v: { name: string | null; at: string }) =>
    [
      v.name ? `名册中没有“${said(v.name, 30)}”，或不止一个，请写登记的全称。` : '请写明查哪家企业或哪个项目。',
      replyWords(v.at, ['包联历史 企业全称']),
    ].join('\n'),
};
