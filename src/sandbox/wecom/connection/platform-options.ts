import type { Groups } from '../groups.ts';
import type { SeenLog } from '../seen.ts';

/** The bot as the platform knows it, and what the documents leave open about its long connection. Times are machine time. */
export interface ConnectionSettings {
  botId: string;
  secret: string;
  /** Subscriptions taken within a minute; the real number is not published. 20 by default. */
  subscribesPerMinute?: number;
  /** A connection that says nothing for so long is closed; the page names no time. 90 s by default. */
  silenceMs?: number;
  /** Whether each frame of a stream counts against the limits of its conversation, or its first alone (the default). */
  countStreamFrames?: boolean;
}

/** What the connection shares with the rest of the simulated platform. */
export interface PlatformParts {
  log: SeenLog;
  groups: Groups;
  /** Business time: the life of a req_id, of a stream and of an upload, and the limits, follow it. */
  now: () => Promise<Date>;
}
