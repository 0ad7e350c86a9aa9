import { describe, expect, it } from 'vitest';
import type { CardType } from '../../src/wecom/cards.ts';
import { checkCard } from '../../src/wecom/check-card.ts';
import { buildCard, many } from './cards.ts';

const option = { id: '1', text: '满意' };
const question = { question_key: 'q1', option_list: [option] };

describe('checkCard', () => {
  it.each(['text_notice', 'news_notice', 'button_interaction', 'vote_interaction', 'multiple_interaction'] as const)(
    'finds nothing wrong with a whole %s of an app',
    (type) => {
      expect(checkCard(buildCard(type), 'app')).toBeNull();
    },
  );

  it.each(['text_notice', 'news_notice'] as const)('lets a %s stand in a group', (type) => {
    expect(checkCard(buildCard(type), 'webhook')).toBeNull();
  });

  it('lets no card with something to press stand in a group by webhook', () => {
    expect(checkCard(buildCard('button_interaction'), 'webhook')).toMatchObject({ errcode: 42031 });
  });

  it('wants a task_id of what is sent, not of what changes it', () => {
    const card = buildCard('button_interaction', { task_id: undefined });
    expect(checkCard(card, 'app')).toEqual({ errcode: 42014, words: 'task_id is missing' });
    expect(checkCard(card, 'update')).toBeNull();
  });

  it('wants a task_id of a notice once it has a menu', () => {
    const action_menu = { action_list: [{ text: '不再提醒', key: 'mute' }] };
    expect(checkCard(buildCard('text_notice', { action_menu }), 'app')).toMatchObject({ errcode: 42014 });
    expect(checkCard(buildCard('text_notice', { action_menu, task_id: 't1' }), 'app')).toBeNull();
  });

  it.each(['a'.repeat(128), 'BQ-2026_1@x'])('takes the task_id %s', (task_id) => {
    expect(checkCard(buildCard('button_interaction', { task_id }), 'app')).toBeNull();
  });

  it.each(['', 'a'.repeat(129), '编号', 'a b', 'a/b', 5])('refuses the task_id %j', (task_id) => {
    expect(checkCard(buildCard('button_interaction', { task_id }), 'app')).toMatchObject({ errcode: 42014 });
  });

  it('takes a subtitle in place of a title on a notice of words alone', () => {
    expect(checkCard(buildCard('text_notice', { main_title: undefined, sub_title_text: '请办' }), 'app')).toBeNull();
    expect(checkCard(buildCard('news_notice', { main_title: undefined, sub_title_text: '请办' }), 'app')).toMatchObject(
      {
        errcode: 40063,
      },
    );
  });

  it('takes a card of buttons without an action, or with one that does nothing', () => {
    expect(checkCard(buildCard('button_interaction', { card_action: { type: 0 } }), 'app')).toBeNull();
  });

  const faults: [CardType, { [field: string]: unknown }, number, string][] = [
    ['text_notice', { main_title: undefined }, 40063, 'main_title.title or sub_title_text'],
    ['text_notice', { card_action: undefined }, 42045, 'card_action'],
    ['text_notice', { card_action: { type: 0 } }, 42045, 'card_action'],
    ['text_notice', { card_action: { type: 1 } }, 42028, 'card_action.url'],
    ['text_notice', { card_action: { type: 2 } }, 42030, 'card_action.appid'],
    ['text_notice', { horizontal_content_list: many(7, { keyname: '单位' }) }, 42035, 'more than 6'],
    ['text_notice', { horizontal_content_list: [{ value: '无名' }] }, 42027, 'horizontal_content_list[0].keyname'],
    ['text_notice', { horizontal_content_list: [{ keyname: '页', type: 1 }] }, 42028, 'horizontal_content_list[0].url'],
    ['text_notice', { horizontal_content_list: [{ keyname: '件', type: 2 }] }, 42029, 'media_id'],
    ['text_notice', { horizontal_content_list: [{ keyname: '人', type: 3 }] }, 42050, 'userid'],
    ['text_notice', { jump_list: many(4, { title: '看' }) }, 42042, 'more than 3'],
    ['text_notice', { jump_list: [{ type: 0 }] }, 42033, 'jump_list[0].title'],
    ['text_notice', { jump_list: [{ title: '看', type: 1 }] }, 42028, 'jump_list[0].url'],
    ['text_notice', { jump_list: [{ title: '看', type: 2 }] }, 42030, 'jump_list[0].appid'],
    ['news_notice', { card_image: { aspect_ratio: 1.8 } }, 42044, 'card_image.url'],
    ['news_notice', { card_image: undefined }, 42044, 'image_text_area'],
    ['news_notice', { vertical_content_list: many(5, { title: '一' }) }, 42036, 'more than 4'],
    ['news_notice', { vertical_content_list: [{ desc: '无题' }] }, 42033, 'vertical_content_list[0].title'],
    ['button_interaction', { button_list: [] }, 40058, '1 to 6'],
    ['button_interaction', { button_list: many(7, { text: '同意', key: 'k' }) }, 40058, '1 to 6'],
    ['button_interaction', { button_list: [{ key: 'k' }] }, 42038, 'button_list[0].text'],
    ['button_interaction', { button_list: [{ text: '同意' }] }, 42039, 'button_list[0].key'],
    ['button_interaction', { button_list: [{ text: '同意', key: '问'.repeat(342) }] }, 42039, '1024 bytes'],
    ['button_interaction', { button_list: [{ text: '看', type: 1 }] }, 42028, 'button_list[0].url'],
    ['button_interaction', { button_selection: { option_list: [option] } }, 42043, 'button_selection.question_key'],
    ['vote_interaction', { checkbox: undefined }, 42043, 'checkbox.question_key'],
    ['vote_interaction', { checkbox: { question_key: 'q', option_list: [] } }, 42037, '1 to 20'],
    ['vote_interaction', { checkbox: { question_key: 'q', option_list: many(21, option) } }, 42037, '1 to 20'],
    ['vote_interaction', { checkbox: { question_key: 'q', option_list: [{ text: '一' }] } }, 42040, 'id'],
    ['vote_interaction', { checkbox: { question_key: 'q', option_list: [{ id: '1' }] } }, 42041, 'text'],
    ['vote_interaction', { submit_button: { key: 'k' } }, 42049, 'submit_button.text'],
    ['vote_interaction', { submit_button: { text: '提交' } }, 42046, 'submit_button.key'],
    ['multiple_interaction', { select_list: [] }, 42047, '1 to 3'],
    ['multiple_interaction', { select_list: many(4, question) }, 42047, '1 to 3'],
    ['multiple_interaction', { select_list: [{ ...question, option_list: many(11, option) }] }, 42037, '1 to 10'],
    ['multiple_interaction', { action_menu: { action_list: [] } }, 40058, 'action_menu'],
    ['multiple_interaction', { action_menu: { action_list: [{ key: 'k' }] } }, 42020, 'action_list[0].text'],
    ['multiple_interaction', { action_menu: { action_list: [{ text: '一' }] } }, 42019, 'action_list[0].key'],
    [
      'multiple_interaction',
      { action_menu: { action_list: many(2, { text: '一', key: 'k' }) } },
      42051,
      'the same key',
    ],
  ];

  it.each(faults)('on a %s with %j answers %i', (type, changes, errcode, words) => {
    const problem = checkCard(buildCard(type, changes), 'app');
    expect(problem).toMatchObject({ errcode, words: expect.stringContaining(words) });
  });
});
