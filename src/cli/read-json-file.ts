import { readFile, stat } from 'node:fs/promises';

const MAX_BYTES = 20 * 1024 * 1024;

/** Reads a JSON file of at most 20 MB in UTF-8. @throws with one sentence that says what to do. */
export async function readJsonFile(path: string): Promise<unknown> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Error(`没有文件 ${path}，请检查路径。`);
  if (found.size > MAX_BYTES) throw new Error(`文件 ${path} 超过 20 MB，请分成几个文件。`);
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) throw new Error(`文件 ${path} 读不了，请检查它的权限。`);
  return parse(decode(bytes, path), path);
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`文件 ${path} 不是 UTF-8 编码，请另存为 UTF-8 后再导入。`);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // oxlint-disable-next-line preserve-caught-error -- the engine's message quotes the file, which holds keys
    throw new Error(`文件 ${path} 不是 JSON 文件${lineOf(text, error)}，请改正后再导入。`);
  }
}

/** Where the reading stopped, as far as the engine says. */
function lineOf(text: string, error: unknown): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position ? `（第${text.slice(0, Number(position)).split('\n').length}行附近）` : '';
}
