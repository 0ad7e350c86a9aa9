import type { Notice } from '../../src/domain/notice.ts';

/** A notice of plain words to the office; the rest as the test says. */
export function aNotice(key: string, v: Partial<Notice> = {}): Notice {
  return {
    key,
    to: { kind: 'office' },
    class: 'workHours',
    number: null,
    about: { kind: 'text', text: `内容 ${key}` },
    ...v,
  };
}
