import { describe, expect, it } from 'vitest';
import { aCommand } from '../support/case-factory.ts';
import { tell } from '../support/tell.ts';

describe('say', () => {
  it('says it to anybody and changes nothing', () => {
    expect(tell(null, aCommand('say', { text: '您好' }))).toMatchObject({ events: [], refusal: null, reply: '您好' });
  });

  it('is silent when there is nothing to say', () => {
    expect(tell(null, aCommand('say', { text: null })).reply).toBe('');
  });
});
