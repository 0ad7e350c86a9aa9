import { type Json, objectAt } from './content.ts';

/** What a passive reply answers; a `message` opens a stream, a `refresh` asks for more of it. */
export type Trigger = 'message' | 'refresh' | 'enter_chat' | 'template_card_event' | 'feedback_event';

const STREAM_TYPES = ['stream', 'stream_with_template_card'];
const MAX_STREAM_BYTES = 20_480;
const MAX_FEEDBACK_BYTES = 256;

// 被动回复消息: the types that each trigger takes; `text` is for the welcome alone, markdown for none.
const ALLOWED: Record<Trigger, readonly string[]> = {
  message: [...STREAM_TYPES, 'template_card'],
  refresh: STREAM_TYPES,
  enter_chat: ['text', 'template_card'],
  template_card_event: ['update_template_card'],
  feedback_event: [],
};

/** Checks a decrypted passive reply against its trigger; null when the platform takes it. */
export function checkMessage(message: Json, trigger: Trigger): string | null {
  const type = typeOf(message, trigger);
  if (!ALLOWED[trigger].includes(type)) return `a ${trigger} is not answered with ${type || 'a message without type'}`;
  return STREAM_TYPES.includes(type) ? checkStream(objectAt(message, 'stream'), trigger) : null;
}

/** Gets the words of a passive reply that a person sees. */
export function readShown(message: Json): string {
  const words = [objectAt(message, 'stream').content, objectAt(message, 'text').content, readTitle(message)];
  return words.find((part) => typeof part === 'string') ?? '';
}

/** The update of a card names itself by `response_type` and has no `msgtype`. */
function typeOf(message: Json, trigger: Trigger): string {
  const type = trigger === 'template_card_event' ? message.response_type : message.msgtype;
  return typeof type === 'string' ? type : '';
}

function checkStream(stream: Json, trigger: Trigger): string | null {
  const { id, finish, content, msg_item: items, feedback } = stream;
  if (typeof id !== 'string' || id === '') return 'the stream has no id';
  if (finish !== undefined && typeof finish !== 'boolean') return 'stream.finish is not a boolean';
  if (content !== undefined && typeof content !== 'string') return 'stream.content is not a text';
  if (Buffer.byteLength(content ?? '') > MAX_STREAM_BYTES)
    return `stream.content is longer than ${MAX_STREAM_BYTES} bytes`;
  if (items !== undefined && finish !== true) return 'stream.msg_item comes before the finish';
  if (feedback !== undefined && trigger === 'refresh') return 'stream.feedback comes after the first reply';
  return isFeedback(stream) ? null : `stream.feedback.id is longer than ${MAX_FEEDBACK_BYTES} bytes`;
}

function isFeedback(stream: Json): boolean {
  const { id } = objectAt(stream, 'feedback');
  return id === undefined || (typeof id === 'string' && Buffer.byteLength(id) <= MAX_FEEDBACK_BYTES);
}

function readTitle(message: Json): unknown {
  return objectAt(objectAt(message, 'template_card'), 'main_title').title;
}
