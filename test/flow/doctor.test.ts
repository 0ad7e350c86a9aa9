import { expect, it } from 'vitest';
import type { City } from '../support/city.ts';
import { SHENGHONG } from '../support/flow-roster.ts';
import { APP_SETTINGS } from '../support/outside-app.ts';
import { runCli } from '../support/run-cli.ts';
import { useCity } from '../support/use-city.ts';

let city: City;
useCity((opened) => void (city = opened), { more: APP_SETTINGS });

/** What `npm run doctor` says of the city; its looks at webhooks are no offences. */
async function doctor(more: NodeJS.ProcessEnv = {}) {
  const { code, stdout } = await runCli('doctor', [], { ...city.settings, CONSOLE_URL: city.url, ...more });
  city.wecom.offences.length = 0;
  return { code, lines: stdout.trim().split('\n') };
}

it('npm run doctor finds a whole city in order, and posts nothing', async () => {
  const { code, lines } = await doctor();
  expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([expect.stringContaining('2027年的节假日未录入')]);
  expect({ code, lines }).toMatchObject({
    code: 0,
    lines: expect.arrayContaining(['✓ 7个群的推送地址都有效', '✓ 名册中本单位的7人都在通讯录里，姓名一致']),
  });
  expect(city.wecom.shown).toEqual([]);
});

it('npm run doctor names what is wrong and what to do, and no secret', async () => {
  city.wecom.removeRobot(SHENGHONG);
  const { code, lines } = await doctor({ WECOM_APP_SECRET: 'wrongSecret9', WECOM_BOT_TOKEN: 'anotherToken9' });
  const bad = lines.filter((line) => line.startsWith('✗')).join('\n');
  expect(code).toBe(1);
  expect(bad).toMatch(/“盛弘机械包联群”的推送地址无效（93000）：在该群重新添加/);
  expect(bad).toMatch(/自建应用：.*40001/);
  expect(bad).toMatch(/\/wecom\/bot 应答不对（HTTP 403）/);
  expect(lines.join('\n')).not.toMatch(/wrongSecret9|anotherToken9|outsideAccessToken/);
});

it('npm run doctor names people whom the app does not see, and a userid that is somebody else’s', async () => {
  city.wecom.app.members.delete('lihua');
  city.wecom.app.members.set('zhangming', '张明明');
  const { code, lines } = await doctor();
  expect(code).toBe(1);
  expect(lines.join('\n')).toContain('✗ 账号 zhangming 在通讯录里是“张明明”，名册写“张明”');
  expect(lines.join('\n')).toMatch(/✗ 1人在通讯录里找不到，[^\n]*：李华（lihua）/);
});

it('npm run doctor says when the service cannot be reached', async () => {
  const { lines } = await doctor({ CONSOLE_URL: 'http://127.0.0.1:9' });
  expect(lines.join('\n')).toContain('访问不到：检查 CONSOLE_URL');
});
