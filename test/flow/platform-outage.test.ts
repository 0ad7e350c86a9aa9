import { describe, expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import { GXJ, LEADER, LI, OFFICE, SHENGHONG, WANG, ZHAO } from '../support/flow-roster.ts';
import type { Fault } from '../support/outside-platform.ts';
import { useCity } from '../support/use-city.ts';

const LOAN = '技改贷款迟迟批不下来';

/** Outages in which nothing arrives; undefined: the connection is refused. */
const OUTAGES: [string, Fault | undefined][] = [
  ['refuses connections', undefined],
  ['answers 502', { status: 502 }],
  ['is over its limit (45009)', { errcode: 45009 }],
  ['is busy (-1)', { errcode: -1 }],
];

let city: City;
useCity((opened) => void (city = opened));

async function assigned(): Promise<string> {
  const number = numberIn(await city.say(WANG, SHENGHONG, LOAN));
  await city.say(WANG, SHENGHONG, '确认');
  return number;
}

/** The refusals that the service could not foresee, taken off the record. */
function unforeseen(): string[] {
  return city.wecom.offences.splice(0);
}

describe.each(OUTAGES)('while the platform %s', (_, fault) => {
  it('answers and notices wait, and each arrives once when it is back', async () => {
    await city.wecom.down(fault);
    const { msgid } = await city.post(WANG, SHENGHONG, LOAN);
    await city.sandbox.settled();
    await city.sandbox.advance('20 minutes');
    expect(city.wecom.shown).toEqual([]);
    expect((await city.sandbox.state()).outbox).toMatchObject({ pending: 3, dead: 0 });
    await city.wecom.up();
    await city.sandbox.advance('31 minutes');
    expect(city.wecom.answersTo(msgid)).toHaveLength(1);
    expect([city.pushed(GXJ).length, city.pushed(LEADER).length]).toEqual([1, 1]);
    expect((await city.sandbox.state()).outbox).toMatchObject({ pending: 0, sent: 3, uncertain: 0, dead: 0 });
  });
});

describe('a platform that takes a message and does not say so', () => {
  it('is sent the assignment again, and the reminder not', async () => {
    await city.wecom.down({ ends: 'reset', taken: true });
    await city.post(WANG, SHENGHONG, LOAN);
    await city.sandbox.settled();
    await city.sandbox.advance('10 minutes');
    await city.wecom.up();
    await city.sandbox.advance('31 minutes');
    expect(city.pushed(GXJ).length).toBeGreaterThan(1);
    await city.sandbox.moveTo('2026-11-25 18:00');
    const before = city.pushed(GXJ).length;
    await city.wecom.down({ ends: 'reset', taken: true });
    await city.sandbox.moveTo('2026-11-26 09:00');
    await city.wecom.up();
    await city.sandbox.moveTo('2026-11-26 18:00');
    expect(city.pushed(GXJ).slice(before)).toHaveLength(1);
    expect((await city.sandbox.state()).outbox).toMatchObject({ uncertain: 2, dead: 0 });
    await city.sandbox.moveTo('2026-11-27 09:00');
    expect(city.pushed(GXJ).at(-1)).toContain('还剩1个工作日');
    expect(unforeseen()).toEqual(['/cgi-bin/aibot/response answered 40058']);
  });

  it('has spent the response_url: its refusal afterwards counts as delivered', async () => {
    await city.wecom.down({ ends: 'reset', taken: true });
    const { msgid } = await city.post(WANG, SHENGHONG, LOAN);
    await city.sandbox.settled();
    await city.wecom.up();
    await city.sandbox.advance('5 minutes');
    expect(city.wecom.answersTo(msgid)).toHaveLength(1);
    expect((await city.sandbox.state()).outbox).toMatchObject({ sent: 1, dead: 0, pending: 0 });
    expect(unforeseen()).toEqual(['/cgi-bin/aibot/response answered 40058']);
  });

  it('hangs, and the message is tried again after the deadline of the call', async () => {
    await city.wecom.down({ ends: 'hang' });
    const { msgid } = await city.post(WANG, SHENGHONG, LOAN);
    await city.sandbox.settled();
    await city.wecom.up();
    await city.sandbox.advance('5 minutes');
    expect(city.wecom.answersTo(msgid)).toHaveLength(1);
  });
});

describe('an outage of the platform over days', () => {
  it('doubles no reminder and sends only what still holds', async () => {
    const number = await assigned();
    await city.sandbox.moveTo('2026-11-26 08:30');
    await city.wecom.down({ status: 503 });
    await city.sandbox.moveTo('2026-11-27 12:00');
    expect(city.pushed(GXJ)).toHaveLength(1);
    await city.wecom.up();
    await city.sandbox.moveTo('2026-11-27 17:00');
    const [, ...reminders] = city.pushed(GXJ);
    expect(reminders).toHaveLength(1);
    expect(reminders[0]).toMatch(new RegExp(`${number}.*还剩1个工作日`));
    expect((await city.sandbox.state()).outbox).toMatchObject({ void: 2, pending: 0 });
  });

  it('longer than an hour sends an answer by the group’s other way', async () => {
    await city.wecom.down();
    const { msgid } = await city.post(WANG, SHENGHONG, LOAN);
    await city.sandbox.settled();
    await city.sandbox.advance('3 hours');
    await city.wecom.up();
    await city.sandbox.advance('1 hour');
    expect(city.wecom.answersTo(msgid)).toEqual([]);
    expect(city.pushed(SHENGHONG)).toHaveLength(1);
    expect(city.pushed(SHENGHONG)[0]).toContain('您反映的问题已记下');
  });
});

describe('a webhook that is gone for good', () => {
  it('makes its notice dead at once and names it in the office’s 待办', async () => {
    city.wecom.removeRobot(GXJ);
    const number = await assigned();
    expect((await city.sandbox.state()).outbox).toMatchObject({ dead: 1, pending: 0 });
    const todo = await city.say(ZHAO, OFFICE, '待办');
    expect(todo).toContain(`未送达：${number}`);
    expect(todo).not.toContain('key-of-');
    expect(await city.say(LI, GXJ, `收到 ${number}`)).toContain('已签收');
    expect(unforeseen()).toEqual(['/cgi-bin/webhook/send answered 93000']);
  });
});
