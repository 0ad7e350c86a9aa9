import { describe, expect, it } from 'vitest';
import { aCommand, aProblem, aSnapshot, NUMBER } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';
import { OTHER_NUMBER } from '../support/usual-commands.ts';

const old = aSnapshot({ stop: 'handling' });
const POWER = aProblem({
  text: '厂区电压不稳',
  summary: '厂区电压不稳',
  category: '要素保障',
  contact: null,
  phone: null,
});
const split = aCommand('split', { problem: POWER });

describe('split', () => {
  it('makes the second problem a draft of the same reporter, and tells the enterprise both numbers', () => {
    const told = tell(null, split, { other: old });
    expect(told).toMatchObject({ events: ['drafted'], notices: ['splitOff > subject.s-shenghong'] });
    expect(told.snapshot).toMatchObject({
      number: OTHER_NUMBER,
      status: 'draft',
      subject: old.subject,
      reporter: old.reporter,
      text: '厂区电压不稳',
      contact: '王强',
      links: { splitFrom: NUMBER },
    });
    expect(told.reply).toContain(`${NUMBER} 中的另一个问题已单独立为 ${OTHER_NUMBER}`);
  });

  it('is the office’s', () => {
    expect(tell(null, { ...split, actor: aCommand('accept').actor }, { other: old }).refusal).toBe('notYours');
  });

  it('needs a case in hand', () => {
    expect(tell(null, split, { other: aSnapshot({ stop: 'closed' }) }).refusal).toBe('wrongStatus');
  });

  it('is told to the office alone where either case is confidential', () => {
    const conduct = aCommand('split', { problem: { ...POWER, category: '营商作风' } });
    const told = tell(null, conduct, { other: old });
    expect(told.notices).toEqual(['splitOff > office']);
    expect(told.reply).not.toContain('营商作风');
    expect(tell(null, split, { other: { ...old, confidential: true } }).notices).toEqual(['splitOff > office']);
  });
});
