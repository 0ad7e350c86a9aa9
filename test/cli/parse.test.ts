import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const ROSTER = resolve(ROOT, 'config/demo-roster.json');

/** Runs the command on lines of input; gives the answers, the exit code and what it complained about. */
async function parse(lines: readonly string[], options: readonly string[] = []) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/parse.ts', ...options], { cwd: ROOT });
  child.stdin.on('error', () => {});
  child.stdin.end(lines.join('\n'));
  const [out, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const answers = out
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
  return { out, answers, complaint, code: child.exitCode };
}

function line(id: string, said: string, role = 'subject'): string {
  return JSON.stringify({ id, text: said, referenceTime: '2026-11-27T09:00:00', role });
}

describe('npm run parse', () => {
  it('answers each line in the documented form, keys in order', async () => {
    const { out } = await parse([
      line('m1', '盛弘机械反映：变压器容量不够，请在3个工作日内协调。联系人李伟 0312-3456789'),
    ]);
    expect(out).toBe(
      `{"id":"m1","intent":"report","problems":[{"enterprise":"盛弘机械","subject":null,"summary":"变压器容量不够，请在3个工作日内协调","category":"要素保障","deadline":{"date":"2026-12-02","days":null,"workdays":3,"expr":"3个工作日内"},"contact":"李伟","phone":"0312-3456789","urgency":"normal"}],"reply":null,"rating":null}\n`,
    );
  });

  it('keeps the order, skips blank lines and answers a bad line in its place', async () => {
    const { answers } = await parse([line('1', '进度'), '', 'no json', '[]', '{"id":4}', line('5', '谢谢')]);
    const wrong = { id: null, error: expect.any(String) };
    expect(answers).toMatchObject([{ id: '1', intent: 'query' }, wrong, wrong, wrong, { id: '5', intent: 'chitchat' }]);
  });

  it('rates in plain values', async () => {
    const { answers } = await parse([
      line('1', '已解决 超期 非常满意'),
      line('2', '部分解决'),
      line('3', '没解决，说不清，不太满意'),
    ]);
    expect(answers).toMatchObject([
      { intent: 'survey', rating: { score: 5, label: '很满意', resolved: true, onTime: false } },
      { intent: 'survey', rating: { score: 3, label: '一般', resolved: false, onTime: null } },
      { intent: 'survey', rating: { score: 2, label: '不满意', resolved: false, onTime: null } },
    ]);
  });

  it('reads a reply by the role of who says it', async () => {
    const { answers } = await parse([line('1', '已办结，资金昨天到账', 'unit'), line('2', '转给市人社局', 'leader')]);
    expect(answers).toMatchObject([
      { intent: 'reply', reply: { action: 'resolve', reason: '资金昨天到账' } },
      { intent: 'reply', reply: { action: 'transfer', transferTo: '市人社局' } },
    ]);
  });

  it('ties the enterprise to the roster', async () => {
    const { answers } = await parse([line('1', '盛弘机械反映：经常停电')], ['--roster', ROSTER]);
    expect(answers).toMatchObject([{ problems: [{ enterprise: '盛弘机械', subject: '涿州市盛弘机械有限责任公司' }] }]);
  });

  it('reads deadlines alone, and an offset where one is given', async () => {
    const input = (referenceTime: string): string => JSON.stringify({ id: 1, text: '明天前解决', referenceTime });
    const { answers } = await parse([input('2026-11-27T23:00:00'), input('2026-11-27T23:00:00Z')], ['--deadline']);
    const deadline = (date: string) => ({ id: 1, deadline: { date, days: null, workdays: null, expr: '明天前' } });
    expect(answers).toEqual([deadline('2026-11-28'), deadline('2026-11-29')]);
  });

  it('matches names alone', async () => {
    const { answers } = await parse(['{"id":"q","query":"涿州盛弘机械"}'], ['--match', '--roster', ROSTER]);
    const name = '涿州市盛弘机械有限责任公司';
    expect(answers).toMatchObject([
      { id: 'q', subject: name, candidates: [{ subject: name }, { subject: '涿州市盛弘铸造有限公司' }] },
    ]);
  });

  it('says how it is used when asked for what it cannot do', async () => {
    expect(await parse([], ['--match'])).toMatchObject({
      code: 1,
      out: '',
      complaint: expect.stringContaining('用法'),
    });
    expect(await parse([], ['--nothing'])).toMatchObject({ code: 1, complaint: expect.stringContaining('用法') });
  });
});
