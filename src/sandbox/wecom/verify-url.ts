import { randomInt } from 'node:crypto';
import { type Address, requestEcho } from './deliver.ts';

/** Whether the platform would save the callback address, and if not, why. */
export interface Verification {
  ok: boolean;
  status: number;
  problem: string | null;
}

const DEADLINE_MS = 1_000;

/** Asks for an echo within one second; it must be the text alone, to the byte (接收消息与事件). */
export async function verifyUrl({
  service,
  now,
}: {
  service: Address;
  now: () => Promise<Date>;
}): Promise<Verification> {
  const text = `${randomInt(1, 10)}${String(randomInt(0, 1e14)).padStart(18, '0')}`;
  const { status, body } = await requestEcho({ service, now: await now(), deadlineMs: DEADLINE_MS }, text);
  const problem = findProblem({ status, body, text });
  return { ok: problem === null, status, problem };
}

function findProblem({ status, body, text }: { status: number; body: string; text: string }): string | null {
  if (status === 0) return body;
  if (status !== 200) return `HTTP ${status} instead of 200`;
  return body === text ? null : 'the echo is not the decrypted text alone';
}
