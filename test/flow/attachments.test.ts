import { createCipheriv } from 'node:crypto';
import { expect, it } from 'vitest';
import { assignedIn, type City, numberIn } from '../support/city.ts';
import { GXJ, LI, QIAN, SHENGHONG, SINGLE, WANG } from '../support/flow-roster.ts';
import { BOT, headOf } from '../support/outside-wecom.ts';
import { useCity } from '../support/use-city.ts';

const PHOTO = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(500, 7)]);
const PROGRAM = Buffer.from('MZ this is a program');

let city: City;
useCity((opened) => void (city = opened));

let sent = 0;

/** Lays a file on the platform's media host, sealed as for a bot (接收消息): its link. */
function link(bytes: Buffer): string {
  sent += 1;
  const key = Buffer.from(`${BOT.aesKey}=`, 'base64');
  const pad = 32 - (bytes.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]);
  city.wecom.files.set(`/media/${sent}`, sealed);
  return `${city.wecom.base}/media/${sent}`;
}

/** Somebody sends pictures, with words or alone; gives what the bot answers. */
async function send(as: string, chat: string | null, urls: readonly string[], text = ''): Promise<string | null> {
  sent += 1;
  const msgid = `CAIQfile${sent}`;
  const words = { msgtype: 'text', text: { content: chat ? `@${BOT.name} ${text}` : text } };
  const items = [...(text || chat ? [words] : []), ...urls.map((url) => ({ msgtype: 'image', image: { url } }))];
  const response_url = city.wecom.issueResponseUrl({ chat: chat ?? as, answers: msgid, now: city.sandbox.now() });
  const { status } = await city.wecom.deliver({
    ...headOf({ as, chat, msgid }),
    response_url,
    msgtype: 'mixed',
    mixed: { msg_item: items },
  });
  expect(status).toBe(200);
  await city.sandbox.finished();
  return city.wecom.answersTo(msgid)[0] ?? null;
}

it('A photo sent in private stands with the case that was last spoken of, and its unit gets to see it', async () => {
  const number = await assignedIn(city);
  await city.say(WANG, SINGLE, `进度 ${number}`);
  expect(await send(WANG, SINGLE, [link(PHOTO)])).toBe(`${number} 已附上1张图片。`);
  expect(await city.say(WANG, SINGLE, `进度 ${number}`)).toContain('附件：1张图片');
  expect(city.pushed(GXJ).join('\n')).toContain('补充了1张图片');
  expect(city.wecom.pictures).toEqual([{ chat: GXJ, bytes: PHOTO }]);
});

it('A report with pictures in a group is one case with both, and the assignment names them', async () => {
  const answer = await send(WANG, SHENGHONG, [link(PHOTO), link(PHOTO)], '厂门口道路塌陷，货车进不来，请协调修复');
  const number = numberIn(answer?.split('\n\n')[0] ?? null);
  expect(answer).toContain(`${number} 已附上2张图片。`);
  await city.say(WANG, SHENGHONG, `确认 ${number}`);
  expect(city.pushed(GXJ).find((text) => text.includes('【交办】'))).toContain('附件：2张图片');
});

it('A photo before the report waits for it', async () => {
  expect(await send(WANG, SINGLE, [link(PHOTO)])).toContain('请用一句话说明要反映的问题');
  const answer = await city.say(WANG, SINGLE, '厂门口道路塌陷，货车进不来，请协调修复');
  expect(answer).toContain('已附上1张图片');
});

it('Several photos one after another all go to the case that 附到 names', async () => {
  const [first, second] = [await assignedIn(city), await assignedIn(city, '厂区排水管网堵塞，一下雨就积水')];
  for (let n = 0; n < 3; n += 1) await send(LI, SINGLE, [link(PHOTO)]);
  expect(await city.say(LI, SINGLE, `附到 ${first}`)).toBe(`${first} 已附上3张图片。`);
  expect(await city.say(LI, SINGLE, `进度 ${second}`)).not.toContain('附件');
});

it('A photo of a report whose enterprise is asked for waits for the answer, and goes to no other case', async () => {
  const other = await assignedIn(city);
  await city.say(QIAN, SINGLE, `进度 ${other}`);
  expect(await send(QIAN, SINGLE, [link(PHOTO)], '厂区停电三天了，生产线全停，请尽快协调供电')).toContain('哪一家');
  expect(await city.say(QIAN, SINGLE, '2')).toContain('已附上1张图片');
  expect(await city.say(QIAN, SINGLE, `进度 ${other}`)).not.toContain('附件');
});

it('What cannot be kept is said with what to do, and the words are not lost', async () => {
  const gone = `${city.wecom.base}/media/gone`;
  const answer = await send(WANG, SHENGHONG, [gone, link(PROGRAM)], '厂门口道路塌陷，货车进不来，请协调修复');
  expect(answer).toMatch(/BQ-\d{4}-\d{6}/);
  expect(answer).toContain('有1个附件链接已过期，没能取到，请重新发送。');
  expect(answer).toContain('有1个附件格式不支持');
});

it('Where several cases may be meant it is asked, and 附到 answers', async () => {
  const [first, second] = [await assignedIn(city), await assignedIn(city, '厂区排水管网堵塞，一下雨就积水')];
  const asked = await send(LI, SINGLE, [link(PHOTO)]);
  expect(asked).toContain(first);
  expect(asked).toContain(second);
  expect(await city.say(LI, SINGLE, `附到 ${second}`)).toBe(`${second} 已附上1张图片。`);
});
