import { expect, it } from 'vitest';
import { assignedIn, type City, numberIn } from '../support/city.ts';
import { CHENHE, LI, SUN, ZHANG } from '../support/flow-roster.ts';
import { APP, APP_SETTINGS, type Phone } from '../support/outside-app.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened), { more: APP_SETTINGS });

const cdata = (text: string) => `<![CDATA[${text}]]>`;

/** A callback of the app, and what it was answered with. */
async function callback(elements: Record<string, string>): Promise<{ status: number; passive: string | null }> {
  const head = { ToUserName: cdata(APP.corpId), CreateTime: String(Math.floor(city.sandbox.now().getTime() / 1000)) };
  const parts = Object.entries({ ...head, ...elements }).map(([name, value]) => `<${name}>${value}</${name}>`);
  const { query, body } = city.wecom.app.seal(`<xml>${parts.join('')}</xml>`, city.sandbox.now());
  const response = await fetch(`${city.url}/wecom/app?${query}`, { method: 'POST', body });
  return { status: response.status, passive: city.wecom.app.open(await response.text()) };
}

let written = 0;

/** Somebody writes to the app; gives what the app answers. */
async function write(as: string, text: string): Promise<string | null> {
  written += 1;
  const seen = city.wecom.app.phones.length;
  await callback({ FromUserName: cdata(as), MsgType: 'text', Content: cdata(text), MsgId: String(7300 + written) });
  await city.sandbox.finished();
  return city.wecom.app.phones.slice(seen).find(({ to }) => to === as)?.text ?? null;
}

function press(as: string, card: Phone, key: string, selections: Record<string, string> = {}) {
  const items = Object.entries(selections).map(
    ([question, option]) =>
      `<SelectedItem><QuestionKey>${question}</QuestionKey><OptionIds><OptionId>${option}</OptionId></OptionIds></SelectedItem>`,
  );
  return callback({
    FromUserName: cdata(as),
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: cdata(key),
    TaskId: String(card.card?.task_id),
    ResponseCode: 'RESP1',
    SelectedItems: items.join(''),
  });
}

function cardOf(to: string, title: string): Phone {
  const found = city.wecom.app.phones.find((phone) => phone.to === to && JSON.stringify(phone.card)?.includes(title));
  return found ?? expect.unreachable(`${to} has no card “${title}”`);
}

it('An assignment comes as a card to the leader and the officer, besides the groups', async () => {
  const number = await assignedIn(city);
  expect(cardOf(ZHANG, number).card).toMatchObject({
    card_type: 'button_interaction',
    button_list: [{ text: '收到' }],
  });
  expect(cardOf(LI, `交办 ${number}`).card).toMatchObject({ main_title: { title: `交办 ${number}` } });
});

it('A pressed 收到 signs for the case, and the card says so at once', async () => {
  const number = await assignedIn(city);
  const { status, passive } = await press(LI, cardOf(LI, number), '收到');
  expect({ status, passive }).toEqual({
    status: 200,
    passive: expect.stringContaining('<ReplaceText><![CDATA[已收到]]>'),
  });
  expect(passive).toContain(`${number} 已签收`);
  expect(await city.sandbox.caseOf(number)).toMatchObject({ status: 'handling' });
  await city.sandbox.finished();
  // The card is the answer: no message repeats it.
  expect(city.wecom.app.phones.filter(({ to, msgtype }) => to === LI && msgtype === 'text')).toEqual([]);
});

it('A second press changes nothing and says how things stand', async () => {
  const number = await assignedIn(city);
  const card = cardOf(LI, number);
  await press(LI, card, '收到');
  await city.sandbox.advance('1 hours');
  const { passive } = await press(LI, card, '收到');
  expect(passive).toContain('已由市工信局签收');
  const { events } = await city.sandbox.caseOf(number);
  expect(events.filter((event: { type: string }) => event.type === 'signed')).toHaveLength(1);
});

it('The card of somebody else, or of nothing, says that it is over and does nothing', async () => {
  const number = await assignedIn(city);
  const { passive } = await press(SUN, cardOf(LI, number), '收到');
  expect(passive).toContain('这张卡片已失效');
  const unknown = { ...cardOf(LI, number), card: { task_id: 'bq_unknown' } };
  expect((await press(LI, unknown, '收到')).passive).toContain('这张卡片已失效');
  expect(await city.sandbox.caseOf(number)).toMatchObject({ status: 'assigned' });
});

it('The survey comes to its reporter as a card of three questions, and the answers close the case', async () => {
  const number = numberIn(await city.say(SUN, CHENHE, '社保补缴一直没有办下来，请协调'));
  await city.say(SUN, CHENHE, `确认 ${number}`);
  await write('zhoujie', `收到 ${number}`);
  expect(await write('zhoujie', `已办结，社保补缴11月24日已办好，联系人周洁13811112222 ${number}`)).toContain(number);
  await city.sandbox.advance('1 workdays');
  await city.sandbox.advance('2 hours');
  const card = cardOf(SUN, `回访 ${number}`);
  const { passive } = await press(SUN, card, '提交', { resolved: '已解决', onTime: '按期', score: '非常满意' });
  expect(passive).toContain('<ReplaceText><![CDATA[已提交]]>');
  expect(await city.sandbox.caseOf(number)).toMatchObject({
    status: 'closed',
    closures: [expect.objectContaining({ survey: expect.objectContaining({ resolved: 'yes', score: 5 }) })],
  });
  expect(city.pushed(CHENHE).join('\n')).not.toContain('非常满意');
});

it('What somebody writes to the app is answered by the app', async () => {
  const number = await assignedIn(city);
  expect(await write(LI, `收到 ${number}`)).toContain(`${number} 已签收`);
  expect(await write(ZHANG, '我的企业')).toContain('盛弘机械');
});

it('A callback of the app that is not the platform’s is refused', async () => {
  const { query, body } = city.wecom.app.seal('<xml/>', new Date(city.sandbox.now().getTime() - 600_000));
  const post = (path: string, text: string) => fetch(`${city.url}${path}`, { method: 'POST', body: text });
  expect((await post(`/wecom/app?${query}`, body)).status).toBe(403);
  expect((await post('/wecom/app?x=1', '{"encrypt":"a"}')).status).toBe(400);
});
