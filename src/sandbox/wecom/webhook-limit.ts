/** How many messages a webhook key takes within a minute of the clock (消息推送配置说明). */
export const WEBHOOK_LIMIT = 20;

const MINUTE_MS = 60_000;

/** The limit of each webhook key, in business time. */
export interface WebhookLimit {
  /** Says whether the key may send no more now; the first message too many closes it for 60 s. */
  isClosed(key: string, now: Date): boolean;
  /** Counts a message that was taken. */
  count(key: string, now: Date): void;
}

interface Usage {
  /** Instants of what was counted, oldest first. */
  times: number[];
  closedAt: number | null;
}

/** Builds the limit with nothing sent yet. */
export function buildWebhookLimit(window: 'fixed' | 'sliding' = 'fixed'): WebhookLimit {
  const usages = new Map<string, Usage>();
  const usageOf = (key: string, now: Date): Usage => {
    const from = window === 'fixed' ? minuteOf(now) : now.getTime() - MINUTE_MS + 1;
    const known = usages.get(key);
    const times = (known?.times ?? []).filter((time) => time >= from && time < from + MINUTE_MS);
    const usage = { times, closedAt: known?.closedAt ?? null };
    usages.set(key, usage);
    return usage;
  };
  return {
    isClosed(key, now) {
      const usage = usageOf(key, now);
      if (isWithin(usage.closedAt, now)) return true;
      if (usage.times.length < WEBHOOK_LIMIT) return false;
      usage.closedAt = now.getTime();
      return true;
    },
    count(key, now) {
      usageOf(key, now).times.push(now.getTime());
    },
  };
}

function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
}

/** The first move of the sandbox clock may go back: what was closed after `now` is open. */
function isWithin(closedAt: number | null, now: Date): boolean {
  if (closedAt === null) return false;
  const elapsed = now.getTime() - closedAt;
  return elapsed >= 0 && elapsed < MINUTE_MS;
}
