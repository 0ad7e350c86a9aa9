import { describe, expect, it } from 'vitest';
import { checkMessage, readShown } from '../../../src/sandbox/wecom/passive-message.ts';

function stream(parts: object) {
  return { msgtype: 'stream', stream: { id: 'S1', finish: false, content: '查', ...parts } };
}

function feedback(id: string) {
  return stream({ feedback: { id } });
}

describe('point 8: checkMessage, of streams', () => {
  it('takes pictures with the finish only', () => {
    const items = { msg_item: [{ msgtype: 'image', image: { base64: 'iVBORw0', md5: 'f829' } }] };
    expect(checkMessage(stream(items), 'message')).toContain('before the finish');
    expect(checkMessage(stream({ ...items, finish: true }), 'message')).toBeNull();
  });

  it('takes a feedback id in the first reply only, up to 256 bytes', () => {
    expect(checkMessage(feedback('f'.repeat(256)), 'message')).toBeNull();
    expect(checkMessage(feedback('f'.repeat(257)), 'message')).toContain('256 bytes');
    expect(checkMessage(feedback('f1'), 'refresh')).toContain('after the first reply');
  });

  it.each([{ finish: 'yes' }, { content: 5 }, { id: '' }])('refuses %j', (parts) => {
    expect(checkMessage(stream(parts), 'message')).not.toBeNull();
  });
});

describe('readShown', () => {
  it('gives the words of a stream, of a text, or the title of a card', () => {
    expect(readShown(stream({}))).toBe('查');
    expect(readShown({ msgtype: 'text', text: { content: '您好' } })).toBe('您好');
    expect(readShown({ msgtype: 'template_card', template_card: { main_title: { title: '核对' } } })).toBe('核对');
    expect(readShown({})).toBe('');
  });
});
