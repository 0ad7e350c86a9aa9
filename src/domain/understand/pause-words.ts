import type { CleanText } from './clean-text.ts';
import { parseTime, type SaidAt } from './deadline/parse-deadline.ts';
import type { Word } from './reading.ts';
import { findReason } from './reason.ts';

/** The clock, not the work of somebody else: 暂停供水 is an answer, 暂停到 and 申请暂停 are about the case. */
const PAUSE =
  /^(?:我(?:局|们|单位)|现|请|拟|特|先|该问题)?(?:(?:申请|请求)(?:该问题)?暂停(?:办理|计时)?(?=$|[,。;!\s到至\d一二三四五六七八九十因由])|暂停(?:办理|计时)?(?:$|[。!]|(?:\s?[,;])?\s?(?:[到至]|因|\d+个?(?:工作日|天)|[一二两三四五六七八九十]+个?(?:工作日|天))))/;
const RESUME =
  /^(?:现|请|已|可以?|申请|同意|予以)?(?:恢复办理|恢复计时|(?:解除|取消|结束)暂停)(?:了|吧)?(?:$|[,。;!\s])/;

/** 申请暂停, 暂停到DATE and 恢复办理, said by somebody who handles cases. */
export function readPause({ spaced, asWritten }: CleanText, at: SaidAt): Word | null {
  if (RESUME.test(spaced)) return { type: 'resumeWork' };
  if (!PAUSE.test(spaced)) return null;
  const reason = findReason(spaced) ?? /^[^,。;]{2,24}[,。;:]\s?(.{2,100})$/.exec(spaced)?.[1] ?? null;
  return { type: 'pause', deadline: parseTime(spaced, at), reason: reason && asWritten(reason) };
}
