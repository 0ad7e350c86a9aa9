import type { Attachment } from '../../src/domain/attachment.ts';

/** A picture as it is kept with a case. */
export const A_PHOTO: Attachment = {
  id: 'bot/CAIQ-9/0',
  kind: 'image',
  name: '图片.jpg',
  type: 'image/jpeg',
  bytes: 1024,
};
