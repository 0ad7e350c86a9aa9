import type { Context } from '../app/context.ts';
import type { WecomSimulator } from './wecom/simulator.ts';

/** The platform's groups are those of the roster; called again when the roster may have changed. */
export async function registerGroups(wecom: WecomSimulator, context: Context): Promise<void> {
  const { roster } = await context.worlds.current();
  for (const chat of roster.chats.values()) {
    wecom.registerGroup({
      chatid: chat.botChatid ?? `unread-${chat.id}`,
      name: chat.name,
      webhookKey: chat.webhookKey ?? undefined,
    });
  }
}
