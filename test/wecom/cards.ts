import type { AnyCard, CardType } from '../../src/wecom/cards.ts';

const ACTION = { type: 1, url: 'https://example.gov.cn/c/1' };
const SUBMIT = { text: '提交', key: 'submit' };
const OPTIONS = [
  { id: '5', text: '满意' },
  { id: '1', text: '不满意' },
];

const PARTS: Record<CardType, object> = {
  text_notice: { card_action: ACTION },
  news_notice: { card_action: ACTION, card_image: { url: 'https://example.gov.cn/b.png', aspect_ratio: 1.8 } },
  button_interaction: {
    task_id: 'task-1',
    button_list: [
      { text: '收到', style: 1, key: 'accept' },
      { type: 1, text: '看详情', url: 'https://example.gov.cn/c/1' },
    ],
  },
  vote_interaction: {
    task_id: 'task-1',
    checkbox: { question_key: 'day', mode: 1, option_list: OPTIONS },
    submit_button: SUBMIT,
  },
  multiple_interaction: {
    task_id: 'task-1',
    select_list: [{ question_key: 'speed', title: '速度', option_list: OPTIONS }],
    submit_button: SUBMIT,
  },
};

/** A card that lacks nothing, with changes. */
export function buildCard(type: CardType, changes: { [field: string]: unknown } = {}): AnyCard {
  return { card_type: type, main_title: { title: '办件进度' }, ...PARTS[type], ...changes };
}

/** The same thing so many times. */
export function many<T extends object>(count: number, one: T): T[] {
  return Array.from({ length: count }, () => ({ ...one }));
}
