import { type Json, objectAt } from './content.ts';

/** The words of a card that a person reads, from top to bottom. */
export function wordsOfCard(card: Json): string {
  const title = objectAt(card, 'main_title');
  const lines = listAt(card, 'horizontal_content_list').map(({ keyname, value }) => `${said(keyname)} ${said(value)}`);
  const buttons = listAt(card, 'button_list').map(({ text }) => `[${said(text)}]`);
  const questions = listAt(card, 'select_list').map(({ title: asked }) => said(asked));
  const submit = objectAt(card, 'submit_button').text;
  const parts = [title.title, title.desc, card.sub_title_text, ...lines, ...questions];
  const pressable = [...buttons, ...(submit ? [`[${said(submit)}]`] : [])].join(' ');
  // A replaced button is grey and stands alone.
  return [...parts, card.replace_text ? `[${said(card.replace_text)}]` : pressable]
    .map(said)
    .filter((part) => part !== '')
    .join('\n');
}

function listAt(card: Json, key: string): Json[] {
  const list = card[key];
  return Array.isArray(list) ? list.filter((entry): entry is Json => typeof entry === 'object' && entry !== null) : [];
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
