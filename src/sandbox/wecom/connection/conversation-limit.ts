/** Answers and pushes together, for each conversation (智能机器人长连接). */
export const CONVERSATION_LIMITS = [
  { limit: 30, windowMs: 60_000 },
  { limit: 1_000, windowMs: 3_600_000 },
] as const;

/** What each conversation, or the uploads of the bot, may still send, in business time. */
export interface ConversationLimit {
  /** Counts one message; false when it is one too many, which does not count. */
  take(conversation: string, now: Date): boolean;
}

/** Builds the limits with nothing sent yet. */
export function buildConversationLimit(): ConversationLimit {
  const sent = new Map<string, number[]>();
  return {
    take(conversation, now) {
      const at = now.getTime();
      const times = sent.get(conversation) ?? [];
      const within = (ms: number) => times.filter((time) => time > at - ms && time <= at).length;
      if (CONVERSATION_LIMITS.some(({ limit, windowMs }) => within(windowMs) >= limit)) return false;
      sent.set(conversation, [...times.slice(-CONVERSATION_LIMITS[1].limit), at]);
      return true;
    },
  };
}
