import { describe, expect, it } from 'vitest';
import {
  atBot,
  dayText,
  maskPhone,
  momentText,
  plainDayText,
  replyWords,
  said,
  sentence,
} from '../../config/texts/format.ts';
import { STATUS_TEXT } from '../../config/texts/status.ts';
import { surveyThanks } from '../../config/texts/receipts.ts';
import { reworked } from '../../config/texts/notices.ts';
import { STATUSES } from '../../src/domain/case.ts';
import { NUMBER } from '../support/case-factory.ts';
import { TEXTS, WITHOUT_NUMBER } from '../support/all-texts.ts';
import { shanghai } from '../support/world-factory.ts';

/** The texts that a rule finds wanting, by name. */
function offending(isWrong: (text: string, name: string) => boolean) {
  return TEXTS.filter(({ name, text }) => isWrong(text, name));
}

describe('every text', () => {
  it('has no hole where a word is missing', () => {
    expect(TEXTS.length).toBeGreaterThan(80);
    expect(offending((text) => /undefined|null|NaN|\[object|Invalid|true|false/.test(text))).toEqual([]);
    expect(offending((text) => /（）|“”|：。|，。|。。/.test(text) || text.trim() === '')).toEqual([]);
  });

  it('is punctuated in full width beside a Chinese character', () => {
    expect(offending((text) => /[\p{Script=Han}”）][,;:!?()]|[,;:!?()]\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('names its case, if it is about one', () => {
    const about = offending((text, name) => !WITHOUT_NUMBER.includes(name) && !/BQ-\d{4}-\d{6,}/.test(text));
    expect(about).toEqual([]);
  });

  it('ends with the words to send, if it has any', () => {
    expect(offending((text) => text.includes('回复：') && !lastLine(text).startsWith('回复：'))).toEqual([]);
  });

  it('has the number in each of the words to send', () => {
    const lacks = (word: string) => !word.endsWith(NUMBER);
    const wanting = offending(
      (text, name) =>
        text.includes('\n回复：') && !WITHOUT_NUMBER.includes(name) && lastLine(text).split(' 或 ').some(lacks),
    );
    expect(wanting).toEqual([]);
  });
});

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

describe('texts that could give an answer away', () => {
  it('thank for a survey in the same words whatever was answered', () => {
    const words = surveyThanks({ number: NUMBER, outcome: 'reopened' });
    expect(words).not.toMatch(/未解决|部分解决|不满意|超期/);
  });

  it('tell the unit to go on without the enterprise’s answer', () => {
    const { at, ...v } = { number: NUMBER, subject: '盛弘', summary: '贷款', category: '资金保障', at: '' };
    const text = reworked({
      ...v,
      at,
      today: '2026-11-24',
      contact: null,
      wished: null,
      respondent: null,
      relapseOf: null,
      files: null,
      unit: '市工信局',
      due: '2026-12-01',
    });
    expect(text).toContain('需继续办理');
    expect(text).not.toMatch(/回访|未解决|部分解决|不满意/);
  });
});

describe('STATUS_TEXT', () => {
  it('has words of its own for every status', () => {
    expect(Object.keys(STATUS_TEXT).sort()).toEqual([...STATUSES].sort());
    expect(new Set(Object.values(STATUS_TEXT)).size).toBe(STATUSES.length);
  });
});

describe('dayText', () => {
  it('names the weekday', () => {
    expect(dayText('2026-11-27')).toBe('11月27日（周五）');
    expect(dayText('2026-11-29')).toBe('11月29日（周日）');
  });

  it('names the year when it is not the reader’s', () => {
    expect(dayText('2027-01-04', '2026')).toBe('2027年1月4日（周一）');
  });
});

describe('plainDayText', () => {
  it('names the weekday without brackets', () => {
    expect(plainDayText('2026-11-27')).toBe('11月27日周五');
  });
});

describe('sentence', () => {
  it('ends with a full stop, unless it ends in a mark already', () => {
    expect(['资金已到账', '资金已到账。', '办好了！', '还差一笔…'].map(sentence)).toEqual([
      '资金已到账。',
      '资金已到账。',
      '办好了！',
      '还差一笔…',
    ]);
  });
});

describe('momentText', () => {
  it('is the time in Shanghai, also past midnight there', () => {
    expect(momentText(shanghai('2026-11-27 09:05'))).toBe('11月27日 09:05');
    expect(momentText(new Date('2026-12-31T16:30:00Z'))).toBe('1月1日 00:30');
  });
});

describe('said', () => {
  it('cuts by characters, never through one', () => {
    expect(said('😀'.repeat(5), 4)).toBe('😀😀😀…');
    expect(said('一二三四', 4)).toBe('一二三四');
  });

  it('cuts at the end of a clause that comes late, else where the room ends', () => {
    expect(said('一二三四五六，八九十', 9)).toBe('一二三四五六…');
    expect(said('一二，四五六七八九十', 9)).toBe('一二，四五六七八…');
  });

  it('stops after a clause that ends late enough', () => {
    expect(said('银行贷款批不下来，等着用钱，请帮忙', 12)).toBe('银行贷款批不下来…');
    expect(said('急，银行贷款批不下来请帮忙', 10)).toBe('急，银行贷款批不下…');
  });

  it('keeps somebody else’s words on one line, without mentions, links or code', () => {
    expect(said(' 第一行\n\n第二行\t完 ')).toBe('第一行 第二行 完');
    expect(said('<@all> <font color="red">')).toBe('＜@all＞ ＜font color="red"＞');
    expect(said('[点我](http://x) `rm`')).toBe('[点我] (http://x) ｀rm｀');
  });

  it('cannot be made to mend a link by its own mending', () => {
    expect(said(']]((x)')).not.toContain('](');
  });
});

describe('maskPhone', () => {
  it.each([
    ['13800001111', '138****1111'],
    ['0312-5881234', '031****1234'],
    ['5881234', '****34'],
    ['12', '****12'],
  ])('of %s is %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

describe('replyWords', () => {
  it('puts the bot’s name before each of them in a group', () => {
    expect(replyWords(atBot('帮企通', false), ['收到', '进度'])).toBe('回复：@帮企通 收到 或 @帮企通 进度');
    expect(replyWords(atBot('帮企通', true), ['收到'])).toBe('回复：收到');
  });
});
