import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Town } from '../../src/cli/demo/start-town.ts';
import { aFlowRoster } from '../support/flow-roster.ts';
import { type Ran, runCli } from '../support/run-cli.ts';

let town: Town;

beforeAll(async () => {
  town = await startTown({ begin: '2026-11-23T09:00:00+08:00', roster: aFlowRoster() });
});

afterAll(() => town?.close());

const say = (...words: string[]): Promise<Ran> => runCli('say', words, { PORT: new URL(town.url).port });
const GROUP = '盛弘机械包联群';

describe('npm run say', () => {
  it('speaks in a group and shows what the bot answers there', async () => {
    const { code, stdout } = await say('--as', 'wwSUPPLIER/wangqiang', '--chat', GROUP, '厂区门口的路坏了，货车进不来');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^【${GROUP}】\\n您反映的问题已记下，编号 BQ-2026-\\d{6}。`, 'u'));
  });

  it('speaks to the bot alone without a group, and says so when it stays silent', async () => {
    expect(await say('--as', 'wwSUPPLIER/wangqiang', '辛苦了')).toEqual({
      code: 0,
      stdout: '（没有回答：闲聊不接话。）\n',
      stderr: '',
    });
  });

  it('speaks as somebody outside through 微信客服', async () => {
    const { code, stdout } = await say('--as', 'kf/wmCUSTOMER01', '厂区门口的路坏了，货车进不来');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('请告诉我单位和姓名') });
  });

  it('names a group that there is not', async () => {
    const { code, stderr } = await say('--as', 'lihua', '--chat', '没有的群', '收到');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '没有叫“没有的群”的群，请核对群名。\n' });
  });

  it.each([[['收到']], [['--as', 'lihua']], [['--who', 'lihua', '收到']]])(
    'answers %j with the usage',
    async (words) => {
      expect(await say(...words)).toMatchObject({ code: 1, stderr: expect.stringContaining('用法') });
    },
  );

  it('says what to start when nothing listens', async () => {
    const { code, stderr } = await runCli('say', ['--as', 'lihua', '收到'], { PORT: '1' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^没有连上沙箱：请先运行 npm run demo/u);
  });
});
