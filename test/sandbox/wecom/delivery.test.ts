import { describe, expect, it } from 'vitest';
import { BOT_NAME, GROUP, startWorld, type World, waitUntil } from './world.ts';
import { closedAfterEach } from '../../support/closed-after-each.ts';

const IN_GROUP = { as: 'wangqiang', chat: { kind: 'group', chatid: GROUP.chatid } } as const;
const ALONE = { as: 'wangqiang', chat: { kind: 'single' } } as const;

const start = closedAfterEach(startWorld);

function textsOf(world: World) {
  return world.heard.map(({ body }) => body.text);
}

describe('point 4: deadline and repeats', () => {
  it('waits no longer than the deadline, and repeats nothing by itself', async () => {
    const { simulator, heard } = await start({ deadlineMs: 1_000, reply: () => new Promise(() => {}) });
    const posted = await simulator.post({ ...ALONE, text: '你好' });
    expect(posted).toMatchObject({ status: 0, problem: 'no answer within 1000 ms' });
    expect(heard).toHaveLength(1);
  });

  it('repeats a message that was not taken as often as told, with the same msgid', async () => {
    const { simulator, heard } = await start({ retries: 2, reply: () => ({ status: 500 }) });
    await simulator.post({ ...ALONE, text: '你好', msgid: 'M1' });
    expect(heard.map(({ body }) => body.msgid)).toEqual(['M1', 'M1', 'M1']);
    expect(new Set(heard.map(({ nonce }) => nonce)).size).toBe(3);
  });

  it('does not repeat a message that was taken', async () => {
    const { simulator, heard } = await start({ retries: 2 });
    await simulator.post({ ...ALONE, text: '你好' });
    expect(heard).toHaveLength(1);
  });
});

describe('point 5: events', () => {
  it('delivers a card event once, with a response_url', async () => {
    const { simulator, heard } = await start({ retries: 2, reply: () => ({ status: 500 }) });
    const detail = { card_type: 'button_interaction', event_key: 'accept', task_id: 'n1' };
    await simulator.event({ ...IN_GROUP, eventtype: 'template_card_event', detail });
    expect(heard).toHaveLength(1);
    expect(heard[0]?.body).toMatchObject({
      msgtype: 'event',
      event: { eventtype: 'template_card_event', template_card_event: detail },
      response_url: expect.stringContaining('response_code='),
    });
  });

  it.each([
    ['enter_chat', { msgtype: 'text', text: { content: '您好' } }],
    ['template_card_event', { response_type: 'update_template_card', template_card: {} }],
  ] as const)('takes the answer of its own to %s', async (eventtype, message) => {
    const { simulator } = await start({ reply: (heard, world) => world.seal(heard, message) });
    expect(await simulator.event({ ...ALONE, eventtype })).toMatchObject({ problem: null });
  });

  it.each(['enter_chat', 'template_card_event', 'feedback_event'] as const)(
    'refuses a stream to %s',
    async (eventtype) => {
      const stream = { id: 'S1', finish: true, content: 'x' };
      const { simulator } = await start({ reply: (heard, world) => world.seal(heard, { msgtype: 'stream', stream }) });
      const posted = await simulator.event({ ...ALONE, eventtype });
      expect(posted.problem).toContain(`a ${eventtype} is not answered`);
    },
  );

  it('gives no response_url with enter_chat', async () => {
    const { simulator, heard } = await start();
    await simulator.event({ ...ALONE, eventtype: 'enter_chat' });
    expect(heard[0]?.body).not.toHaveProperty('response_url');
  });
});

describe('point 10: what the bot hears', () => {
  it('is nothing of a group message that does not mention it, though the group sees it', async () => {
    const { simulator, heard } = await start();
    const posted = await simulator.post({ ...IN_GROUP, text: '大家好', mention: false });
    expect(posted).toMatchObject({ status: 0, problem: null });
    expect(heard).toEqual([]);
    expect(simulator.seen()).toMatchObject([{ from: 'wangqiang', text: '大家好', via: 'member' }]);
  });

  it('is a group message with the mention in its words', async () => {
    const world = await start();
    await world.simulator.post({ ...IN_GROUP, text: '缺水' });
    expect(textsOf(world)).toEqual([{ content: `@${BOT_NAME} 缺水` }]);
  });

  it('leaves a mention where the writer put it', async () => {
    const world = await start();
    await world.simulator.post({ ...IN_GROUP, text: `请 @${BOT_NAME}  看看` });
    expect(textsOf(world)).toEqual([{ content: `请 @${BOT_NAME}  看看` }]);
  });

  it('is every word in a 1:1 chat, without a chat id', async () => {
    const world = await start();
    await world.simulator.post({ ...ALONE, text: '进度' });
    expect(world.heard[0]?.body).toMatchObject({ chattype: 'single', text: { content: '进度' } });
    expect(world.heard[0]?.body).not.toHaveProperty('chatid');
  });

  it('names the corp of a person of another corp', async () => {
    const { simulator, heard } = await start();
    await simulator.post({ ...ALONE, as: 'wwSUPPLIER/wangqiang', text: '进度' });
    expect(heard[0]?.body.from).toEqual({ corpid: 'wwSUPPLIER', userid: 'wangqiang' });
  });
});

describe('point 11: the network repeats and overtakes', () => {
  it('delivers a message twice, to the letter, under new signatures', async () => {
    const { simulator, heard } = await start();
    simulator.faults.nextCallback('duplicate');
    await simulator.post({ ...ALONE, text: '你好' });
    expect(heard).toHaveLength(2);
    expect(heard[0]?.body).toEqual(heard[1]?.body);
    expect(heard[0]?.query).not.toBe(heard[1]?.query);
    expect(simulator.seen()).toHaveLength(1);
  });

  it('delivers a message again when it is posted again by its id', async () => {
    const { simulator, heard } = await start();
    const { msgid } = await simulator.post({ ...ALONE, text: '你好' });
    await simulator.post({ ...ALONE, text: '你好', msgid });
    expect(heard[0]?.body).toEqual(heard[1]?.body);
    expect(simulator.seen()).toHaveLength(1);
  });

  it('lets a later message overtake an earlier one', async () => {
    const world = await start();
    const { simulator } = world;
    simulator.faults.nextCallback('afterNext');
    const first = simulator.post({ ...ALONE, text: '一' });
    await waitUntil(() => simulator.seen().length === 1);
    await simulator.post({ ...ALONE, text: '二' });
    await first;
    expect(textsOf(world)).toEqual([{ content: '二' }, { content: '一' }]);
  });
});
