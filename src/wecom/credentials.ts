/** What the platform and one callback address share, as shown on the API 模式 page of the bot (加解密方案说明). */
export interface Credentials {
  token: string;
  /** EncodingAESKey: 43 letters and digits. */
  aesKey: string;
  /** Whom an envelope is meant for: the corp id for an app, empty for a bot of our own corp. */
  receiveid: string;
}
