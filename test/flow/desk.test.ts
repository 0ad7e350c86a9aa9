import { expect, it } from 'vitest';
import { type City, numberIn } from '../support/city.ts';
import { CHENHE, GXJ, LI, OFFICE, RSJ, SHENGHONG, ZHAO, ZHOU } from '../support/flow-roster.ts';
import { APP, APP_SETTINGS } from '../support/outside-app.ts';
import { OPEN_KFID } from '../support/outside-desk.ts';
import { runCli } from '../support/run-cli.ts';
import { useCity } from '../support/use-city.ts';

const CUSTOMER = 'wmCUSTOMER_01';
const PHOTO = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(500, 7)]);
const LOAN = '技改贷款迟迟批不下来';

let city: City;
useCity((opened) => void (city = opened), { more: APP_SETTINGS });

const desk = () => city.wecom.app.desk;
const texts = () => desk().letters.map(({ text }) => text);

let knocked = 0;

/** The event of 微信客服: it says that something waits, and where. */
async function knock(token = `T${(knocked += 1)}`): Promise<number> {
  const created = Math.floor(city.sandbox.now().getTime() / 1000);
  const xml = `<xml><ToUserName><![CDATA[${APP.corpId}]]></ToUserName><CreateTime>${created}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[${token}]]></Token><OpenKfId><![CDATA[${OPEN_KFID}]]></OpenKfId></xml>`;
  const { query, body } = city.wecom.app.seal(xml, city.sandbox.now());
  const { status } = await fetch(`${city.url}/wecom/app?${query}`, { method: 'POST', body });
  await city.sandbox.finished();
  return status;
}

const inText = (content: string) => ({ msgtype: 'text', text: { content } });

/** A customer writes; gives what they are answered. */
async function write(content: string): Promise<string | null> {
  const seen = desk().letters.length;
  desk().write(CUSTOMER, inText(content), city.sandbox.now());
  expect(await knock()).toBe(200);
  return desk().letters[seen]?.text ?? null;
}

/** The customer has been confirmed as the contact of an enterprise. */
async function known(): Promise<void> {
  await write('您好');
  await write('盛弘机械 李思');
  const [, code = ''] = /确认 ([A-Z0-9]{6}) 为/.exec(city.pushed(OFFICE).at(-1) ?? '') ?? [];
  await city.say(ZHAO, OFFICE, `确认 ${code} 为 盛弘机械 联系人`);
}

async function reported(): Promise<string> {
  await known();
  const number = numberIn(await write(LOAN));
  await write('确认');
  return number;
}

it('Somebody outside is asked who they are, and once the office has confirmed reports like anybody', async () => {
  expect(await write('您好')).toContain('请告诉我单位和姓名');
  expect(await write('盛弘机械 李思')).toContain('已请双创双服办公室确认');
  const [, code = ''] = /确认 ([A-Z0-9]{6}) 为/.exec(city.pushed(OFFICE).at(-1) ?? '') ?? [];
  await city.say(ZHAO, OFFICE, `确认 ${code} 为 盛弘机械 联系人`);
  const number = numberIn(await write(LOAN));
  expect(await write('确认')).toContain('已受理');
  expect(await city.sandbox.caseOf(number)).toMatchObject({
    status: 'assigned',
    subject: '涿州市盛弘机械有限责任公司',
  });
  expect(city.pushed(GXJ).join()).toContain(number);
});

it('All pages are read, each message once, though the event comes twice', async () => {
  await known();
  for (const trouble of [LOAN, '厂区门口的路坏了没人修', '今年的社保补贴没有发下来'])
    desk().write(CUSTOMER, inText(trouble), city.sandbox.now());
  await knock('T-twice');
  await knock('T-twice');
  const { draft } = (await city.sandbox.state()).cases;
  expect(draft).toBe(3);
});

it('A whole page of long messages is read', async () => {
  desk().pagesOf(1_000);
  const long = '厂区门口的路坏了，货车进不来，'.repeat(60);
  for (let i = 0; i < 120; i += 1) desk().write(`wmOTHER_${i}`, inText(`${long}${i}`), city.sandbox.now());
  await knock();
  expect(desk().letters).toHaveLength(120);
});

it('A desk that could not be read at first is read at the next sweep, without another knock', async () => {
  await city.wecom.down({ errcode: 48002 });
  desk().write(CUSTOMER, inText('您好'), city.sandbox.now());
  await knock();
  await city.sandbox.advance('20 minutes');
  expect(texts()).toEqual([]);
  await city.wecom.up();
  await city.sandbox.advance('20 minutes');
  expect(texts().join()).toContain('请告诉我单位和姓名');
});

it('What was said while nobody was knocked for is read within a quarter of an hour, from when it was said', async () => {
  await known();
  desk().write(CUSTOMER, inText(LOAN), city.sandbox.now());
  await city.sandbox.advance('20 minutes');
  expect(numberIn(texts().at(-1) ?? null)).toMatch(/BQ-/);
});

it('A photo becomes evidence of the case', async () => {
  const number = await reported();
  city.wecom.files.set('/cgi-bin/media/get', PHOTO);
  desk().write(CUSTOMER, { msgtype: 'image', image: { media_id: 'MEDIA1' } }, city.sandbox.now());
  await knock();
  expect(texts().at(-1)).toBe(`${number} 已附上1张图片。`);
  expect(city.wecom.pictures).toEqual([{ chat: GXJ, bytes: PHOTO }]);
});

it('The survey comes to the customer alone, and is answered there', async () => {
  const number = await reported();
  await city.say(LI, GXJ, `收到 ${number}`);
  await city.sandbox.advance('2 hours');
  await write(`进度 ${number}`);
  await city.say(LI, GXJ, `已办结 ${number}，已协调银行放款，资金已于昨天到账，联系人李华 13812345678`);
  await city.sandbox.advance('1 workdays');
  expect(texts().at(-1)).toContain(`回访 ${number}`);
  expect(await write('已解决，按期，非常满意')).toContain('感谢');
  expect(await city.sandbox.caseOf(number)).toMatchObject({ status: 'closed' });
});

it('After 48 hours of silence the survey goes to a group of the enterprise’s own, with the bot’s name in the reply words', async () => {
  await write('您好');
  await write('晨禾食品 李思');
  const [, code = ''] = /确认 ([A-Z0-9]{6}) 为/.exec(city.pushed(OFFICE).at(-1) ?? '') ?? [];
  await city.say(ZHAO, OFFICE, `确认 ${code} 为 晨禾食品 联系人`);
  const number = numberIn(await write(LOAN));
  await write('确认');
  await city.sandbox.advance('3 workdays');
  await city.say(ZHOU, RSJ, `已办结 ${number}，已协调银行放款，资金已于昨天到账，联系人周洁 13812345678`);
  await city.sandbox.advance('1 workdays');
  expect(city.pushed(CHENHE).at(-1)).toMatch(/@帮企通 已解决/);
});

it('What was lost is another message when an operator has it sent once more', async () => {
  await known();
  desk().loseNext(10);
  await write('我的问题');
  await knock();
  const lost = desk().letters.length;
  expect((await runCli('outbox', ['resend', '--dead'], city.settings)).code).toBe(0);
  await city.sandbox.advance('1 minutes');
  expect(desk().letters).toHaveLength(lost + 1);
});

it('After 48 hours of silence the group is asked to have the survey answered in private', async () => {
  const number = await reported();
  await city.sandbox.advance('3 workdays');
  await city.say(LI, GXJ, `已办结 ${number}，已协调银行放款，资金已于昨天到账，联系人李华 13812345678`);
  await city.sandbox.advance('1 workdays');
  expect(texts().join()).not.toContain(`回访 ${number}`);
  expect(city.pushed(SHENGHONG).at(-1)).toContain('请私聊我');
});

it('A message that was taken and never arrived is named to the office with the reason', async () => {
  await known();
  desk().loseNext(10);
  await write('我的问题');
  await knock();
  expect(await city.say(ZHAO, OFFICE, '待办')).toContain('对方拒收客服消息');
});
