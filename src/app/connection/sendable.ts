import { WITHOUT_CONNECTION } from '../../store/outbox-connection.ts';
import type { Context } from '../context.ts';

/** The notices that this process can send: where another holds the long connection, not what needs it; where nobody does, all find another way. */
export function sendable({ connection }: Pick<Context, 'connection'>): object {
  return !connection || connection.isElected() || connection.isOut() ? {} : WITHOUT_CONNECTION;
}
