import { describe, expect, it } from 'vitest';
import { type KeptVisit, NO_VISITS } from '../../src/domain/visits.ts';
import { decide } from '../../handlers/index.ts';
import { isRefusal } from '../../src/domain/decision.ts';
import { aCommand, aView, type Said } from '../support/case-factory.ts';
import { shanghai } from '../support/world-factory.ts';

/** Recorded by 李华 on Tuesday the 24th. */
const kept: KeptVisit = {
  id: 'inbox-9/0',
  subject: { id: 's-shenghong', name: '涿州市盛弘机械有限责任公司' },
  visitor: 'CORP/lihua',
  recordedBy: 'CORP/lihua',
  leader: null,
  day: '2026-11-24',
  text: '缺工30人',
  found: ['BQ-2026-000007'],
  place: { person: 'CORP/lihua', chat: 'c-gxj', botChatid: 'wrGxj' },
  at: shanghai('2026-11-24 16:00'),
  withdrawn: null,
};

function told(said: Said<'withdrawVisit'>, meant: KeptVisit | null = kept) {
  const decision = decide(null, aCommand('withdrawVisit', said), aView({ visits: { ...NO_VISITS, meant } }));
  return isRefusal(decision)
    ? { refusal: decision.code, reply: decision.say, withdrawn: null }
    : { refusal: null, reply: decision.reply, withdrawn: decision.withdrawnVisit ?? null };
}

describe('撤回走访', () => {
  it('takes the visit out of what counts; the cases that it brought go on', () => {
    expect(told({ by: 'handler', at: '2026-11-24 17:00' })).toEqual({
      refusal: null,
      withdrawn: 'inbox-9/0',
      reply:
        '已撤回走访：涿州市盛弘机械有限责任公司（11月24日周二，李华登记），不再计入走访。当时登记的问题照常办理：BQ-2026-000007。',
    });
  });

  it('may be said until the end of the next working day', () => {
    expect(told({ at: '2026-11-25 17:30' }).withdrawn).toBe('inbox-9/0');
    expect(told({ at: '2026-11-25 17:31' })).toMatchObject({
      refusal: 'wrongStatus',
      reply: expect.stringContaining('已于11月25日（周三）17:30截止'),
    });
  });

  it('names who may say it where there is nothing of theirs, with an example', () => {
    const { refusal, reply } = told({ by: 'otherHandler' }, null);
    expect(refusal).toBe('missing');
    expect(reply).toMatch(/由登记人本人或双创双服办公室撤回。\n回复：@帮企通 撤回走访 企业名$/u);
  });

  it('is answered the same when it is carried out again', () => {
    const at = shanghai('2026-11-24 17:00');
    const again = { ...kept, withdrawn: { at, by: 'CORP/lihua', source: 'withdrawVisit@2026-11-24 17:00' } };
    expect(told({ by: 'handler', at: '2026-11-24 17:00' }, again)).toEqual({
      ...told({ by: 'handler', at: '2026-11-24 17:00' }),
      withdrawn: null,
    });
  });

  it('said once more within minutes withdraws nothing else', () => {
    const at = shanghai('2026-11-24 16:58');
    const before = { ...kept, withdrawn: { at, by: 'CORP/lihua', source: 'another' } };
    expect(told({ by: 'handler', at: '2026-11-24 17:00' }, before)).toEqual({
      refusal: null,
      withdrawn: null,
      reply: expect.stringContaining('没有再撤回别的'),
    });
  });
});
