import { bad, type CardProblem, need } from './card-problem.ts';
import { isJson, type Json, objectsAt } from './json.ts';

const MAX_KEY_BYTES = 1024;
const MAX_OPTION_ID_BYTES = 128;

/** Checks the buttons of a card of buttons, and the question that may stand over them. */
export function checkButtons(card: Json): CardProblem | null {
  if (card.card_type !== 'button_interaction') return null;
  const list = objectsAt(card, 'button_list');
  // No code is documented for the number of buttons; 40058 is the table's word for an invalid parameter.
  if (list.length < 1 || list.length > 6) return bad(40058, 'button_list must have 1 to 6 entries');
  const faulty = list
    .map((button, at) => checkButton(button, `button_list[${at}]`))
    .find((problem) => problem !== null);
  if (faulty) return faulty;
  return isJson(card.button_selection) ? checkQuestion(card.button_selection, 'button_selection', 10) : null;
}

function checkButton(button: Json, name: string): CardProblem | null {
  const missing = need(42038, `${name}.text`, button.text);
  if (missing) return missing;
  return button.type === 1
    ? need(42028, `${name}.url`, button.url)
    : need(42039, `${name}.key`, button.key, MAX_KEY_BYTES);
}

/** Checks the questions of a vote or of a card of several questions, and the button that sends them. */
export function checkChoices(card: Json): CardProblem | null {
  if (card.card_type === 'vote_interaction') {
    return checkQuestion(isJson(card.checkbox) ? card.checkbox : {}, 'checkbox', 20) ?? checkSubmit(card);
  }
  if (card.card_type !== 'multiple_interaction') return null;
  const list = objectsAt(card, 'select_list');
  if (list.length < 1 || list.length > 3) return bad(42047, 'select_list must have 1 to 3 entries');
  const faulty = list
    .map((question, at) => checkQuestion(question, `select_list[${at}]`, 10))
    .find((problem) => problem !== null);
  return faulty ?? checkSubmit(card);
}

function checkQuestion(question: Json, name: string, max: number): CardProblem | null {
  const nameless = need(42043, `${name}.question_key`, question.question_key, MAX_KEY_BYTES);
  if (nameless) return nameless;
  const options = objectsAt(question, 'option_list');
  if (options.length < 1 || options.length > max)
    return bad(42037, `${name}.option_list must have 1 to ${max} entries`);
  const problems = options.map(
    (option, at) =>
      need(42040, `${name}.option_list[${at}].id`, option.id, MAX_OPTION_ID_BYTES) ??
      need(42041, `${name}.option_list[${at}].text`, option.text),
  );
  return problems.find((problem) => problem !== null) ?? null;
}

function checkSubmit({ submit_button: button }: Json): CardProblem | null {
  const { text, key } = isJson(button) ? button : {};
  return need(42049, 'submit_button.text', text) ?? need(42046, 'submit_button.key', key, MAX_KEY_BYTES);
}

/** Checks the menu in the corner of a card. */
export function checkMenu({ action_menu: menu }: Json): CardProblem | null {
  if (!isJson(menu)) return null;
  const list = objectsAt(menu, 'action_list');
  // The page of the XML update says 10; the two pages of sending say 3.
  if (list.length < 1 || list.length > 3) return bad(40058, 'action_menu.action_list must have 1 to 3 entries');
  const problems = list.map(
    (entry, at) =>
      need(42020, `action_menu.action_list[${at}].text`, entry.text) ??
      need(42019, `action_menu.action_list[${at}].key`, entry.key, MAX_KEY_BYTES),
  );
  const faulty = problems.find((problem) => problem !== null);
  if (faulty) return faulty;
  const keys = new Set(list.map(({ key }) => key));
  return keys.size < list.length ? bad(42051, 'two entries of action_menu.action_list have the same key') : null;
}
