import { MongoError } from '../mongo-error.ts';
import { bytesOf, numberOf, RANK, rankOf } from '../values/order.ts';
import type { ValueTest } from './comparisons.ts';

const HOLDS: Readonly<Record<string, (value: bigint, mask: bigint) => boolean>> = {
  $bitsAllSet: (value, mask) => (value & mask) === mask,
  $bitsAnySet: (value, mask) => (value & mask) !== 0n,
  $bitsAllClear: (value, mask) => (value & mask) === 0n,
  $bitsAnyClear: (value, mask) => (value & mask) !== mask,
};

/** The operators that look at single bits. */
export const BIT_OPERATORS: readonly string[] = Object.keys(HOLDS);

function fromBytes(bytes: Uint8Array): bigint {
  return bytes.reduceRight((total, byte) => (total << 8n) | BigInt(byte), 0n);
}

function maskOf(operator: string, operand: unknown): bigint {
  if (Array.isArray(operand)) return operand.reduce<bigint>((mask, bit) => mask | (1n << BigInt(Number(bit))), 0n);
  if (rankOf(operand) === RANK.binary) return fromBytes(bytesOf(operand));
  if (rankOf(operand) === RANK.number && Number.isInteger(Number(numberOf(operand)))) return BigInt(numberOf(operand));
  throw new MongoError(2, `${operator} takes an Array, a number, or a BinData`);
}

/** A test of single bits. @throws MongoError when the mask is none. */
export function bitTest(operator: string, operand: unknown): ValueTest {
  const mask = maskOf(operator, operand);
  const holds = HOLDS[operator] ?? (() => false);
  return (value) => {
    if (rankOf(value) === RANK.binary) return holds(fromBytes(bytesOf(value)), mask);
    if (rankOf(value) !== RANK.number || !Number.isInteger(Number(numberOf(value)))) return false;
    return holds(BigInt(numberOf(value)), mask);
  };
}
