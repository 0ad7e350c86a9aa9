import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The kernel allows 104 bytes (macOS) or 108 (Linux) with the closing zero. */
const MAX_BYTES = 100;

const SOCKET = 'mongo.sock';

/** Makes a folder that only its owner can enter. @throws Error when it belongs to somebody else. */
async function privateDir(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const found = await lstat(dir);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new Error(
      `${dir} is not a folder of this user, so the embedded database can't put its socket there; remove it`,
    );
  }
  if ((found.mode & 0o077) !== 0) await chmod(dir, 0o700);
}

/** Makes the data folder, private when it is new, and says where its server's socket is: in it, or under the temporary folder when that path can't be a socket's. */
export async function prepareDirs(dir: string): Promise<{ dir: string; socketPath: string }> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const real = await realpath(dir);
  const direct = path.join(real, SOCKET);
  // The driver decodes a socket's path twice, so a literal % would be lost.
  if (Buffer.byteLength(direct) <= MAX_BYTES && !direct.includes('%')) return { dir: real, socketPath: direct };
  const digest = createHash('sha256').update(real).digest('hex').slice(0, 24);
  const short = path.join(tmpdir(), `embedded-mongo-${digest}`);
  await privateDir(short);
  return { dir: real, socketPath: path.join(short, SOCKET) };
}
