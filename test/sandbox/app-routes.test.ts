import Koa from 'koa';
import { describe, expect, it } from 'vitest';
import { appRoutes } from '../../src/sandbox/app-routes.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { buildCard } from '../wecom/cards.ts';
import { startAppWorld, tokenOf } from './wecom/app-world.ts';
import { listen } from './wecom/world.ts';

const start = closedAfterEach(startAppWorld);
const serve = closedAfterEach(async (koa: Koa) => listen(koa));

async function open() {
  const world = await start();
  const koa = new Koa();
  const prepared: string[] = [];
  koa.use(appRoutes(world.app, async () => void prepared.push('members')).routes());
  const { origin } = await serve(koa);
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${origin}/sandbox/wecom/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, body: text && (JSON.parse(text) as object) };
  };
  return { world, post, prepared };
}

describe('the routes of the app in the sandbox', () => {
  it('press a button of a card that is seen', async () => {
    const { world, post, prepared } = await open();
    const card = buildCard('button_interaction');
    const message = { type: 'template_card', card } as const;
    const { msgid } = await world.client.app.sendMessage({ touser: ['zhangsan'], message });
    const pressed = await post('press', { as: 'zhangsan', msgid, key: 'accept' });
    expect(pressed).toEqual({ status: 200, body: { status: 200, attempts: 1, problem: null } });
    expect(world.heard[0]?.body).toMatchObject({ event: 'template_card_event', event_key: 'accept' });
    expect(prepared).toEqual(['members']);
  });

  it('say what a card does not have', async () => {
    const { post } = await open();
    const pressed = await post('press', { as: 'zhangsan', msgid: 'M1', key: 'accept' });
    expect(pressed).toEqual({ status: 409, body: { error: 'zhangsan has no card of the message M1' } });
  });

  it.each([{}, { as: 'zhangsan', msgid: 'M1', key: 'k', selections: [{ question: 'q' }] }])(
    'say how to press when they are told %j',
    async (body) => {
      const { post } = await open();
      expect(await post('press', body)).toMatchObject({ status: 400 });
    },
  );

  it('write to the app', async () => {
    const { world, post } = await open();
    expect(await post('write', { as: 'zhangsan', text: '进度' })).toMatchObject({ status: 200 });
    expect(world.heard[0]?.body).toMatchObject({ msg_type: 'text', content: '进度', from_user_name: 'zhangsan' });
    expect(await post('write', {})).toMatchObject({ status: 400 });
  });

  it('end the access_token', async () => {
    const { world, post } = await open();
    const before = await tokenOf(world);
    expect(await tokenOf(world)).toBe(before);
    expect(await post('revoke-token', {})).toMatchObject({ status: 204 });
    expect(await tokenOf(world)).not.toBe(before);
  });
});
