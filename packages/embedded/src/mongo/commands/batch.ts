import { MongoError } from '../mongo-error.ts';
import type { Doc } from '../values/documents.ts';

/** Runs the statements of a write command one by one: each stands for itself, and an ordered batch ends at the first that is refused. */
export function runBatch(command: Doc, statements: readonly Doc[], run: (statement: Doc, index: number) => void): Doc {
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
      if (command.ordered !== false) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}
