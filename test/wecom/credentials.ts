import type { Credentials } from '../../src/wecom/credentials.ts';

/** Credentials of a bot that exists in tests only. */
export function buildCredentials(changes: Partial<Credentials> = {}): Credentials {
  return {
    token: 'SimToken0123456789abcDEF',
    aesKey: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
    receiveid: '',
    ...changes,
  };
}
