import { MongoError } from '../mongo-error.ts';
import type { Doc } from '../values/documents.ts';
import { AGGREGATE_COMMANDS } from './aggregate-command.ts';
import { CATALOG_COMMANDS } from './catalog-commands.ts';
import { type Command, type CommandContext, checkFields, type Request, refuseTransactions } from './command.ts';
import { FIND_AND_MODIFY_COMMANDS } from './find-and-modify-command.ts';
import { INDEX_COMMANDS } from './index-commands.ts';
import { READ_COMMANDS } from './read-commands.ts';
import { SERVER_COMMANDS } from './server-commands.ts';
import { WRITE_COMMANDS } from './write-commands.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  ...SERVER_COMMANDS,
  ...READ_COMMANDS,
  ...WRITE_COMMANDS,
  ...FIND_AND_MODIFY_COMMANDS,
  ...AGGREGATE_COMMANDS,
  ...INDEX_COMMANDS,
  ...CATALOG_COMMANDS,
};

/** Runs one command from beginning to end, with nothing in between. @throws MongoError naming what is refused and why. */
export function runCommand(request: Request, context: CommandContext): Doc {
  const command = Object.hasOwn(COMMANDS, request.name) ? COMMANDS[request.name] : undefined;
  if (!command) throw new MongoError(59, `no such command: '${request.name}'`);
  refuseTransactions(request);
  if (command.fields) checkFields(request.name, request.command, command.fields);
  return { ...command.run(request, context), ok: 1 };
}

/** What a client is told of an error; one that is ours is not explained to it. */
export function errorReply(error: unknown): Doc {
  const known =
    error instanceof MongoError
      ? error
      : new MongoError(1, 'the embedded server failed on this command; its log says why');
  return { ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName, ...known.extra };
}
