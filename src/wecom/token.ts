import { WecomError } from './errors.ts';
import { textAt } from './json.ts';
import { addressOf, type Reach, request } from './request.ts';

/** An access_token with the instants, in the caller's own time, at which it is to be renewed and is over. */
export interface Token {
  value: string;
  refreshAt: Date;
  expiresAt: Date;
}

/**
 * Where the processes of one service keep their common token. The platform throttles who asks for it often, and an asking
 * may end the token of the others: only whoever has the turn asks.
 */
export interface TokenStore {
  read(): Promise<Token | null>;
  /** Takes the turn to ask; null while another process has it. */
  take(): Promise<string | null>;
  /** Keeps a new token and gives the turn back. */
  write(token: Token, turn: string): Promise<void>;
  /** Gives the turn back without a token. */
  giveBack(turn: string): Promise<void>;
}

/** What a token is asked with, and by which clock it is counted. */
export interface TokenAccess {
  corpId: string;
  secret: string;
  tokens: TokenStore;
  now: () => Date | Promise<Date>;
  sleep: (ms: number) => Promise<unknown>;
}

/** The tokens of one app. */
export interface TokenSource {
  /** Gets a token; not `refused`, unless the platform gives out the same one again. */
  get(refused?: string): Promise<string>;
}

const GETTOKEN = '/cgi-bin/gettoken';
/** Renewed when this part of its life is over (获取access_token asks to keep and not to wait for the end). */
const REFRESH_AT = 0.9;
const POLL_MS = 200;
/** Longer than an asking may take, so that the turn of a process that died is free again. */
const MAX_POLLS = 100;

/** Builds the source: at most one asking at a time, in this process and among all that share the store. */
export function buildTokenSource(reach: Reach, access: TokenAccess): TokenSource {
  let kept: Token | null = null;
  let flight: Promise<Token> | null = null;
  const obtain = async (refused: string | undefined): Promise<string> => {
    flight ??= renew(reach, access, refused).finally(() => {
      flight = null;
    });
    kept = await flight;
    return kept.value;
  };
  return {
    async get(refused) {
      const now = await access.now();
      if (kept && kept.value !== refused && now < kept.refreshAt) return kept.value;
      return obtain(refused);
    },
  };
}

async function renew(reach: Reach, access: TokenAccess, refused: string | undefined): Promise<Token> {
  const { tokens, now, sleep } = access;
  for (let poll = 0; poll < MAX_POLLS; poll += 1) {
    const known = await tokens.read();
    const usable = known && known.value !== refused ? known : null;
    if (usable && (await now()) < usable.refreshAt) return usable;
    const turn = await tokens.take();
    if (turn !== null) return askInTurn(reach, access, { turn, refused });
    // Whoever has the turn renews it early: until then the old one still works.
    if (usable && (await now()) < usable.expiresAt) return usable;
    await sleep(POLL_MS);
  }
  throw new WecomError(
    { errcode: null, endpoint: GETTOKEN, outcome: 'unsent', retryable: true, retryAfterMs: null },
    `WeCom ${GETTOKEN} was not called: another process has had the turn to ask for too long; it is tried again later.`,
  );
}

async function askInTurn(
  reach: Reach,
  access: TokenAccess,
  { turn, refused }: { turn: string; refused: string | undefined },
): Promise<Token> {
  try {
    // Another process may have ended its turn between our reading and our taking.
    const known = await access.tokens.read();
    if (known && known.value !== refused && (await access.now()) < known.refreshAt) {
      await access.tokens.giveBack(turn);
      return known;
    }
    const token = await ask(reach, access);
    await access.tokens.write(token, turn);
    return token;
  } catch (error) {
    await access.tokens.giveBack(turn);
    throw error;
  }
}

async function ask(reach: Reach, { corpId, secret, now }: TokenAccess): Promise<Token> {
  const url = addressOf(reach.base, GETTOKEN, { corpid: corpId, corpsecret: secret });
  const asked = await now();
  const answer = await request(reach, { url, endpoint: GETTOKEN, method: 'GET' });
  const value = textAt(answer, 'access_token');
  const lifeMs = Number(answer.expires_in) * 1000;
  if (value === null || !(lifeMs > 0)) throw empty();
  const at = (part: number) => new Date(asked.getTime() + lifeMs * part);
  return { value, refreshAt: at(REFRESH_AT), expiresAt: at(1) };
}

function empty(): WecomError {
  return new WecomError(
    { errcode: 0, endpoint: GETTOKEN, outcome: 'refused', retryable: true, retryAfterMs: 60_000 },
    `WeCom ${GETTOKEN} answered without a token. Check that WECOM_API_BASE leads to the platform.`,
  );
}

/** Keeps the token of one process alone. */
export function buildMemoryTokenStore(): TokenStore {
  let kept: Token | null = null;
  return {
    read: async () => kept,
    take: async () => 'own',
    write: async (token) => {
      kept = token;
    },
    giveBack: async () => {},
  };
}
