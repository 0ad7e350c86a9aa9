import { describe, expect, it } from 'vitest';
import { type City, numberIn, numbersIn } from '../support/city.ts';
import { GXJ, LEADER, SHENGHONG, WANG } from '../support/flow-roster.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened));

const PROBLEMS = [
  '技改贷款批不下来',
  '厂区门口道路破损',
  '车间用电容量不足',
  '招不到焊工',
  '货款被拖欠',
  '环评批复迟迟不下',
];

async function assigned(text: string): Promise<string> {
  const number = numberIn(await city.say(WANG, SHENGHONG, text));
  await city.say(WANG, SHENGHONG, `确认 ${number}`);
  await city.sandbox.advance('3 minutes');
  return number;
}

const foldedIn = (chat: string) => city.wecom.shownIn(chat).filter(({ text }) => text.includes('【事项汇总】'));

describe('a leader who has had many messages', () => {
  it('still gets each assignment, and reads the rest folded at 16:30', async () => {
    const numbers: string[] = [];
    for (const problem of PROBLEMS) numbers.push(await assigned(problem));
    expect(numbersIn(city.pushed(LEADER).join('\n')).sort()).toEqual([...numbers].sort());
    const [first, second] = numbers;
    for (const number of [first, second]) await city.say(WANG, SHENGHONG, `撤回 ${number}`);
    expect(city.pushed(GXJ).filter((text) => text.includes('已撤回'))).toHaveLength(2);
    expect(city.pushed(LEADER).filter((text) => text.includes('已撤回'))).toEqual([]);
    await city.sandbox.moveTo('2026-11-23 20:00');
    const [one, ...more] = foldedIn(LEADER);
    expect(more).toEqual([]);
    expect(one?.at.toISOString()).toMatch(/^2026-11-23T08:30/);
    expect(one?.text).toMatch(new RegExp(`共2项\\n1\\. ${first}[^\\n]*已撤回[^\\n]*\\n2\\. ${second}`));
  });

  it('reads the next morning what came after 16:30', async () => {
    const numbers: string[] = [];
    for (const problem of PROBLEMS) numbers.push(await assigned(problem));
    await city.sandbox.moveTo('2026-11-23 17:00');
    await city.say(WANG, SHENGHONG, `撤回 ${numbers[0]}`);
    await city.sandbox.moveTo('2026-11-24 09:00');
    const [one] = foldedIn(LEADER);
    expect(one?.at.toISOString()).toMatch(/^2026-11-24T00:40/);
    expect(one?.text).toContain(`1. ${numbers[0]}`);
  });
});
