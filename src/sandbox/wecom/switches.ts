/** What the platform does where its documents are silent or contradict each other (wecom-protocol section 11); each side is a test's choice. */
export interface Switches {
  /** Whether the limit of a webhook counts within a minute of the clock or within any minute. */
  webhookWindow: 'fixed' | 'sliding';
  /** Whether calls that a webhook refuses count too. */
  webhookCountsRefused: boolean;
  /** Code for words that are too long: 45002 by the table, 40058 or 93000 by older reports. */
  longTextCode: number;
  /** Whether a webhook's news_notice may stand without `card_image`. */
  cardImageRequired: boolean;
  /** Code for a response_url that was used, is over or was never given out. */
  responseUrlCode: number;
  /** Whether a response_url takes `stream`, as the platform's own plugin posts it. */
  responseUrlTakesStream: boolean;
  /** Code for a task_id that was used before. */
  taskIdCode: number;
  /** Whether asking again gives a new access_token, which ends the one before. */
  newTokenEachTime: boolean;
  /** How values stand in the XML of app callbacks: in CDATA, bare, or now this, now that. */
  xml: 'cdata' | 'bare' | 'mixed';
  /** Machine time between two attempts of an app callback. */
  appRetryMs: number;
  /** What stands behind the mention of the bot. */
  mentionSpace: string;
  /** Whether the bot hears of people by encrypted ids, as a bot of a member or a third party may. */
  encryptedUserids: boolean;
  /** Whether the first page of 微信客服 is empty although there is more. */
  kfEmptyPage: boolean;
}

/** What we take the platform to do. */
export const USUAL: Switches = {
  webhookWindow: 'fixed',
  webhookCountsRefused: false,
  longTextCode: 45002,
  cardImageRequired: false,
  responseUrlCode: 40058,
  responseUrlTakesStream: false,
  taskIdCode: 42014,
  newTokenEachTime: false,
  xml: 'mixed',
  appRetryMs: 0,
  mentionSpace: ' ',
  encryptedUserids: false,
  kfEmptyPage: true,
};
