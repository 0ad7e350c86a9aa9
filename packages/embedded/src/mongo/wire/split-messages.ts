import { MAX_MESSAGE_SIZE } from './parse-message.ts';

const HEADER = 16;

/** Cuts a stream of bytes into messages. The function it returns takes the next bytes and gives the messages they complete. @throws Error for an impossible length. */
export function messageSplitter(): (bytes: Buffer) => Buffer[] {
  let chunks: Buffer[] = [];
  let have = 0;
  let need = 4;
  return (bytes) => {
    chunks.push(bytes);
    have += bytes.length;
    const complete: Buffer[] = [];
    while (have >= need) {
      const joined = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      const size = joined.readInt32LE(0);
      if (size < HEADER || size > MAX_MESSAGE_SIZE) throw new Error(`a message of ${size} bytes`);
      if (have >= size) complete.push(joined.subarray(0, size));
      const rest = have >= size ? joined.subarray(size) : joined;
      need = have >= size ? 4 : size;
      have = rest.length;
      chunks = [rest];
    }
    return complete;
  };
}
