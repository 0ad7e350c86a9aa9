import { type Body, type Frame, writeRequest } from './frame.ts';
import { checkAck, lostAck, notConnected } from './read-ack.ts';

/** The requests of one connection and the acknowledgements that they wait for. */
export interface Exchange {
  /** Sends a request and gives the body of its acknowledgement; those of one req_id go one after another. @throws WecomError */
  request(cmd: string, reqId: string, body: object): Promise<Body>;
  /** Hands an acknowledgement to whoever waits for it; one that nobody waits for is dropped. */
  acknowledge(frame: Frame): void;
  /** The connection is over: what was written may have been taken. */
  end(why: string): void;
}

interface Waiting {
  settle(frame: Frame): void;
  fail(why: string): void;
}

/** Builds the requests of one connection. `write` gives false when the connection does not stand. */
export function buildExchange(v: { ackMs: number; write: (text: string) => boolean }): Exchange {
  const waiting = new Map<string, Waiting>();
  const tails = new Map<string, Promise<unknown>>();
  return {
    request(cmd, reqId, body) {
      const before = tails.get(reqId) ?? Promise.resolve();
      const mine = before.then(() => ask({ cmd, reqId, text: writeRequest(cmd, reqId, body) }));
      const tail: Promise<void> = mine.then(nothing, nothing).then(() => {
        if (tails.get(reqId) === tail) tails.delete(reqId);
      });
      tails.set(reqId, tail);
      return mine;
    },
    acknowledge: (frame) => waiting.get(frame.reqId)?.settle(frame),
    end(why) {
      for (const one of waiting.values()) one.fail(why);
    },
  };

  /**
   * An acknowledgement later than `ackMs` may meet the next request of the same req_id: what it says, that something was taken,
   * is as true of the message then.
   */
  function ask({ cmd, reqId, text }: { cmd: string; reqId: string; text: string }): Promise<Body> {
    return new Promise<Body>((resolve, reject) => {
      if (!v.write(text)) return reject(notConnected(cmd));
      const timer = setTimeout(() => fail(`no answer within ${v.ackMs} ms`), v.ackMs);
      const done = () => {
        clearTimeout(timer);
        waiting.delete(reqId);
      };
      const fail = (why: string) => {
        done();
        reject(lostAck(cmd, why));
      };
      const settle = (frame: Frame) => {
        done();
        try {
          resolve(checkAck(frame, cmd));
        } catch (error) {
          reject(error);
        }
      };
      waiting.set(reqId, { settle, fail });
    });
  }
}

function nothing(): void {}
