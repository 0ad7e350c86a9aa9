/**
 * Longest contents in bytes of UTF-8; longer ones are cut with a notice, since the platform's code for them is not documented.
 * `text` also holds for the texts of an app and of 微信客服, whose markdown is as short.
 */
export const CONTENT_LIMITS = {
  text: 2048,
  markdown: 4096,
  markdown_v2: 4096,
  response: 20_480,
  appMarkdown: 2048,
} as const;
