import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { pauseAfter } from '../../../src/wecom/connection/pause-after.ts';
import { LINE_BOT, LINE_GROUP } from '../../support/connection-world.ts';
import { until } from '../../support/until.ts';
import { failureOf } from '../failure-of.ts';
import { connect, HELLO, IN_GROUP, said, start, withMessage } from './with-message.ts';

describe('a standing connection', () => {
  it('hears a message as a callback would bring it, without a response_url', async () => {
    const { heard } = await withMessage();
    expect(heard).toMatchObject({
      kind: 'message',
      body: { chatid: LINE_GROUP.chatid, from: { userid: 'wangqiang' }, text: { content: '@帮企通 贷款批不下来' } },
    });
    expect(heard.body).not.toHaveProperty('response_url');
  });

  it('answers a message in place, more than once', async () => {
    const { world, client, heard } = await withMessage();
    await Promise.all([
      client.respond(heard.origin, HELLO),
      client.respond(heard.origin, { ...HELLO, content: '再会' }),
    ]);
    expect(said(world)).toEqual(['respond: 您好', 'respond: 再会']);
  });

  it('replaces what a stream says until it is finished', async () => {
    const { world, client, heard } = await withMessage();
    await client.respond(heard.origin, { type: 'stream', id: 'S1', content: '正在查', finish: false });
    await client.respond(heard.origin, { type: 'stream', id: 'S1', content: '查到了', finish: true });
    expect(said(world)).toEqual(['respond: 查到了']);
  });

  it('pushes to a group and to a person who have written before', async () => {
    const { world, client } = await withMessage();
    await world.simulator.post({ as: 'sunli', chat: { kind: 'single' }, text: '你好' });
    await client.push(IN_GROUP, HELLO);
    await client.push({ kind: 'single', userid: 'sunli' }, HELLO);
    expect(world.simulator.seen({ via: 'push' }).map(({ chat }) => chat.id)).toEqual([LINE_GROUP.chatid, 'sunli']);
  });

  it('cuts what is longer than the platform takes', async () => {
    const { world, client } = await withMessage();
    await client.push(IN_GROUP, { type: 'markdown', content: '好'.repeat(10_000) });
    expect(said(world)[0]).toContain('内容过长');
  });

  it('greets whoever enters, within its time', async () => {
    const { world, client } = await withMessage();
    await world.simulator.event({ as: 'sunli', chat: { kind: 'single' }, eventtype: 'enter_chat' });
    const event = await until('the event', () => client.heard.find(({ kind }) => kind === 'event') ?? null);
    await client.welcome(event.origin, { type: 'text', content: '欢迎' });
    expect(said(world)).toEqual(['respond: 欢迎']);
    const late = { ...event.origin, heardAt: event.origin.heardAt - 6_000 };
    expect(await failureOf(client.welcome(late, { type: 'text', content: '欢迎' }))).toMatchObject({
      errcode: 846605,
      outcome: 'unsent',
      retryable: false,
    });
  });

  it('changes the card whose button was pressed', async () => {
    const { world, client } = await withMessage();
    const press = { as: 'lihua', chat: IN_GROUP, eventtype: 'template_card_event', detail: { task_id: 't1' } } as const;
    await world.simulator.event(press);
    const event = await until('the event', () => client.heard.find(({ kind }) => kind === 'event') ?? null);
    const card = { card_type: 'text_notice', main_title: { title: '已签收' }, task_id: 't1' };
    await client.updateCard(event.origin, card, ['lihua']);
    expect(said(world)).toEqual(['respond: 已签收']);
  });
});

describe('a refusal', () => {
  it.each([
    [45009, true, 60_000],
    [40058, false, null],
    [93006, false, null],
    [40201, false, null],
    [846601, true, 2_000],
    [846608, false, null],
    [999_999, false, null],
  ])('with errcode %i: retryable %s after %s ms', async (errcode, retryable, retryAfterMs) => {
    const { world, client } = await withMessage();
    world.connection.faults.refuse(errcode);
    const failure = await failureOf(client.push(IN_GROUP, HELLO));
    expect(failure).toMatchObject({ errcode, retryable, retryAfterMs, outcome: 'refused', endpoint: 'aibot_send_msg' });
  });
});

describe('a request without its acknowledgement', () => {
  it('may have been taken', async () => {
    const { world, client } = await withMessage({ ackMs: 2_000 });
    world.connection.faults.loseAcks();
    const failure = await failureOf(client.push(IN_GROUP, HELLO));
    expect(failure).toMatchObject({ errcode: null, outcome: 'unknown', retryable: true });
    expect(said(world)).toEqual(['push: 您好']);
  });

  it('is not waited for longer than its time, and the next has its own', async () => {
    const { world, client } = await withMessage({ ackMs: 2_000 });
    world.connection.faults.delayAcks(10_000);
    expect(await failureOf(client.push(IN_GROUP, HELLO))).toMatchObject({ outcome: 'unknown' });
    await client.push(IN_GROUP, { ...HELLO, content: '第二条' });
    expect(said(world)).toEqual(['push: 您好', 'push: 第二条']);
  });

  it('may have been taken too when the connection breaks off meanwhile', async () => {
    const { world, client } = await withMessage();
    world.connection.faults.loseAcks();
    const pushing = failureOf(client.push(IN_GROUP, HELLO));
    await until('the push to be taken', () => said(world).length > 0);
    world.connection.faults.cut();
    expect(await pushing).toMatchObject({ outcome: 'unknown', retryable: true });
  });

  it('cannot have left while no connection stands', async () => {
    const { client } = await withMessage();
    client.stop();
    expect(await failureOf(client.push(IN_GROUP, HELLO))).toMatchObject({ outcome: 'unsent', retryable: true });
  });
});

describe('a file', () => {
  it('of several chunks arrives whole, a chunk whose acknowledgement is lost included', async () => {
    const { world, client } = await withMessage({ ackMs: 2_000 });
    const bytes = Buffer.from(Array.from({ length: 1_300_000 }, (_, at) => (at * 7) % 251));
    const uploading = client.upload({ type: 'file', filename: '清单.pdf', bytes });
    world.connection.faults.delayAcks(0, 2);
    world.connection.faults.loseAcks();
    const { mediaId } = await uploading;
    expect(world.connection.uploads.bytesOf(mediaId)?.equals(bytes)).toBe(true);
    await client.push(IN_GROUP, { type: 'file', mediaId });
    expect(said(world)).toEqual([`push: [file] ${mediaId}`]);
  });

  it.each([
    ['a file', { type: 'file', bytes: 4, filename: 'a' }, 40006],
    ['a voice', { type: 'voice', bytes: 2 * 1024 * 1024 + 1, filename: 'a' }, 45001],
    ['a name', { type: 'file', bytes: 10, filename: '好'.repeat(86) }, 40058],
  ] as const)('%s out of its limits is not sent', async (_, { type, bytes, filename }, errcode) => {
    const { client } = await withMessage();
    const uploading = client.upload({ type, filename, bytes: Buffer.alloc(bytes) }).then(() => {});
    expect(await failureOf(uploading)).toMatchObject({ errcode, outcome: 'unsent', retryable: false });
  });
});

describe('no secret', () => {
  it('is in an error or a state, however it is printed', async () => {
    const world = await start();
    const refused = await connect(world.url, { secret: `${LINE_BOT.secret}x`, pause: pauseAfter });
    await until('the refusal', () => refused.state().phase === 'refused');
    const lost = await connect('ws://127.0.0.1:1', { pause: () => null });
    await until('the loss', () => lost.state().phase === 'refused');
    const { client, heard } = await withMessage();
    client.stop();
    const failures = [
      await failureOf(client.push(IN_GROUP, HELLO)),
      await failureOf(client.respond(heard.origin, HELLO)),
    ];
    const printed = [failures, refused.states, lost.states, client.states].map((one) => inspect(one, { depth: null }));
    expect(printed.join()).not.toMatch(/5ec2e7/);
  });
});
