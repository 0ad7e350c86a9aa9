import { replyWords, said, sentence } from './format.ts';

/** People whom the roster does not know: what they are asked, and what the office is asked about them. */

export const askWho = (v: { at: string }) =>
  [
    '您好，您还没有登记在帮企通名册中，您的消息已经保存。请告诉我单位和姓名，办公室确认后即刻处理，不用重发。',
    replyWords(v.at, ['单位名 姓名']),
  ].join('\n');

export const whoNoted = (v: { name: string }) =>
  `${said(v.name, 10)}您好，已请双创双服办公室确认您的身份，确认后即处理您此前的消息，请稍候。`;

interface Claim {
  code: string;
  /** As said. */
  name: string;
  unit: string | null;
  /** The enterprise in whose group it was said. */
  group: string | null;
  at: string;
}

const claim = (v: Pick<Claim, 'name' | 'unit' | 'group'>) =>
  `${v.group ? `“${v.group}”的群里` : '单聊中'}有人自称${v.unit ? `“${said(v.unit, 40)}”的` : ''}“${said(v.name, 10)}”`;

/** `subject`: the enterprise meant, where that is sure. */
export const confirmNewcomer = (v: Claim & { subject: string | null }) =>
  [
    `【新成员待确认】${claim(v)}，名册中没有此人，其消息已保存待办。请核实是否为企业联系人。`,
    replyWords(v.at, [`确认 ${v.code} 为 ${v.subject ?? '企业名'} 联系人`, `不是 ${v.code}，X`]),
  ].join('\n');

/** In the office's 待办. */
export const newcomerLine = (v: Omit<Claim, 'at'>) =>
  `待确认的新成员：${claim(v)}，请回复“确认 ${v.code} 为 ${v.group ?? '企业名'} 联系人”或“不是 ${v.code}，X”。`;

export const admitted = (v: { name: string; subjects: readonly string[] }) =>
  `${said(v.name, 10)}已登记为${v.subjects.join('、')}的联系人，此前保存的消息现在开始处理。`;

export const welcome = (v: { name: string; at: string }) =>
  [`${said(v.name, 10)}您好，您已登记为本企业联系人，此前的消息现在开始处理。`, replyWords(v.at, ['帮助'])].join('\n');

export const newcomerRefused = (v: { name: string }) => `${said(v.name, 10)}未予登记，已记下。`;

export const notAdmitted = (v: { name: string; reason: string | null }) =>
  `${said(v.name, 10)}您好，办公室暂未能确认您的身份${v.reason ? `：${sentence(said(v.reason))}` : '。'}如有疑问请联系市双创双服办公室。`;

export const newcomerRefusals = {
  unknown: (v: { code: string }) => `没有代码 ${v.code} 的新成员等待确认，请核对代码，也可发送“待办”查看。`,
  settled: (v: { code: string; name: string; accepted: boolean }) =>
    `代码 ${v.code} 的${said(v.name, 10)}${v.accepted ? '已经登记为联系人' : '已记为不予登记'}。`,
  whichSubject: (v: { code: string; said: string | null; at: string }) =>
    [
      v.said ? `名册中没有“${said(v.said, 30)}”，或不止一个，请写登记的全称。` : '请写明是哪家企业的联系人。',
      replyWords(v.at, [`确认 ${v.code} 为 企业全称 联系人`]),
    ].join('\n'),
};
