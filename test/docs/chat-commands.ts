import { COMMAND_EFFECTS, QUESTION_WORDS } from '../../config/texts/chat-commands.ts';
import { COMMAND_WORDS } from '../../config/texts/command-words.ts';
import { STATUS_TEXT } from '../../config/texts/status.ts';
import { isLegal } from '../../src/domain/apply.ts';
import { STATUSES } from '../../src/domain/case.ts';
import { holdersText } from '../../src/domain/rights.ts';
import { awaits } from '../../src/app/act/awaiting.ts';
import type { Leg, Snapshot } from '../../src/domain/case.ts';

type Named = keyof typeof COMMAND_WORDS;

/** The statuses in which a command makes sense, in words. */
function statusesOf(type: Named): string {
  const fit = STATUSES.filter((status) =>
    type === 'rule'
      ? isLegal('extensionGranted', status)
      : awaits(type, {
          status,
          extension: {},
          giveBack: {},
          pauseAsked: {},
          unitAskedAt: null,
          legs: [] as Leg[],
        } as Snapshot),
  );
  return fit.map((status) => STATUS_TEXT[status]).join('、');
}

/** docs/chat-commands.md, made from the same tables that the service decides by. */
export function chatCommandsPage(): string {
  const commands = (Object.keys(COMMAND_WORDS) as Named[]).map(
    (type) => `| ${COMMAND_WORDS[type]} | ${COMMAND_EFFECTS[type]} | ${holdersText(type)} | ${statusesOf(type)} |`,
  );
  const questions = QUESTION_WORDS.map(([words, effect, who]) => `| ${words} | ${effect} | ${who} |`);
  return [
    '# 在群里能说什么',
    '',
    '在群里先@帮企通，单聊不用。编号写在哪里都行，引用带编号的消息也行；不写编号就按最近说到的那一件，分不清时会问。X 是您要写的内容。同义的说法也听得懂。',
    '',
    '第一张表由程序里的权限表和状态表生成（`npm run docs`），每一行的说法由测试核对；第二张表的各行是手写的，由各项功能的测试分别核对。',
    '',
    '| 说什么 | 结果 | 谁可以说 | 问题处于 |',
    '|---|---|---|---|',
    ...commands,
    '',
    '## 反映、查询和其他',
    '',
    '| 说什么 | 结果 | 谁可以说 |',
    '|---|---|---|',
    ...questions,
    '',
  ].join('\n');
}
