import { describe, expect, it } from 'vitest';
import type { Press } from '../../src/domain/inbound.ts';
import type { About } from '../../src/domain/notice.ts';
import { answeredCard, cardOf, goneCard, wordsOfPress } from '../../src/render/card.ts';
import { aSnapshot, NUMBER } from '../support/case-factory.ts';

const V = { taskId: 'bq_1', contact: '王强 138****1111' };
const snapshot = aSnapshot({ stop: 'assigned' });

function aCard(about: About) {
  const card = cardOf(about, snapshot, V);
  if (!card) throw new Error(`no card for ${about.kind}`);
  return card;
}

function aPress(v: Partial<Press> = {}): Press {
  return { taskId: 'bq_1', key: '收到', selections: [], responseCode: null, ...v };
}

describe('the card of a case', () => {
  it('names case, enterprise, problem and term, and its buttons are the reply words', () => {
    expect(aCard({ kind: 'assigned', leg: 1 })).toMatchObject({
      card_type: 'button_interaction',
      task_id: 'bq_1',
      main_title: { title: `交办 ${NUMBER}`, desc: '涿州市盛弘机械有限责任公司' },
      button_list: [
        { text: '收到', key: '收到' },
        { text: '3个工作日内办结', key: '3个工作日内办结' },
      ],
    });
  });

  it('keeps within what the platform shows', () => {
    for (const kind of ['assigned', 'leaderInformed', 'reworked'] as const) {
      const lines = aCard({ kind, leg: 1 }).horizontal_content_list as { keyname: string; value: string }[];
      expect(lines.length).toBeLessThanOrEqual(6);
      expect(lines.every(({ keyname, value }) => [...keyname].length <= 5 && [...value].length <= 30)).toBe(true);
    }
  });

  it('is none for what is only to be read', () => {
    expect(cardOf({ kind: 'movedOn', to: '市人社局' }, snapshot, V)).toBeNull();
  });
});

describe('the card of a survey', () => {
  const card = aCard({ kind: 'surveyInvite', round: 1, n: 0 });
  const questions = card.select_list as { question_key: string; selected_id: string; option_list: { id: string }[] }[];

  it('asks the three questions, none of them answered beforehand', () => {
    expect(questions.map(({ question_key }) => question_key)).toEqual(['resolved', 'onTime', 'score']);
    expect(questions.every((one) => one.option_list[0]?.id === one.selected_id && one.selected_id === 'none')).toBe(
      true,
    );
  });

  it('says in words what was chosen, and nothing for what was not', () => {
    const selections = [
      { question: 'resolved', options: ['已解决'] },
      { question: 'onTime', options: ['none'] },
      { question: 'score', options: ['非常满意'] },
    ];
    expect(wordsOfPress(aPress({ key: '提交', selections }))).toBe('已解决 非常满意');
    expect(wordsOfPress(aPress())).toBe('收到');
  });

  it('shows the answers afterwards, closed', () => {
    const selections = [{ question: 'score', options: ['满意'] }];
    const press = aPress({ key: '提交', selections });
    const closed = answeredCard(card, { press, text: '感谢您的评价', undone: false });
    expect(closed).toMatchObject({ replace_text: '已提交', main_title: { desc: '感谢您的评价' } });
    expect((closed.select_list as object[])[2]).toMatchObject({ disable: true, selected_id: '满意' });
  });
});

describe('a pressed card', () => {
  const card = aCard({ kind: 'assigned', leg: 1 });

  it('says what came of it and has no live button left', () => {
    expect(answeredCard(card, { press: aPress(), text: '已签收。', undone: false })).toMatchObject({
      task_id: 'bq_1',
      sub_title_text: '已签收。',
      button_list: [{ text: '已收到' }],
      replace_text: '已收到',
    });
  });

  it('keeps its buttons when nothing was done', () => {
    const refused = answeredCard(card, { press: aPress(), text: '您没有权限。', undone: true });
    expect(refused).toMatchObject({ sub_title_text: '您没有权限。', button_list: card.button_list });
    expect(refused).not.toHaveProperty('replace_text');
  });

  it('that belongs to nothing says so', () => {
    expect(goneCard(aPress())).toMatchObject({ task_id: 'bq_1', replace_text: '已失效' });
  });
});
