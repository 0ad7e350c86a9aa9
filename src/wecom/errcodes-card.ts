import type { Errcode } from './errcodes.ts';

/** What a card was refused for, as the platform's table words it (全局错误码). Each is found before sending unless the platform has changed. */
const FIELDS: Readonly<Record<number, string>> = {
  42014: 'its task_id is illegal or was used before',
  42015: 'it was sent by another app',
  42016: 'its task_id is unknown',
  42017: 'the key of a button is unknown',
  42018: 'the key of a button is illegal',
  42019: 'the key of a button is missing',
  42020: 'the name of a button is missing',
  42027: 'horizontal_content_list.keyname is missing',
  42028: 'a url is missing (card_action, horizontal_content_list or jump_list)',
  42029: 'horizontal_content_list.media_id is missing',
  42030: 'an appid is missing',
  42031: 'its card_type is illegal here',
  42033: 'a title is missing (vertical_content_list or jump_list)',
  42035: 'horizontal_content_list is too long',
  42036: 'vertical_content_list is too long',
  42037: 'an option_list is empty or too long',
  42038: 'button_list.text is missing',
  42039: 'button_list.key is missing',
  42040: 'option_list.id is missing',
  42041: 'option_list.text is missing',
  42042: 'jump_list is too long',
  42043: 'a question_key is missing',
  42044: 'card_image.url is missing',
  42045: 'card_action is missing or illegal',
  42046: 'submit_button.key is missing',
  42047: 'select_list is empty or too long',
  42049: 'submit_button.text is missing',
  42050: 'horizontal_content_list.userid is missing',
  42051: 'two keys of action_menu are the same',
};

/** The codes of cards: none helps to be repeated. */
export const CARD_ERRCODES: Readonly<Record<number, Errcode>> = {
  ...Object.fromEntries(
    Object.entries(FIELDS).map(([errcode, field]) => [
      errcode,
      { retryAfterMs: null, advice: `The card is refused because ${field}; report it as a defect.` },
    ]),
  ),
  42022: {
    retryAfterMs: null,
    advice: 'The card was changed by this response_code already, or it is older than 72 hours: nothing is to be done.',
  },
};
