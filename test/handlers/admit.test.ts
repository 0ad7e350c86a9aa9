import { describe, expect, it } from 'vitest';
import { decide } from '../../handlers/index.ts';
import type { Newcomer } from '../../src/domain/newcomer.ts';
import { NO_PEOPLE } from '../../src/domain/people.ts';
import { aCommand, aView } from '../support/case-factory.ts';
import { noticeLine, tell } from '../support/tell.ts';
import { shanghai } from '../support/world-factory.ts';

const found = (changes: Partial<Newcomer> = {}) => {
  const newcomer: Newcomer = {
    id: 'wwX/lisi',
    code: 'K7M2PQ',
    subject: 's-shenghong',
    status: 'waiting',
    askedIn: 'm-1',
    saidIn: 'm-2',
    said: { unit: '盛弘机械', name: '李四' },
    at: shanghai('2026-11-24 08:50'),
    ...changes,
  };
  return { people: { ...NO_PEOPLE, newcomer } };
};

describe('admit', () => {
  it('registers the person for the enterprise that the office names', () => {
    const decision = decide(null, aCommand('admit', { name: '盛弘机械、华信纺织' }), aView(found()));
    expect(decision).toMatchObject({
      reply: expect.stringContaining('李四已登记为涿州市盛弘机械有限责任公司、保定市华信纺织有限公司的联系人'),
      newcomer: { type: 'admit', id: 'wwX/lisi', name: '李四', subjects: ['s-shenghong', 's-huaxin'], askedIn: 'm-1' },
    });
  });

  it('takes the group’s enterprise, else the one said, where the office names none', () => {
    const subjects = (changes: Partial<Newcomer>) =>
      decide(null, aCommand('admit', { name: null }), aView(found(changes)));
    expect(subjects({ said: { unit: null, name: '李四' } })).toMatchObject({ newcomer: { subjects: ['s-shenghong'] } });
    expect(subjects({ subject: null, said: { unit: '华信纺织', name: '李四' } })).toMatchObject({
      newcomer: { subjects: ['s-huaxin'] },
    });
  });

  it('asks back for an enterprise that the roster does not know', () => {
    expect(tell(null, aCommand('admit', { name: '没有的公司' }), found()).reply).toMatch(
      /没有“没有的公司”[\s\S]*确认 K7M2PQ 为/,
    );
  });

  it('answers an unknown code, and one that is settled', () => {
    expect(tell(null, aCommand('admit')).refusal).toBe('unknownCode');
    expect(tell(null, aCommand('admit'), found({ status: 'asked' })).refusal).toBe('unknownCode');
    expect(tell(null, aCommand('admit'), found({ status: 'accepted' })).reply).toContain('已经登记');
  });

  it('is the office’s to say', () => {
    expect(tell(null, aCommand('admit', { by: 'leader' }), found()).reply).toContain('双创双服办公室');
  });
});

describe('turnAway', () => {
  it('tells the person with the reason where they had written', () => {
    const decision = decide(null, aCommand('turnAway', { reason: '不是该企业员工' }), aView(found()));
    const { newcomer } = decision as { newcomer: { notices: Parameters<typeof noticeLine>[0][] } };
    expect(newcomer.notices.map(noticeLine)).toEqual(['text > subject.s-shenghong']);
    expect(newcomer.notices).toMatchObject([
      { about: { text: expect.stringContaining('暂未能确认您的身份：不是该企业员工。') } },
    ]);
  });

  it('cannot push into a 1:1 chat', () => {
    expect(decide(null, aCommand('turnAway'), aView(found({ subject: null })))).toMatchObject({
      newcomer: { notices: [] },
    });
  });
});
