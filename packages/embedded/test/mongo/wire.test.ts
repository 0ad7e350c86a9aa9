import { once } from 'node:events';
import { connect } from 'node:net';
import { serialize } from 'bson';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startServer } from '../../src/mongo/server.ts';
import { encodeCommand } from '../../src/mongo/wire/encode-reply.ts';
import { parseMessage } from '../../src/mongo/wire/parse-message.ts';
import { messageSplitter } from '../../src/mongo/wire/split-messages.ts';

describe('messageSplitter', () => {
  const messages = [{ ping: 1 }, { hello: 1, pad: 'x'.repeat(300) }].map(encodeCommand);

  it.each([1, 3, 16, 1000])('puts messages together from pieces of %i bytes', (size) => {
    const stream = Buffer.concat(messages);
    const split = messageSplitter();
    const found: Buffer[] = [];
    for (let i = 0; i < stream.length; i += size) found.push(...split(stream.subarray(i, i + size)));
    expect(found).toEqual(messages);
  });

  it.each([0, 15, 48_000_001, -1])('refuses a message of %i bytes', (size) => {
    const header = Buffer.alloc(16);
    header.writeInt32LE(size);
    expect(() => messageSplitter()(header)).toThrow(/a message of/);
  });
});

describe('parseMessage', () => {
  it('reads a command with a list of documents beside it', () => {
    const docs = [{ a: 1 }, { a: 2 }].map((doc) => serialize(doc));
    const body = Buffer.concat([Buffer.from('documents\0'), ...docs]);
    const size = Buffer.alloc(5);
    size.writeUInt8(1);
    size.writeInt32LE(body.length + 4, 1);
    const message = Buffer.concat([encodeCommand({ insert: 'c', $db: 'd' }), size, body]);
    message.writeInt32LE(message.length);
    expect(parseMessage(message).command).toEqual({ insert: 'c', $db: 'd', documents: [{ a: 1 }, { a: 2 }] });
  });

  it('refuses a kind of message that is not served', () => {
    const message = encodeCommand({ ping: 1 });
    message.writeInt32LE(2012, 12);
    expect(() => parseMessage(message)).toThrow('a message of kind 2012');
  });
});

describe('a server', () => {
  it.each([
    ['an HTTP request', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['a message cut short within', Buffer.concat([encodeCommand({ ping: 1 }).subarray(0, 20), Buffer.from([0xff])])],
  ])('cuts off a client that sends %s and goes on serving others', async (_name, bytes) => {
    const server = await startServer();
    onTestFinished(() => server.close());
    const port = Number(new URL(server.uri()).port);
    const bad = connect(port, '127.0.0.1').on('error', () => {});
    const sent = Buffer.from(bytes);
    if (sent[0] !== 0x47) sent.writeInt32LE(sent.length);
    bad.write(sent);
    await once(bad, 'close');
    const good = connect(port, '127.0.0.1');
    good.write(encodeCommand({ ping: 1, $db: 'admin' }));
    const [reply] = await once(good, 'data');
    expect(parseMessage(reply).command).toEqual({ ok: 1 });
    good.destroy();
  });
});
