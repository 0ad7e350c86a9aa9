import type { Context } from '../app/context.ts';
import { OWN_CORP } from '../domain/inbound.ts';
import type { WecomSimulator } from './wecom/simulator.ts';

/** The platform's groups and members are those of the roster; called again when the roster may have changed. */
export async function registerGroups(wecom: WecomSimulator, context: Context): Promise<void> {
  const { roster } = await context.worlds.current();
  for (const chat of roster.chats.values()) {
    wecom.registerGroup({
      chatid: chat.botChatid ?? `unread-${chat.id}`,
      name: chat.name,
      webhookKey: chat.webhookKey ?? undefined,
    });
  }
  for (const { id, name } of roster.persons.values()) {
    const [corp, userid = ''] = id.split('/');
    // An app writes to members of its own corp alone.
    if (corp === OWN_CORP) wecom.app?.registerMember({ userid, name });
  }
}
