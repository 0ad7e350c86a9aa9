import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import type { Answer } from '../../src/domain/event.ts';
import { aCommand, after, afterTimer, buildCase, NUMBER, type Said } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { aChat, aRosterWith } from '../support/world-factory.ts';

const surveyed = buildCase({ stop: 'surveyed' });

/** An answer in the reporter's 1:1 chat on the Friday of the invitation; what is not said is null. */
function answer(rating: Partial<Answer>, said: Said<'answerSurvey'> = {}) {
  const whole = { resolved: null, onTime: null, score: null, ...rating };
  return aCommand('answerSurvey', { chat: null, at: '2026-11-27 10:00', rating: whole, ...said });
}

function told(rating: Partial<Answer>, subject: Case = surveyed) {
  return tell(subject, answer(rating));
}

const CLOSED_TOLD = ['closed > unit.u-gxj', 'closed > leader.CORP/zhangming'];

describe('answerSurvey 已解决', () => {
  it.each([5, 4, 3] as const)('with a score of %i closes the case', (score) => {
    const heard = told({ resolved: 'yes', onTime: 'yes', score });
    expect(heard).toMatchObject({ events: ['surveyAnswered', 'closed'], notices: CLOSED_TOLD });
    expect(heard.snapshot).toMatchObject({ status: 'closed', closures: [{ uncountedAt: null, survey: { score } }] });
    expect(heard.reply).toContain(`${NUMBER} 感谢您的评价，问题已销号`);
  });

  it.each([2, 1] as const)('with a score of %i closes it and has the office call', (score) => {
    const heard = told({ resolved: 'yes', onTime: 'no', score });
    expect(heard).toMatchObject({
      events: ['surveyAnswered', 'closed'],
      notices: [...CLOSED_TOLD, 'followUp > office'],
    });
    expect(heard.snapshot).toMatchObject({ status: 'closed', closures: [{ survey: { followUp: true } }] });
    expect(heard.reply).toBe(`${NUMBER} 感谢您如实评价，办公室将在1个工作日内与您联系。`);
  });

  it('and 满意 closes at once and asks for the third answer, which may still come', () => {
    const heard = told({ resolved: 'yes', score: 4 });
    expect(heard.events).toEqual(['surveyAnswered', 'surveyAskedAgain', 'closed']);
    expect(heard.reply).toMatch(/已销号[\s\S]*还差是否按期，请补充一句。\n回复：按期 BQ-2026-000123$/);
    const late = told({ onTime: 'no' }, after(surveyed, answer({ resolved: 'yes', score: 4 })));
    expect(late).toMatchObject({ events: ['surveyAnswered'], snapshot: { status: 'closed' } });
    expect(late.snapshot?.closures[0]?.survey).toMatchObject({ resolved: 'yes', onTime: 'no', score: 4 });
  });

  it('alone leaves the case resolved and asks once for what is missing', () => {
    const once = told({ resolved: 'yes' });
    expect(once).toMatchObject({ events: ['surveyAnswered', 'surveyAskedAgain'], snapshot: { status: 'resolved' } });
    expect(once.reply).toBe(`${NUMBER} 已记下。还差是否按期和是否满意，请补充一句。\n回复：按期 满意 ${NUMBER}`);
    const twice = told({ onTime: 'yes' }, after(surveyed, answer({ resolved: 'yes' })));
    expect(twice).toMatchObject({ events: ['surveyAnswered'], reply: `${NUMBER} 您的意见已记下，谢谢。` });
  });

  it('is completed by the next message', () => {
    const heard = told({ score: 3 }, after(surveyed, answer({ resolved: 'yes', onTime: 'yes' })));
    expect(heard).toMatchObject({ events: ['surveyAnswered', 'closed'], snapshot: { status: 'closed' } });
  });
});

describe('answerSurvey 未解决 and 部分解决', () => {
  it.each(['no', 'partly'] as const)('reopens the case for %s at once, whatever is missing', (resolved) => {
    const heard = told({ resolved });
    expect(heard).toMatchObject({
      events: ['surveyAnswered', 'reopened'],
      notices: ['reworked > unit.u-gxj', 'reworked > leader.CORP/zhangming'],
      reply: `${NUMBER} 您的回访意见已记下，问题将重新办理，办结后再向您回访。`,
    });
    expect(heard.snapshot).toMatchObject({ status: 'assigned', legs: [{ n: 1 }, { n: 2, termWorkdays: 5 }] });
  });

  it('un-counts the closure', () => {
    const said = answer({ resolved: 'no', onTime: 'yes', score: 5 });
    expect(tell(surveyed, said).snapshot?.closures[0]?.uncountedAt).toEqual(said.at);
  });

  it('says nothing of the answers to unit or leader', () => {
    const { effects } = told({ resolved: 'no', onTime: 'no', score: 1 });
    expect(effects.map((notice) => Object.keys(notice.about))).toEqual([
      ['kind', 'leg'],
      ['kind', 'leg'],
    ]);
  });

  it('after the survey has expired reopens too', () => {
    const expired = afterTimer(afterTimer(afterTimer(surveyed)));
    expect(expired.snapshot.closures[0]?.survey.expiredAt).not.toBeNull();
    expect(told({ resolved: 'no' }, expired).events).toEqual(['surveyAnswered', 'reopened']);
  });
});

describe('answerSurvey a second time', () => {
  const closed = buildCase({ stop: 'closed' });
  const reopened = buildCase({ stop: 'reopened' });

  it('with the same words changes nothing', () => {
    const heard = told({ resolved: 'yes', onTime: 'yes', score: 4 }, closed);
    expect(heard).toMatchObject({ events: [], reply: expect.stringContaining('已销号') });
    expect(told({ resolved: 'no' }, reopened)).toMatchObject({
      events: [],
      reply: expect.stringContaining('重新办理'),
    });
  });

  it.each([
    ['closed', closed, { score: 1 }],
    ['reopened', reopened, { resolved: 'yes' }],
  ] as const)(
    'with other words locks the first answer of a case that was %s and flags it to the office',
    (_, subject, rating) => {
      const heard = told(rating, subject);
      expect(heard).toMatchObject({ events: ['surveyDisputed'], notices: ['text > office'] });
      expect(heard.reply).toContain(`${NUMBER} 的回访已有答复，以首次答复为准`);
      expect(heard.snapshot?.status).toBe(subject.snapshot.status);
      const [closure] = subject.snapshot.closures;
      expect(heard.snapshot?.closures[0]?.survey).toEqual({ ...closure?.survey, disputed: true });
      expect(heard.effects[0]?.about).toMatchObject({ kind: 'text', text: expect.stringContaining(NUMBER) });
    },
  );

  it('flags each differing answer to the office by a notice of its own', () => {
    const [first, second] = ['bot/1/0', 'bot/2/0'].map((source) =>
      tell(closed, aCommand('answerSurvey', { rating: { resolved: 'no', onTime: null, score: null }, source })),
    );
    expect(first?.effects[0]?.key).not.toBe(second?.effects[0]?.key);
  });
});

describe('answerSurvey where others read along', () => {
  const rating = { resolved: 'no', onTime: 'no', score: 1 } as const;

  it('is taken in silence in a mixed group: a reply would quote it', () => {
    const heard = tell(surveyed, answer(rating, { chat: 'c-shenghong' }));
    expect(heard).toMatchObject({ events: ['surveyAnswered', 'reopened'], reply: '' });
  });

  it('asks for what is missing by a nudge to the 1:1 chat', () => {
    const heard = tell(surveyed, answer({ resolved: 'yes' }, { chat: 'c-shenghong' }));
    expect(heard).toMatchObject({ reply: '', notices: ['surveyInvite > subject.s-shenghong'] });
    expect(heard.effects[0]?.key).not.toBe(surveyed.events.at(-1)?.effects[0]?.key);
  });

  it('is not asked the same twice: the nudge is the next reminder, and only the one after it still comes', () => {
    const nudged = after(surveyed, answer({ resolved: 'yes' }, { chat: 'c-shenghong' }));
    const reminded = afterTimer(nudged);
    expect(reminded.events.at(-1)).toMatchObject({ type: 'surveyReminded', n: 2 });
    const asked = reminded.events.flatMap(({ effects }) =>
      effects.filter(({ about }) => about.kind === 'surveyInvite'),
    );
    expect(asked.map(({ about }) => about)).toMatchObject([{ n: 0 }, { n: 1 }, { n: 2 }]);
  });

  it('is not nudged before the survey was sent, nor once it has closed the case', () => {
    const early = tell(buildCase({ stop: 'resolved' }), answer({ resolved: 'yes' }, { chat: 'c-shenghong' }));
    expect(early).toMatchObject({ events: ['surveyAnswered'], notices: [] });
    const closing = tell(surveyed, answer({ resolved: 'yes', score: 5 }, { chat: 'c-shenghong' }));
    expect(closing).toMatchObject({ events: ['surveyAnswered', 'closed'], notices: CLOSED_TOLD });
  });

  it('is answered aloud where only the enterprise reads', () => {
    const own = aChat({
      id: 'c-shenghong',
      name: '盛弘自己的群',
      purpose: 'subject',
      of: 's-shenghong',
      audience: 'enterprise',
    });
    const roster = aRosterWith({ chats: [own] });
    const heard = tell(surveyed, answer(rating, { chat: 'c-shenghong' }), { roster });
    expect(heard.reply).toContain('问题将重新办理');
  });
});

describe('answerSurvey before there is anything to ask', () => {
  it('is refused', () => {
    expect(told({ resolved: 'yes' }, buildCase({ stop: 'handling' }))).toMatchObject({
      refusal: 'wrongStatus',
      reply: `${NUMBER} 现在没有等待答复的回访。`,
    });
  });

  it('is taken between 办结 and the invitation', () => {
    const heard = told({ resolved: 'yes', onTime: 'yes', score: 5 }, buildCase({ stop: 'resolved' }));
    expect(heard.snapshot?.status).toBe('closed');
  });
});
