import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ElectionStore } from '../../store/election-store.ts';
import {
  type BotConnection,
  buildConnection,
  type ConnectionState,
  type Heard,
} from '../../wecom/connection/connection.ts';
import type { Sender } from '../../wecom/connection/sender.ts';
import type { Metrics } from '../metrics.ts';

/** The smart bot's long connection as one of several processes has it: it stands in the one that is elected. */
export interface ConnectionHolder extends Sender, Pick<BotConnection, 'brought'> {
  /** Whether this process holds it, also while it is being opened anew. */
  isElected(): boolean;
  /** Nobody has had an open connection for a while, as far as this process can know: what waits for it takes another way. */
  isOut(): boolean;
  /** For operators: how it stands here, or that it stands elsewhere. */
  standing(): string;
  /** Begins to stand for election. */
  start(): void;
  /** Closes the connection and lets another process have it at once. */
  close(): Promise<void>;
}

/** What a holder stands on. */
export interface HolderOptions {
  settings: { url: string; botId: string; secret: string };
  elections: ElectionStore;
  log: Logger;
  metrics: Metrics;
  onHeard(heard: Heard): void;
  /** Called each second while elected: looks for what other processes have left to this one. */
  onBeat(): Promise<unknown>;
  /** How long an election holds, how often one stands for it, and how long a connection is waited for, machine time. */
  terms?: { heldMs: number; standMs: number; outMs: number };
}

const POST = 'bot-connection';

/** A process that is killed is replaced after 20 s at the latest. */
const TERMS = { heldMs: 15_000, standMs: 5_000, outMs: 10 * 60_000 };

const BEAT_MS = 1_000;

/** Builds the holder of a process, which does not stand for election yet. */
export function buildConnectionHolder(options: HolderOptions): ConnectionHolder {
  const { elections, log, metrics, terms = TERMS } = options;
  const me = randomUUID();
  let elected = false;
  let isOver = false;
  let isRefused = false;
  /** Since when there is no open connection, machine time; null while there is one, here or with whoever is elected. */
  let outSince: number | null = null;
  let atHand: Promise<void> = Promise.resolve();
  let standing: NodeJS.Timeout | undefined;
  let beating: NodeJS.Timeout | undefined;
  const connection = buildConnection({ ...options.settings, onHeard: options.onHeard, onState });

  return {
    ...connection,
    isElected: () => elected,
    isOut: () => outSince !== null && Date.now() - outSince > terms.outMs,
    standing: () => (elected ? connection.state().phase : isRefused ? 'given up' : 'elsewhere'),
    start() {
      standing = setInterval(() => void (atHand = stand()), terms.standMs).unref();
      atHand = stand();
    },
    async close() {
      isOver = true;
      clearInterval(standing);
      await stepDown();
      // It may still win: then it resigns.
      await atHand.catch(() => {});
    },
  };

  function isOpen(open: boolean): void {
    outSince = open ? null : (outSince ?? Date.now());
  }

  /** A process that was refused still sees whether another holds the connection. */
  async function watch(): Promise<void> {
    isOpen(await elections.isHeld(POST).catch(() => outSince === null));
  }

  async function stand(): Promise<void> {
    if (isRefused) return watch();
    const won = await elections.stand(POST, me, terms.heldMs).catch((error: Error) => {
      // Nobody else is elected meanwhile, and who holds the connection can at least ask people to write again.
      log.warn(
        { err: { message: error.message } },
        'the election of the long connection is not known; it stays as it was',
      );
      return elected;
    });
    if (isOver || isRefused) return won ? elections.resign(POST, me) : undefined;
    if (won && !elected) takeUp();
    if (!won) isOpen(true);
    if (!won && elected) {
      log.warn('another process has been elected to hold the long connection');
      await stepDown();
    }
  }

  function takeUp(): void {
    elected = true;
    log.info('this process is elected to hold the long connection');
    connection.start();
    let busy = false;
    beating = setInterval(() => {
      if (busy) return;
      busy = true;
      const failed = (error: Error) =>
        log.warn(
          { err: { message: error.message } },
          'what others have left to this process could not be looked for; it is tried again',
        );
      void options
        .onBeat()
        .catch(failed)
        .finally(() => (busy = false));
    }, BEAT_MS).unref();
  }

  async function stepDown(): Promise<void> {
    const held = elected;
    elected = false;
    clearInterval(beating);
    connection.stop();
    if (held) await elections.resign(POST, me).catch(() => {});
  }

  function onState({ phase, detail }: ConnectionState): void {
    metrics.connection.set(phase === 'open' ? 1 : 0);
    isOpen(phase === 'open');
    metrics.connectionChanges.inc({ phase });
    if (phase === 'refused') return giveUp(detail);
    const isTrouble = phase === 'waiting';
    log[isTrouble ? 'warn' : 'info']({ phase, detail }, wordsOf(phase, detail));
  }

  /** Another process may have better credentials, e.g. while a new secret is being rolled out. */
  function giveUp(detail: string): void {
    log.error({ detail }, 'the long connection was refused; this process hears nothing until it is started again');
    isRefused = true;
    void stepDown();
  }
}

function wordsOf(phase: ConnectionState['phase'], detail: string): string {
  if (phase !== 'waiting') return `the long connection: ${phase}`;
  return detail.startsWith('kicked')
    ? 'another program has connected with the same WECOM_BOT_ID; this one waits a minute: let only one installation use it'
    : 'the long connection has ended and is opened again';
}
