import type { Elements } from './xml.ts';

/** What a member sends to the app alone; there is no `file` (接收普通消息). */
export type AppWords =
  | { text: string }
  | { media: { type: 'image' | 'voice' | 'video'; mediaId: string } }
  | { location: { label: string; x: number; y: number } }
  | { link: { title: string; description: string; url: string } };

/** How it stands in the chat. */
export function wordsOf(what: AppWords): string {
  if ('text' in what) return what.text;
  if ('media' in what) return `[${what.media.type}]`;
  return 'link' in what ? what.link.title : what.location.label;
}

/** The elements of its callback, without those that every callback has. */
export function writtenElements(what: AppWords): Elements {
  if ('text' in what) {
    return [
      ['MsgType', 'text'],
      ['Content', what.text],
    ];
  }
  if ('media' in what) {
    const { type, mediaId } = what.media;
    const extra = { image: ['PicUrl', ''], voice: ['Format', 'amr'], video: ['ThumbMediaId', mediaId] } as const;
    return [['MsgType', type], ['MediaId', mediaId], extra[type]];
  }
  if ('link' in what) {
    const { title, description, url } = what.link;
    return [
      ['MsgType', 'link'],
      ['Title', title],
      ['Description', description],
      ['Url', url],
      ['PicUrl', ''],
    ];
  }
  const { label, x, y } = what.location;
  return [
    ['MsgType', 'location'],
    ['Location_X', String(x)],
    ['Location_Y', String(y)],
    ['Scale', '15'],
    ['Label', label],
    ['AppType', 'wxwork'],
  ];
}
