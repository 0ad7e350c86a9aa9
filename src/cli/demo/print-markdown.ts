import { chatsText, clockText, layOutTalk } from './lay-out.ts';
import type { Scene } from './scene.ts';

const HEAD = `# 演示对话

这是一段两周的往来，由 \`npm run demo -- --once --transcript docs/demo-transcript.md\` 写成，请勿手改：改了说法，重新生成即可；有测试逐字核对。
企业、人员、号码均为虚构，时间为北京时间。每个灰框是一个群（或单聊）里当时看到的话。
`;

/** The whole transcript as Markdown, without colour. */
export function printMarkdown(scenes: readonly Scene[]): string {
  return [HEAD, ...scenes.map(sceneText)].join('\n');
}

function sceneText(scene: Scene): string {
  switch (scene.kind) {
    case 'chapter':
      return `## ${scene.title}\n`;
    case 'clock':
      return `### ${clockText(scene.at)}\n`;
    case 'note':
      return `*${scene.text}*\n`;
    case 'talk':
      return `**${chatsText(scene.chats)}**\n\n\`\`\`text\n${layOutTalk(scene)
        .map((line) => `${line.text}\n`)
        .join('')}\`\`\`\n`;
  }
}
