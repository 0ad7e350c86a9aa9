import { randomBytes } from 'node:crypto';

/** The commands of the long connection (智能机器人长连接). */
export const CMD = {
  subscribe: 'aibot_subscribe',
  ping: 'ping',
  message: 'aibot_msg_callback',
  event: 'aibot_event_callback',
  respond: 'aibot_respond_msg',
  welcome: 'aibot_respond_welcome_msg',
  updateCard: 'aibot_respond_update_msg',
  send: 'aibot_send_msg',
  uploadInit: 'aibot_upload_media_init',
  uploadChunk: 'aibot_upload_media_chunk',
  uploadFinish: 'aibot_upload_media_finish',
} as const;

/** A JSON object within a frame, nothing about it believed yet. */
export type Body = { [key: string]: unknown };

/** One frame as it came. An acknowledgement has no `cmd`, and the `reqId` of what it acknowledges. */
export interface Frame {
  cmd: string | null;
  reqId: string;
  errcode: number | null;
  errmsg: string;
  body: Body;
}

/** Reads a frame; null when the text is none. */
export function parseFrame(text: string): Frame | null {
  const value = parseObject(text);
  if (!value) return null;
  const { cmd, headers, errcode, errmsg, body } = value;
  const reqId = isBody(headers) ? headers.req_id : null;
  return {
    cmd: typeof cmd === 'string' && cmd !== '' ? cmd : null,
    reqId: typeof reqId === 'string' ? reqId : '',
    errcode: typeof errcode === 'number' && Number.isSafeInteger(errcode) ? errcode : null,
    errmsg: typeof errmsg === 'string' ? errmsg : '',
    body: isBody(body) ? body : {},
  };
}

/** Writes a request; `ping` is the one without a body. */
export function writeRequest(cmd: string, reqId: string, body?: object): string {
  return JSON.stringify({ cmd, headers: { req_id: reqId }, ...(body ? { body } : {}) });
}

/** Makes the id of a request in the form that the platform's own SDK uses. */
export function newReqId(cmd: string): string {
  return `${cmd}_${Date.now()}_${randomBytes(4).toString('hex')}`;
}

/** The name of what has happened; null when a body is no event. */
export function eventType(body: Body): string | null {
  const event = body.event;
  return isBody(event) && typeof event.eventtype === 'string' ? event.eventtype : null;
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(text: string): Body | null {
  try {
    const value: unknown = JSON.parse(text);
    return isBody(value) ? value : null;
  } catch {
    return null;
  }
}
