import type { Cast } from './cast.ts';

/** Who speaks where; without a group in the 1:1 chat with the bot. */
export interface Voice {
  as: string;
  chat: string | null;
}

/** The voice of `/as 姓名 @群名`, or the sentence that says why there is none. A part of a group's name will do if only one has it. */
export function findVoice(name: string, group: string, cast: Cast): Voice | { refusal: string } {
  const as = cast.idOf(name);
  if (!as) return { refusal: `没有叫“${name}”的人，/chats 可以列出人物和群。` };
  if (!group) return { as, chat: null };
  const wanted = group.replace(/^@/u, '');
  const chats = cast.chats.filter((known) => known === wanted || known.includes(wanted));
  const [chat] = chats.includes(wanted) ? [wanted] : chats;
  if (chat && (chats.length === 1 || chat === wanted)) return { as, chat };
  return {
    refusal: chat
      ? `“${wanted}”可能是${chats.join('、')}，请写全群名。`
      : `没有叫“${wanted}”的群，/chats 可以列出人物和群。`,
  };
}

/** 王强（盛弘机械）＠盛弘机械包联群 */
export function voiceText({ as, chat }: Voice, cast: Cast): string {
  return `${cast.nameOf(as)} @ ${chat ?? '与帮企通单聊'}`;
}
