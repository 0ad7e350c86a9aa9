import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readBotMessage } from '../../src/wecom/inbound.ts';
import { getVector, HAS_VECTORS } from './vectors.ts';

const GROUP_TEXT = {
  msgid: 'CAIQ-1',
  aibotid: 'aibSIM0001',
  chatid: 'wrChatShenghong',
  chattype: 'group',
  from: { userid: 'wangqiang' },
  response_url: 'http://127.0.0.1:1/cgi-bin/aibot/response?response_code=RC1',
  msgtype: 'text',
  text: { content: '@帮企通 缺变压器' },
};

function read(body: unknown, ownCorpId?: string) {
  const message = readBotMessage(JSON.stringify(body), ownCorpId);
  if ('problem' in message) throw new Error(message.problem);
  return message.inbound;
}

function without(key: keyof typeof GROUP_TEXT): object {
  return Object.fromEntries(Object.entries(GROUP_TEXT).filter(([name]) => name !== key));
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('hex');
}

const EVENT = { msgid: 'EV2', aibotid: 'aib1', chattype: 'single', from: { userid: 'zhangming' }, msgtype: 'event' };

describe('readBotMessage', () => {
  it('names a press on a card, as the samples write it and as the tables do', () => {
    const press = {
      taskId: 't1',
      key: '提交',
      selections: [{ question: 'q1', options: ['a', 'c'] }],
      responseCode: null,
    };
    const samples = {
      event_key: '提交',
      task_id: 't1',
      selected_items: { selected_item: [{ question_key: 'q1', option_ids: { option_id: ['a', 'c'] } }] },
    };
    const tables = {
      eventkey: '提交',
      taskid: 't1',
      selected_items: { selected_item: [{ question_key: 'q1', optionids: { option_id: ['a', 'c'] } }] },
    };
    for (const template_card_event of [samples, tables]) {
      const event = { eventtype: 'template_card_event', template_card_event };
      expect(read({ ...EVENT, event })).toMatchObject({ kind: 'press', person: 'CORP/zhangming', press });
    }
  });

  it('keeps the links of what was sent beside words, and none of a quoted message', () => {
    const items = [
      { msgtype: 'text', text: { content: '看下这张截图' } },
      { msgtype: 'image', image: { url: 'https://media/i1' } },
    ];
    const quote = { msgtype: 'file', file: { url: 'https://media/old' } };
    const mixed = { ...EVENT, msgtype: 'mixed', mixed: { msg_item: items }, quote };
    const file = { ...EVENT, msgtype: 'file', file: { url: 'https://media/f1', aeskey: 'K' } };
    expect(read(mixed)).toMatchObject({
      kind: 'message',
      text: '看下这张截图',
      media: [{ kind: 'image', url: 'https://media/i1', aesKey: null }],
    });
    expect(read(file)).toMatchObject({ media: [{ kind: 'file', url: 'https://media/f1', aesKey: 'K' }] });
  });

  it('names a text of a group in our words', () => {
    expect(read(GROUP_TEXT)).toEqual({
      id: 'bot/CAIQ-1',
      channel: 'bot',
      kind: 'message',
      chatType: 'group',
      botChatid: 'wrChatShenghong',
      person: 'CORP/wangqiang',
      text: '@帮企通 缺变压器',
      quote: null,
      responseUrl: GROUP_TEXT.response_url,
      media: [],
      press: null,
      desk: null,
    });
  });

  it('keeps the body beside it', () => {
    expect(readBotMessage(JSON.stringify(GROUP_TEXT), undefined)).toMatchObject({ raw: GROUP_TEXT });
  });

  it('knows no chat id in a 1:1 chat', () => {
    expect(read({ ...GROUP_TEXT, chattype: 'single' })).toMatchObject({ chatType: 'single', botChatid: null });
  });

  it('joins the text parts of a mixed message by line breaks', () => {
    const image = { msgtype: 'image', image: { url: 'https://media.example/i' } };
    const items = [
      { msgtype: 'text', text: { content: '看截图' } },
      image,
      { msgtype: 'text', text: { content: '急' } },
    ];
    expect(read({ ...GROUP_TEXT, msgtype: 'mixed', mixed: { msg_item: items } }).text).toBe('看截图\n急');
  });

  it('takes what was recognised in a voice message', () => {
    expect(read({ ...GROUP_TEXT, msgtype: 'voice', voice: { content: '缺水' } }).text).toBe('缺水');
  });

  it.each(['image', 'file', 'video'])('takes a %s as a message without words', (msgtype) => {
    const body = { ...GROUP_TEXT, msgtype, [msgtype]: { url: 'https://media.example/f' } };
    expect(read(body)).toMatchObject({ kind: 'message', text: '' });
  });

  it('reads the words of a quoted message, mixed ones too', () => {
    const quote = { msgtype: 'mixed', mixed: { msg_item: [{ msgtype: 'text', text: { content: 'BQ-2026-000123' } }] } };
    expect(read({ ...GROUP_TEXT, quote }).quote).toBe('BQ-2026-000123');
  });

  it('has no quote when a picture was quoted', () => {
    expect(read({ ...GROUP_TEXT, quote: { msgtype: 'image', image: { url: 'x' } } }).quote).toBeNull();
  });

  it('names events and stream refreshes as such', () => {
    expect(read({ ...GROUP_TEXT, msgtype: 'event', event: { eventtype: 'enter_chat' } }).kind).toBe('event');
    expect(read({ ...GROUP_TEXT, msgtype: 'stream', stream: { id: 'S1' } }).kind).toBe('refresh');
  });

  it.each(['hologram', undefined, 7])('keeps the type %j as unknown', (msgtype) => {
    expect(read({ ...GROUP_TEXT, msgtype }).kind).toBe('unknown');
  });
});

describe('readBotMessage, the person', () => {
  it('takes our own corp id as our own corp', () => {
    expect(read({ ...GROUP_TEXT, from: { userid: 'lihua', corpid: 'wwOWN' } }, 'wwOWN').person).toBe('CORP/lihua');
  });

  it.each(['wwOWN', undefined])('keeps the people of another corp apart when ours is %s', (own) => {
    expect(read({ ...GROUP_TEXT, from: { userid: 'lihua', corpid: 'wwX' } }, own).person).toBe('wwX/lihua');
  });

  it.each([undefined, null, 'lihua', {}, { userid: '' }, { userid: 'sys' }, { userid: 5 }, { userid: 'wwX/boss' }])(
    'keeps a message from %j as unknown, of nobody',
    (from) => {
      expect(read({ ...GROUP_TEXT, from })).toMatchObject({ kind: 'unknown', person: null });
    },
  );

  it('keeps a group message without a chat id as unknown', () => {
    expect(read(without('chatid'))).toMatchObject({ kind: 'unknown', chatType: 'group', botChatid: null });
  });
});

describe('readBotMessage, the id', () => {
  it('is the hash of the body where there is none', () => {
    const body = { ...without('msgid'), msgtype: 'event', event: { eventtype: 'enter_chat' }, create_time: 1 };
    expect(read(body).id).toBe(`bot/${sha256(JSON.stringify(body))}`);
  });

  it('is kept up to 128 characters and hashed beyond', () => {
    expect(read({ ...GROUP_TEXT, msgid: 'a'.repeat(128) }).id).toBe(`bot/${'a'.repeat(128)}`);
    expect(read({ ...GROUP_TEXT, msgid: 'a'.repeat(129) }).id).toBe(`bot/${sha256('a'.repeat(129))}`);
  });

  it('is not taken from a number, which may have lost digits', () => {
    expect(read({ ...GROUP_TEXT, msgid: 7 }).id).toMatch(/^bot\/[0-9a-f]{64}$/);
  });
});

describe('readBotMessage, what is no callback', () => {
  it.each(['', 'text', 'null', '[]', '7', '"text"'])('says so about %j', (plaintext) => {
    expect(readBotMessage(plaintext, undefined)).toEqual({ problem: expect.stringContaining('JSON object') });
  });

  it.each([{}, { text: 5 }, { msgtype: 'mixed', mixed: { msg_item: [null, 4, { text: null }] } }, { quote: [] }])(
    'keeps %j without throwing',
    (body) => {
      expect(read(body)).toMatchObject({ kind: 'unknown', text: '', quote: null, responseUrl: null });
    },
  );
});

describe.skipIf(!HAS_VECTORS)('readBotMessage, by the shared vectors', () => {
  it('reads the group text with mention and quote', () => {
    const { plaintext } = getVector('gen-aibot-group-text-with-mention-and-quote');
    expect(readBotMessage(plaintext, undefined)).toMatchObject({
      inbound: { id: 'bot/CAIQ16HMjQYYTEST0001', text: '@政企助手 营业执照变更要带哪些材料？😀', quote: '昨天的通知' },
    });
  });

  it('reads the stream refresh', () => {
    const { plaintext } = getVector('gen-aibot-stream-refresh');
    expect(readBotMessage(plaintext, undefined)).toMatchObject({ inbound: { kind: 'refresh', responseUrl: null } });
  });
});
