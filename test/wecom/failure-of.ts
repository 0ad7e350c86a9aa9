import { WecomError } from '../../src/wecom/errors.ts';

/**
 * Waits for a call that must fail, and gives its WecomError.
 * @throws Error when it did not fail, or failed otherwise.
 */
export async function failureOf(sending: Promise<unknown>): Promise<WecomError> {
  const [settled] = await Promise.allSettled([sending]);
  if (settled.status === 'fulfilled' || !(settled.reason instanceof WecomError)) {
    throw new Error('a WecomError was expected', { cause: settled });
  }
  return settled.reason;
}
