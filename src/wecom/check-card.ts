import { isJson, type Json, objectsAt } from './json.ts';
import { checkButtons, checkChoices, checkMenu } from './check-card-parts.ts';
import { bad, type CardProblem, need } from './card-problem.ts';

export type { CardProblem } from './card-problem.ts';

/** Where a card is to stand. An `update` changes one that is there, so that it needs no task_id of its own. */
export type CardPlace = 'webhook' | 'app' | 'bot' | 'update';

const NOTICES = ['text_notice', 'news_notice'];
const INTERACTIVE = ['button_interaction', 'vote_interaction', 'multiple_interaction'];

/** Finds the first thing for which the platform would refuse a card; null when there is none. Lengths in characters only fold. */
export function checkCard(card: object, place: CardPlace): CardProblem | null {
  const body: Json = { ...card };
  return (
    checkType(body, place) ??
    checkTaskId(body, place) ??
    checkTitle(body) ??
    checkAction(body) ??
    checkImage(body) ??
    checkHorizontal(body) ??
    checkVertical(body) ??
    checkJumps(body) ??
    checkButtons(body) ??
    checkChoices(body) ??
    checkMenu(body)
  );
}

function checkType({ card_type: type }: Json, place: CardPlace): CardProblem | null {
  const known = place === 'webhook' ? NOTICES : [...NOTICES, ...INTERACTIVE];
  return known.includes(String(type)) ? null : bad(42031, `card_type must be one of ${known.join(', ')}`);
}

function checkTaskId(card: Json, place: CardPlace): CardProblem | null {
  const { task_id: id } = card;
  const needed = INTERACTIVE.includes(String(card.card_type)) || card.action_menu !== undefined;
  if (id === undefined && (!needed || place === 'update')) return null;
  if (id === undefined) return bad(42014, 'task_id is missing');
  if (typeof id === 'string' && /^[0-9A-Za-z_\-@]{1,128}$/.test(id)) return null;
  return bad(42014, 'task_id must be 1 to 128 letters, digits, _, - or @');
}

// The documents name no code for a missing main title; 40063 is the table's word for an empty parameter.
function checkTitle(card: Json): CardProblem | null {
  const { title } = part(card, 'main_title');
  if (card.card_type !== 'text_notice') return need(40063, 'main_title.title', title);
  return title ? null : need(40063, 'main_title.title or sub_title_text', card.sub_title_text);
}

/** The two notices must lead somewhere; on an interactive card an action may be absent or of type 0. */
function checkAction(card: Json): CardProblem | null {
  const isNotice = NOTICES.includes(String(card.card_type));
  if (card.card_action === undefined && !isNotice) return null;
  const action = part(card, 'card_action');
  if (action.type !== 1 && action.type !== 2 && isNotice) return bad(42045, 'card_action.type must be 1 or 2');
  return checkTarget(action, 'card_action');
}

function checkImage(card: Json): CardProblem | null {
  if (card.card_type !== 'news_notice') return null;
  if (card.card_image !== undefined) return need(42044, 'card_image.url', part(card, 'card_image').url);
  return need(42044, 'card_image or image_text_area.image_url', part(card, 'image_text_area').image_url);
}

function checkHorizontal(card: Json): CardProblem | null {
  const list = objectsAt(card, 'horizontal_content_list');
  if (list.length > 6) return bad(42035, 'horizontal_content_list has more than 6 entries');
  return first(list, (entry, at) => {
    const name = `horizontal_content_list[${at}]`;
    if (entry.type === 1 && !entry.url) return bad(42028, `${name}.url is missing`);
    if (entry.type === 2 && !entry.media_id) return bad(42029, `${name}.media_id is missing`);
    if (entry.type === 3 && !entry.userid) return bad(42050, `${name}.userid is missing`);
    return need(42027, `${name}.keyname`, entry.keyname);
  });
}

function checkVertical(card: Json): CardProblem | null {
  const list = objectsAt(card, 'vertical_content_list');
  if (list.length > 4) return bad(42036, 'vertical_content_list has more than 4 entries');
  return first(list, (entry, at) => need(42033, `vertical_content_list[${at}].title`, entry.title));
}

function checkJumps(card: Json): CardProblem | null {
  const list = objectsAt(card, 'jump_list');
  if (list.length > 3) return bad(42042, 'jump_list has more than 3 entries');
  return first(list, (entry, at) => {
    const name = `jump_list[${at}]`;
    return need(42033, `${name}.title`, entry.title) ?? checkTarget(entry, name);
  });
}

function checkTarget(target: Json, name: string): CardProblem | null {
  if (target.type === 1) return need(42028, `${name}.url`, target.url);
  return target.type === 2 ? need(42030, `${name}.appid`, target.appid) : null;
}

function part(card: Json, key: string): Json {
  const value = card[key];
  return isJson(value) ? value : {};
}

function first(list: readonly Json[], check: (entry: Json, at: number) => CardProblem | null): CardProblem | null {
  for (const [at, entry] of list.entries()) {
    const problem = check(entry, at);
    if (problem) return problem;
  }
  return null;
}
