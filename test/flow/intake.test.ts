import { describe, expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import {
  CHENHE,
  GXJ,
  LEADER,
  LEADER2,
  LI,
  OFFICE,
  SHENGHONG,
  SINGLE,
  SUN,
  WANG,
  ZHAO,
} from '../support/flow-roster.ts';
import { headOf } from '../support/outside-wecom.ts';
import { useCity } from '../support/use-city.ts';

const LOAN = '技改贷款迟迟批不下来';
const NEW_GROUP = 'wrNobodyKnows';

let city: City;
useCity((opened) => void (city = opened));

/** A callback of a kind that carries no words. */
function wordless(rest: object): object {
  return { ...headOf({ as: WANG, chat: SHENGHONG, msgid: `CAIQ${Math.random()}` }), ...rest };
}

describe('a report whose enterprise nobody knows', () => {
  const UNKNOWN = '代保定市某某电子有限公司报：银行贷款一直没有批下来，请协调';
  const told = () => city.pushed(OFFICE).filter((text) => text.includes('未写明企业'));

  it('is asked back about, becomes no case, and is named to the office ten minutes on', async () => {
    expect(await city.say(ZHAO, OFFICE, UNKNOWN)).toMatch(/哪家企业|哪一家/);
    expect((await city.sandbox.state()).cases.draft).toBe(0);
    await city.sandbox.advance('9 minutes');
    expect(told()).toEqual([]);
    await city.sandbox.advance('2 minutes');
    expect(told()).toHaveLength(1);
  });

  it('is forgotten when its sender has said whose it is', async () => {
    await city.say(ZHAO, OFFICE, UNKNOWN);
    expect(await city.say(ZHAO, OFFICE, '代涿州市盛弘机械有限责任公司报：银行贷款一直没有批下来，请协调')).toContain(
      'BQ-',
    );
    await city.sandbox.advance('1 hour');
    expect(told()).toEqual([]);
  });
});

describe('a group that is in no roster', () => {
  it('is answered with a code, and its message waits for 绑定 with the time at which it was said', async () => {
    const code = /绑定 ([A-Z0-9]{6}) /.exec((await city.say(WANG, NEW_GROUP, `${LOAN}，3天内解决`)) ?? '')?.[1];
    expect((await city.sandbox.state()).inbox).toMatchObject({ pending: 1 });
    await city.sandbox.moveTo('2026-11-24 10:00');
    expect(await city.say(ZHAO, OFFICE, '待办')).toContain(`绑定 ${code}`);
    expect(await city.say(ZHAO, OFFICE, `绑定 ${code} 涿州市盛弘机械有限责任公司`)).toContain('已绑定');
    const { events, wished, due } = await city.sandbox.caseOf(numberIn(city.pushed(GXJ)[0] ?? null));
    expect(events[0]).toMatchObject({ type: 'drafted', at: '2026-11-23T09:00:00+08:00' });
    expect({ wished: wished?.day, due }).toEqual({ wished: '2026-11-26', due: '2026-11-30T17:30:00+08:00' });
  });

  it('is heard like any other once it is tied', async () => {
    const code = /绑定 ([A-Z0-9]{6}) /.exec((await city.say(WANG, NEW_GROUP, LOAN)) ?? '')?.[1];
    await city.say(ZHAO, OFFICE, `绑定 ${code} 盛弘机械`);
    expect(await city.say(WANG, NEW_GROUP, '我的问题')).toContain('共1件');
  });

  it('is not tied by anybody but the office, nor with a wrong code or name', async () => {
    const code = /绑定 ([A-Z0-9]{6}) /.exec((await city.say(WANG, NEW_GROUP, LOAN)) ?? '')?.[1];
    expect(await city.say(LI, GXJ, `绑定 ${code} 盛弘机械`)).toContain('需要由');
    expect(await city.say(ZHAO, OFFICE, '绑定 ZZZZZZ 盛弘机械')).toContain('没有代码');
    expect(await city.say(ZHAO, OFFICE, `绑定 ${code} 没有这家公司`)).toContain(`绑定 ${code}`);
    expect((await city.sandbox.state()).inbox.pending).toBe(1);
  });
});

describe('what is no text message', () => {
  it.each([
    ['an event of a new kind', { msgtype: 'event', event: { eventtype: 'moon_event', moon_event: {} } }],
    ['a message of a new kind', { msgtype: 'hologram', hologram: { depth: 3 } }],
    ['somebody opening the chat', { msgtype: 'event', event: { eventtype: 'enter_chat' } }],
    [
      'a thumb under an answer',
      { msgtype: 'event', event: { eventtype: 'feedback_event', feedback_event: { id: 'f', type: 1 } } },
    ],
  ])('%s is stored, acknowledged and harmless', async (_, rest) => {
    const { status, passive } = await city.wecom.deliver(wordless(rest));
    expect({ status, passive }).toEqual({ status: 200, passive: null });
    const state = await city.sandbox.settled();
    expect(state.inbox).toEqual({ pending: 0, done: 1, failed: 0 });
    expect(city.wecom.shown).toEqual([]);
  });

  it('a refresh of a stream is answered and not stored', async () => {
    const { status } = await city.wecom.deliver(wordless({ msgtype: 'stream', stream: { id: 'S1' } }));
    expect(status).toBe(200);
    expect((await city.sandbox.settled()).inbox).toEqual({ pending: 0, done: 0, failed: 0 });
  });

  it('words in a mixed message and in a voice message count', async () => {
    const mixed = {
      msgtype: 'mixed',
      mixed: {
        msg_item: [
          { msgtype: 'text', text: { content: `@帮企通 ${LOAN}` } },
          { msgtype: 'image', image: { url: 'http://127.0.0.1:1/i' } },
        ],
      },
    };
    await city.wecom.deliver(wordless(mixed));
    await city.wecom.deliver({
      ...headOf({ as: WANG, chat: SINGLE, msgid: 'CAIQvoice' }),
      msgtype: 'voice',
      voice: { content: '厂区门口道路破损，货车进不来' },
    });
    expect((await city.sandbox.settled()).cases.draft).toBe(2);
  });
});

describe('the order and the number of messages', () => {
  it('a message delivered again, also at the same time, has no second effect', async () => {
    const body = city.wecom.write({ as: WANG, chat: SHENGHONG, text: LOAN });
    const deliveries = await Promise.all(Array.from({ length: 5 }, () => city.wecom.deliver(body)));
    expect(deliveries.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await city.sandbox.settled();
    await city.wecom.deliver(body);
    expect(await city.sandbox.settled()).toMatchObject({
      inbox: { done: 1 },
      cases: { draft: 1 },
      outbox: { sent: 1 },
    });
    await city.sandbox.advance('10 minutes');
    expect([city.pushed(GXJ).length, city.pushed(LEADER).length]).toEqual([1, 1]);
  });

  it('what one person says runs in the order in which it came', async () => {
    await city.post(WANG, SHENGHONG, LOAN);
    await city.post(WANG, SHENGHONG, '改类别 行政审批');
    await city.post(WANG, SHENGHONG, '改期限 3个工作日内');
    await city.post(WANG, SHENGHONG, '确认');
    await city.sandbox.settled();
    const { events } = await city.sandbox.caseOf('BQ-2026-000001');
    expect(events.map(({ type }) => type)).toEqual([
      'drafted',
      'categoryCorrected',
      'wishCorrected',
      'accepted',
      'assigned',
    ]);
  });

  it('what is said at the same time in several chats becomes as many cases with numbers of their own', async () => {
    const places = [
      [WANG, SHENGHONG],
      [WANG, SINGLE],
      [SUN, CHENHE],
      [SUN, SINGLE],
    ] as const;
    await Promise.all(places.map(([who, where]) => city.post(who, where, LOAN)));
    expect((await city.sandbox.settled()).cases.draft).toBe(4);
    await city.sandbox.advance('10 minutes');
    const numbers = [...city.pushed(LEADER), ...city.pushed(LEADER2)].map(numberIn);
    expect(new Set(numbers).size).toBe(4);
  });
});
