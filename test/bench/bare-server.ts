// The least that takes a callback safely, as a process of its own: bare-server <MongoDB URI>. It is what the service is compared with.
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import mongoose from 'mongoose';
import { openCallback, readBotBody } from '../../src/wecom/callback.ts';

const [uri, token, aesKey] = process.argv.slice(2);
if (!uri || !token || !aesKey) throw new Error('usage: bare-server <MongoDB URI> <token> <aes key>');

const connection = await mongoose.createConnection(uri, { maxPoolSize: 20 }).asPromise();
const bare = connection.collection<{ _id: string; raw: object; at: Date }>('bare');
const credentials = { token, aesKey, receiveid: '' };

const app = new Koa();
app.use(async (ctx) => {
  const chunks: Buffer[] = [];
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) chunks.push(chunk);
  const sealed = readBotBody(Buffer.concat(chunks));
  if (!sealed.ok) return ctx.throw(400);
  const at = new Date();
  const opened = openCallback({ credentials, query: ctx.querystring, encrypt: sealed.encrypt, now: at });
  if (!opened.ok) return ctx.throw(403);
  const raw = JSON.parse(opened.plaintext) as { msgid: string };
  await bare.insertOne({ _id: raw.msgid, raw, at });
  ctx.status = 200;
  ctx.body = '';
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
