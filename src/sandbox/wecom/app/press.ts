import { isJson, type Json, objectAt, textAt } from '../content.ts';
import type { Elements } from './xml.ts';

/** A choice on a card: for each question the ids of what was chosen. */
export interface Selection {
  question: string;
  options: string[];
}

/** Builds what a press of this key on the card says, or why the card cannot be pressed so. */
export function pressElements(
  card: Json,
  v: { key: string; selections: readonly Selection[]; responseCode: string },
): Elements | { problem: string } {
  const { key, selections, responseCode } = v;
  const isMenu = keysOf(objectAt(card, 'action_menu').action_list).includes(key);
  if (!isMenu && !pressable(card).includes(key))
    return { problem: `the card has nothing to press with the key ${key}` };
  const questions = questionsOf(card);
  const strange = selections.find(({ question, options }) => {
    const known = questions.get(question);
    return !known || options.length === 0 || options.some((option) => !known.includes(option));
  });
  if (strange) return { problem: `the card has no such answer to ${strange.question}` };
  const items = selections.map(
    ({ question, options }) =>
      [
        'SelectedItem',
        [
          ['QuestionKey', question],
          ['OptionIds', options.map((option) => ['OptionId', option] as const)],
        ],
      ] as const,
  );
  return [
    ['Event', isMenu ? 'template_card_menu_event' : 'template_card_event'],
    ['EventKey', key],
    ['TaskId', textAt(card, 'task_id')],
    ['CardType', String(card.card_type)],
    ['ResponseCode', responseCode],
    ...(items.length > 0 ? ([['SelectedItems', items]] as const) : []),
  ];
}

/** Buttons that call back, and the one that sends answers; a button of type 1 opens a page. */
function pressable(card: Json): unknown[] {
  const buttons = Array.isArray(card.button_list) ? card.button_list.filter(isJson) : [];
  const called = buttons.filter(({ type }) => type !== 1).map(({ key }) => key);
  return [...called, objectAt(card, 'submit_button').key].filter((key) => key !== undefined);
}

function keysOf(list: unknown): unknown[] {
  return Array.isArray(list) ? list.filter(isJson).map(({ key }) => key) : [];
}

function questionsOf(card: Json): Map<string, string[]> {
  const list = Array.isArray(card.select_list) ? card.select_list.filter(isJson) : [];
  const single = [card.checkbox, card.button_selection].filter(isJson);
  return new Map(
    [...list, ...single].map((question) => {
      const options = Array.isArray(question.option_list) ? question.option_list.filter(isJson) : [];
      return [String(question.question_key), options.map(({ id }) => String(id))];
    }),
  );
}
