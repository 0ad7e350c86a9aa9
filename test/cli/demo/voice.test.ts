import { describe, expect, it } from 'vitest';
import { buildCast } from '../../../src/cli/demo/cast.ts';
import { findVoice } from '../../../src/cli/demo/voice.ts';

const cast = buildCast({
  persons: [{ userid: 'lihua', name: '李华', of: '市工信局' }],
  subjects: [],
  chats: [{ name: '市工信局办理群' }, { name: '市人社局办理群' }],
});

describe('findVoice', () => {
  it('knows a person by name or userid, and a group by its name or a part that only it has', () => {
    const voice = { as: 'lihua', chat: '市工信局办理群' };
    expect(findVoice('李华', '@市工信局办理群', cast)).toEqual(voice);
    expect(findVoice('lihua', '工信', cast)).toEqual(voice);
  });

  it('without a group is the 1:1 chat', () => {
    expect(findVoice('李华', '', cast)).toEqual({ as: 'lihua', chat: null });
  });

  it.each([
    ['王五', '', '没有叫“王五”的人'],
    ['李华', '@财政局', '没有叫“财政局”的群'],
    ['李华', '@办理群', '可能是市工信局办理群、市人社局办理群'],
  ])('says what is wrong with /as %s %s', (name, group, words) => {
    expect(findVoice(name, group, cast)).toMatchObject({ refusal: expect.stringContaining(words) });
  });
});
