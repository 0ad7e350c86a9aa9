import { WITHOUT_CONNECTION } from '../../store/outbox-connection.ts';
import type { Context } from '../context.ts';

/** The notices that this process can send: where another holds the long connection, not what needs it. */
export function sendable({ connection }: Pick<Context, 'connection'>): object {
  return !connection || connection.isElected() ? {} : WITHOUT_CONNECTION;
}
