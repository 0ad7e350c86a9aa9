import {
  CARD_DONE,
  CARD_DONE_OTHER,
  CARD_LINES,
  CARD_SOURCE,
  CARD_TITLES,
  cardGone,
  surveyCard,
} from '../../config/texts/cards.ts';
import { dayText, said } from '../../config/texts/format.ts';
import type { Snapshot } from '../domain/case.ts';
import { describe } from '../domain/describe.ts';
import type { Press } from '../domain/inbound.ts';
import type { About } from '../domain/notice.ts';

/** A card of the platform (模板卡片, wecom-protocol 2.8), as it is sent: names and shapes are the platform's. */
export interface Card {
  card_type: 'button_interaction' | 'multiple_interaction';
  task_id: string;
  [field: string]: unknown;
}

/** Which reply words are buttons, by what a notice is about. What needs a name, a day or a reason is said in words. */
const BUTTONS: { readonly [K in About['kind']]?: readonly string[] } = {
  assigned: ['收到', '3个工作日内办结'],
  transferred: ['收到', '3个工作日内办结'],
  reworked: ['收到'],
  leaderInformed: ['收到'],
  supportAsked: ['收到'],
  urged: ['收到'],
};

/** Longest text of a card that is shown whole on a telephone, characters (2.8 recommends 160). */
const TEXT_LENGTH = 150;

/** The card of a notice to a person, made from the case as it now stands; null when its words alone do better. */
export function cardOf(about: About, snapshot: Snapshot, v: { taskId: string; contact: string | null }): Card | null {
  if (about.kind === 'surveyInvite') return surveyCardOf(snapshot, { ...v, again: about.n > 0 });
  const buttons = BUTTONS[about.kind];
  if (!buttons) return null;
  const d = describe(snapshot);
  const title = CARD_TITLES[about.kind as keyof typeof CARD_TITLES];
  return {
    card_type: 'button_interaction',
    task_id: v.taskId,
    source: { desc: CARD_SOURCE },
    main_title: { title: `${title} ${d.number}`, desc: said(d.subject, 30) },
    sub_title_text: said(d.summary, TEXT_LENGTH),
    horizontal_content_list: [
      line(CARD_LINES.category, d.category),
      line(CARD_LINES.unit, d.unit),
      line(CARD_LINES.contact, v.contact),
      line(CARD_LINES.due, d.due && dayText(d.due)),
    ].flat(),
    button_list: buttons.map((words, i) => ({ text: words, style: i === 0 ? 1 : 2, key: words })),
  };
}

function line(keyname: string, value: string | null): { keyname: string; value: string }[] {
  return value ? [{ keyname, value: said(value, 30) }] : [];
}

function surveyCardOf(snapshot: Snapshot, v: { taskId: string; again: boolean }): Card {
  return {
    card_type: 'multiple_interaction',
    task_id: v.taskId,
    source: { desc: CARD_SOURCE },
    main_title: { title: surveyCard.title(snapshot), desc: said(`${surveyCard.desc(v)}：${snapshot.summary}`, 44) },
    select_list: surveyCard.questions.map(({ key, title, options }) => ({
      question_key: key,
      title,
      selected_id: surveyCard.unchosen.id,
      option_list: [surveyCard.unchosen, ...options.map((words) => ({ id: words, text: words }))],
    })),
    submit_button: { text: surveyCard.submit, key: surveyCard.submit },
  };
}

/** What a press says in words: the button's, or the chosen answers in their order. */
export function wordsOfPress({ key, selections }: Press): string {
  if (selections.length === 0) return key;
  const chosen = selections.flatMap(({ options }) => options).filter((id) => id !== surveyCard.unchosen.id);
  return chosen.join(' ');
}

/** The card after a press: what came of it, and no button left unless it was not done and may be tried again. */
export function answeredCard(card: Card, v: { press: Press; text: string; undone: boolean }): Card {
  const { press, text, undone } = v;
  const told = { ...card, sub_title_text: said(withoutReplyWords(text), TEXT_LENGTH) };
  if (undone) return told;
  const done = CARD_DONE[press.key] ?? CARD_DONE_OTHER;
  if (card.card_type === 'button_interaction')
    return { ...told, button_list: [{ text: done, style: 2, key: press.key }], replace_text: done };
  const questions = (card.select_list as { question_key: string }[]).map((question) => ({
    ...question,
    disable: true,
    selected_id: press.selections.find((chosen) => chosen.question === question.question_key)?.options[0],
  }));
  return {
    ...card,
    main_title: { ...(card.main_title as object), desc: said(withoutReplyWords(text), 44) },
    select_list: questions,
    replace_text: done,
  };
}

/** On a card there is no room for what else could be said; the words stay in 帮助. */
function withoutReplyWords(text: string): string {
  return text.split('\n回复：')[0] ?? text;
}

/** The card in place of one that belongs to no notice of this person. */
export function goneCard(press: Press): Card {
  return {
    card_type: 'button_interaction',
    task_id: press.taskId,
    main_title: { title: cardGone.title },
    sub_title_text: cardGone.text,
    button_list: [{ text: cardGone.button, style: 2, key: press.key || 'gone' }],
    replace_text: cardGone.button,
  };
}
