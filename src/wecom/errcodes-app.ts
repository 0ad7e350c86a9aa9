import type { Errcode } from './errcodes.ts';

/** What an operator can mend in the console is tried again: a message is not lost over a wrong setting. */
const MENDED_MS = 10 * 60_000;

const DEFECT = 'report it as a defect.';

/** Codes of the token, the app, its receivers, its groups and its files (全局错误码). */
export const APP_ERRCODES: Readonly<Record<number, Errcode>> = {
  40001: mended('The secret of the app is wrong: set WECOM_APP_SECRET to the one on its page in the WeCom console.'),
  40013: mended('The corp id is wrong: set WECOM_CORP_ID to the one under 我的企业 in the WeCom console.'),
  40014: {
    retryAfterMs: 2_000,
    advice: 'The access_token was ended early, and again after a new one; it is tried later.',
  },
  42001: { retryAfterMs: 2_000, advice: 'The access_token is over, and the next one too; compare the clocks.' },
  41001: never(`The access_token is missing; ${DEFECT}`),
  41002: never(`The corp id is missing; ${DEFECT}`),
  41004: never(`The secret is missing; ${DEFECT}`),
  41011: never(`The agent id is missing; ${DEFECT}`),
  40056: mended(
    'The agent id is wrong: set WECOM_APP_AGENT_ID to the one on the page of the app in the WeCom console.',
  ),
  48002: mended('The app may not call this: give it the right in the WeCom console.'),
  50002: mended('The person is outside the visible range of the app: add them in the WeCom console.'),
  50003: mended('The app is disabled: enable it in the WeCom console.'),
  50001: never('The address is not among the trusted domains of the app: add it in the WeCom console.'),
  301002: mended('The app may not do this: check its rights in the WeCom console.'),
  60011: never('The app has no right on the member, department or tag: widen its visible range in the WeCom console.'),
  60111: never('Nobody has this userid: correct it in the roster.'),
  81013: never(
    'No receiver exists or may see the app: correct the userid in the roster, or widen the visible range of the app.',
  ),
  82001: never(`There is no receiver; ${DEFECT}`),
  84061: never('There is no relation to this customer: they must have written first.'),
  40068: never(`The id of a tag is wrong; ${DEFECT}`),
  40004: never('The platform does not take this kind of file here.'),
  40006: never('The file is too small or too large for the platform.'),
  40007: never('The file is unknown to the platform or older than three days: it has to be uploaded again.'),
  40009: never('The picture is too large for the platform.'),
  41016: never(`A title is missing; ${DEFECT}`),
  44001: never(`The file is empty; ${DEFECT}`),
  45001: never('The file is larger than the platform takes.'),
  45007: never('The recording is longer than 60 seconds.'),
  45008: never(`There are more than eight articles; ${DEFECT}`),
  45034: never(`An address has no scheme; ${DEFECT}`),
  40094: never(`An address is illegal; ${DEFECT}`),
  90207: never('The appid of the mini program is illegal: correct it.'),
  90208: never('The mini program does not belong to the app: tie them in the WeCom console.'),
  301019: never(`The md5 of the picture is wrong; ${DEFECT}`),
  42052: never('The message is older than 24 hours and cannot be taken back.'),
  40050: never('The group does not exist: make it again.'),
  86001: never(`The chatid is illegal; ${DEFECT}`),
  86003: never(`The chatid is missing; ${DEFECT}`),
  86008: never('The group was not made by this app, which can write in its own groups alone.'),
  86215: never('A group with this chatid exists already.'),
  40201: never('The platform takes the message for spam: do not repeat it, look at its words.'),
};

/** Codes of 微信客服 (微信客服 errcodes). */
export const KF_ERRCODES: Readonly<Record<number, Errcode>> = {
  95000: never('The account of 微信客服 is wrong: compare its open_kfid with the WeCom console.'),
  95001: never('Five messages were sent since the customer wrote last: they must write first.'),
  95002: never('The customer wrote more than 48 hours ago: they must write first.'),
  95007: never('The code or token of the event is wrong, used or over.'),
  95013: never('The conversation was ended: the customer must write again.'),
  95016: never('The conversation cannot change into this state.'),
  95018: never('A person at 微信客服 has this conversation: the service may not write in it.'),
};

function mended(advice: string): Errcode {
  return { retryAfterMs: MENDED_MS, advice };
}

function never(advice: string): Errcode {
  return { retryAfterMs: null, advice };
}
