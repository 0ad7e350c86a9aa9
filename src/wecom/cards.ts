/** The kinds of cards; a group's webhook takes the two notices alone (模板卡片消息). */
export type CardType =
  | 'text_notice'
  | 'news_notice'
  | 'button_interaction'
  | 'vote_interaction'
  | 'multiple_interaction';

/** Names and shapes of a card are the platform's own. Fields that are not named here are sent as they are given. */
interface CardBase {
  source?: { icon_url?: string; desc?: string; desc_color?: 0 | 1 | 2 | 3 };
  action_menu?: { desc?: string; action_list: { text: string; key: string }[] };
  quote_area?: Jump & { quote_text?: string };
  /** At most 6. `type`: 0 text, 1 url, 2 file (`media_id`), 3 member (`userid`). */
  horizontal_content_list?: HorizontalContent[];
  /** 1..128 of letters, digits, `_-@`; never used twice by one bot or app. */
  task_id?: string;
  [field: string]: unknown;
}

interface Title {
  title?: string;
  desc?: string;
}

interface HorizontalContent {
  type?: 0 | 1 | 2 | 3;
  keyname: string;
  value?: string;
  url?: string;
  media_id?: string;
  userid?: string;
}

/** `type`: 0 nothing, 1 `url`, 2 mini program (`appid`, `pagepath`), 3 question to the bot (`question`; bot alone). */
interface Jump {
  type?: 0 | 1 | 2 | 3;
  title?: string;
  url?: string;
  appid?: string;
  pagepath?: string;
  question?: string;
}

interface Option {
  /** At most 128 bytes. */
  id: string;
  text: string;
}

/** A question with 1..10 answers to pick one of. */
export interface Selection {
  question_key: string;
  title?: string;
  /** In updates alone. */
  disable?: boolean;
  selected_id?: string;
  option_list: Option[];
}

/** `style` 1..4; `type` 0 calls back with `key`, 1 opens `url` (app alone). */
export interface CardButton {
  text: string;
  style?: number;
  type?: 0 | 1;
  key?: string;
  url?: string;
}

/** Words with a link. Either `main_title.title` or `sub_title_text` is needed. */
export interface TextNotice extends CardBase {
  card_type: 'text_notice';
  main_title?: Title;
  emphasis_content?: Title;
  sub_title_text?: string;
  jump_list?: Jump[];
  card_action: Jump;
}

/** A picture with a link. */
export interface NewsNotice extends CardBase {
  card_type: 'news_notice';
  main_title: Title;
  card_image?: { url: string; aspect_ratio?: number };
  image_text_area?: Jump & { desc?: string; image_url: string };
  vertical_content_list?: { title: string; desc?: string }[];
  jump_list?: Jump[];
  card_action: Jump;
}

/** Buttons, 1..6. */
export interface ButtonInteraction extends CardBase {
  card_type: 'button_interaction';
  main_title: Title;
  sub_title_text?: string;
  button_selection?: Selection;
  button_list: CardButton[];
  card_action?: Jump;
}

/** One question, 1..20 answers. `mode`: 0 one answer, 1 several. */
export interface VoteInteraction extends CardBase {
  card_type: 'vote_interaction';
  main_title: Title;
  checkbox: {
    question_key: string;
    mode?: 0 | 1;
    disable?: boolean;
    option_list: (Option & { is_checked?: boolean })[];
  };
  submit_button: { text: string; key: string };
}

/** One to three questions, each with one answer. */
export interface MultipleInteraction extends CardBase {
  card_type: 'multiple_interaction';
  main_title: Title;
  select_list: Selection[];
  submit_button: { text: string; key: string };
}

/** A card with everything its type needs. */
export type TemplateCard = TextNotice | NewsNotice | ButtonInteraction | VoteInteraction | MultipleInteraction;

/** A card that was built elsewhere: what it lacks is found by `checkCard` before it is sent. */
export interface AnyCard {
  card_type: CardType;
  [field: string]: unknown;
}
