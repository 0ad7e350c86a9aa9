import type { SeenChat } from './seen.ts';

/** A group with the bot in it; its webhook is a robot that somebody added by hand. */
export interface Group {
  chatid: string;
  name: string;
  webhookKey?: string | undefined;
}

/** The groups that exist on the simulated platform. */
export interface Groups {
  /** Adds a group, or changes what is known of it. */
  register(group: Group): SeenChat;
  /** Finds the chat behind a webhook key; null when no robot has it. */
  findByKey(key: string): SeenChat | null;
  /** Finds a group, founding it when a member writes in one that was never registered. */
  open(chatid: string, webhookKey?: string): SeenChat;
}

/** Builds a platform without groups. */
export function buildGroups(): Groups {
  const byId = new Map<string, Group>();
  const register = (group: Group) => {
    byId.set(group.chatid, group);
    return chatOf(group);
  };
  return {
    register,
    findByKey(key) {
      const found = [...byId.values()].find((group) => group.webhookKey === key);
      return found ? chatOf(found) : null;
    },
    open(chatid, webhookKey) {
      const known = byId.get(chatid) ?? { chatid, name: chatid };
      return register({ ...known, webhookKey: webhookKey ?? known.webhookKey });
    },
  };
}

function chatOf({ chatid, name }: Group): SeenChat {
  return { kind: 'group', id: chatid, name };
}
