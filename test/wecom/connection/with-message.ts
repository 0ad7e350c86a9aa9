import { closedAfterEach } from '../../support/closed-after-each.ts';
import { LINE_GROUP, type LineClient, startLineClient, startLineWorld } from '../../support/connection-world.ts';
import { until } from '../../support/until.ts';

export const start = closedAfterEach(startLineWorld);
export const connect = closedAfterEach(startLineClient);

export const IN_GROUP = { kind: 'group', chatid: LINE_GROUP.chatid } as const;
export const HELLO = { type: 'markdown', content: '您好' } as const;

/** A world with a client that stands, and a message of 王强 that it has heard in the group. */
export async function withMessage(changes: Parameters<typeof startLineClient>[1] = {}) {
  const world = await start();
  const client = await connect(world.url, changes);
  await client.opened();
  await world.simulator.post({ as: 'wangqiang', chat: IN_GROUP, text: '贷款批不下来' });
  return { world, client, heard: await nextHeard(client) };
}

async function nextHeard(client: LineClient) {
  const [heard] = await until('a message to come in', () => client.heard.length > 0 && client.heard);
  if (!heard) throw new Error('nothing was heard');
  return heard;
}

/** What the bot has said, each with its way. */
export const said = (world: Awaited<ReturnType<typeof start>>) =>
  world.simulator.seen({ from: 'bot' }).map(({ via, text }) => `${via}: ${text}`);
