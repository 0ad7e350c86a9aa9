import { dayText, momentDayText, momentText, plainDayText, replyWords, said } from './format.ts';
import { outcomeNote, type OutcomeText } from './closing.ts';

/** Answers to units, leaders and the office, to questions, and refusals that say what to do. */

export const signed = (v: { number: string; unit: string; due: string; at: string }) =>
  [
    `${v.number} 已签收，${v.unit}办理，期限${dayText(v.due)}。`,
    replyWords(v.at, [`进展 X ${v.number}`, `已办结，X ${v.number}`]),
  ].join('\n');

export const alreadySigned = (v: { number: string; unit: string; status: string }) =>
  `${v.number} 已由${v.unit}签收，目前${v.status}。`;

export const transferDone = (v: { number: string; unit: string; due: string }) =>
  `${v.number} 已转${v.unit}办理，期限${dayText(v.due)}。`;

export const commitDone = (v: { number: string; due: string; today: string }) =>
  `${v.number} 已记下承诺：${dayText(v.due, v.today)}前办结。`;

export const extensionSent = (v: { number: string; to: string; due: string; today: string }) =>
  `${v.number} 延期到${dayText(v.to, v.today)}的申请已报办公室，批准前仍按${dayText(v.due, v.today)}办理。`;

export const ruled = (v: { number: string; granted: boolean; day: string; today: string }) =>
  v.granted
    ? `${v.number} 已同意延期到${dayText(v.day, v.today)}，并告知承办单位和企业。`
    : `${v.number} 已答复不同意延期，期限仍为${dayText(v.day, v.today)}。`;

export const progressNoted = (v: { number: string }) => `${v.number} 进展已记下。`;

export const resolveDone = (v: { number: string; outcome: OutcomeText }) =>
  `${v.number} 已记为办结${outcomeNote(v.outcome)}，结果会告知企业；1个工作日后回访，企业认可后销号。`;

/** One line of a list of cases. */
export const caseLine = (v: {
  number: string;
  subject: string | null;
  summary: string;
  status: string;
  unit: string | null;
  due: string | null;
  near: string | null;
}) =>
  `${v.number} ${v.subject ? `${v.subject}：` : ''}${said(v.summary, 30)}（${[v.status, v.unit, v.due && `期限${plainDayText(v.due)}`, v.near].filter(Boolean).join('，')}）`;

export const caseList = (v: { title: string; lines: readonly string[]; more: number; none: string }) =>
  v.lines.length === 0
    ? v.none
    : [
        `${v.title}，共${v.lines.length + v.more}件：`,
        ...v.lines.map((line, i) => `${i + 1}. ${line}`),
        ...(v.more > 0 ? [`另有${v.more}件未列出。`] : []),
      ].join('\n');

export const officeSections = (sections: readonly string[]) => sections.join('\n\n');

/** A question about a policy is no case; whoever meant a problem can still make it one. */
export const policyQuestion = (v: { unit: string | null; at: string }) =>
  [
    `您的咨询收到了。政策咨询不作为问题交办，可以问${v.unit ?? '双创双服办公室'}，也可以拨打12345热线。`,
    '如果是要解决的困难，请回复“上报”，我就按问题记下，不用重发。',
    replyWords(v.at, ['上报']),
  ].join('\n');

/** A group that waits to be tied, in the office's 待办. */
export const heldGroupLine = (v: { code: string }) =>
  `待绑定的群：代码 ${v.code}，请回复“绑定 ${v.code} 企业或单位名”。`;

/** Said wherever a due date may rest on a year whose holidays are not known. */
export const unknownYear = (v: { year: number }) =>
  `${v.year}年的放假和调休安排尚未载入，涉及该年的期限可能有误，请办公室尽快录入。`;

/** 期限依据: who started counting when, each day counted, and what changed the date. */
export const basis = (v: {
  number: string;
  clocks: readonly {
    name: string;
    from: Date;
    /** The day of `from`: days of another year are told with theirs. */
    fromDay: string;
    rule: string;
    ends: Date;
    counted: readonly { day: string; n: number | null; paused?: true }[];
  }[];
}) =>
  [
    v.clocks.length > 0 ? `${v.number} 期限依据` : `${v.number} 尚未受理，期限自受理次日起算。`,
    ...v.clocks.flatMap((clock) => [
      `${clock.name}：自${momentText(clock.from)}起，${clock.rule}，截至${momentDayText(clock.ends, clock.fromDay)}。`,
      ...(clock.counted.length > 0 ? [countedText(clock.counted, clock.fromDay)] : []),
    ]),
  ].join('\n');

const countedText = (days: readonly { day: string; n: number | null; paused?: true }[], fromDay: string) => {
  const counted = days.filter((d) => d.n !== null).map((d) => `第${d.n}天${dayText(d.day, fromDay)}`);
  const skipped = days.filter((d) => d.n === null && !d.paused).map((d) => dayText(d.day, fromDay));
  const paused = days.filter((d) => d.paused).map((d) => dayText(d.day, fromDay));
  return `逐日计数：${counted.join('、') || '无'}。${skipped.length > 0 ? `休息日不计：${skipped.join('、')}。` : ''}${paused.length > 0 ? `暂停不计：${paused.join('、')}。` : ''}`;
};

export const help = (v: { roles: readonly string[]; at: string }) => {
  const lines: Record<string, string> = {
    subject:
      '反映问题：直接说清什么事、希望何时解决。另可发：进度、我的问题、补充 X、催办、改类别 X、改期限 X、撤回、恢复',
    leader:
      '可发：收到、转给 单位名、3个工作日内办结、协办 单位名 X、申请暂停到 X月X日，因为X、恢复办理、请企业补充 X、进展 X、已办结，X、待办、我的企业、本周、逾期、进度、期限依据（带编号）；替企业反映：代 企业名 报：X；走访后：走访 企业名，X（登记错了发：撤回走访 企业名）、走访记录 企业名',
    unit: '可发：收到、转给 单位名、3个工作日内办结、申请延期到 X月X日，因为X、协办 单位名 X、协办完成，X、申请暂停到 X月X日，因为X、恢复办理、退回，因为X、请企业补充 X、进展 X、已办结，X、待办、本周、逾期、期限依据（带编号）；替企业反映：代 企业名 报：X；走访后：走访 企业名，X（登记错了发：撤回走访 企业名）、走访记录 企业名',
    office:
      '可发：同意延期、不同意延期、同意退回，转给 单位名、不同意退回、同意办结、退回重办，因为X、同意暂停、不同意暂停、暂停到 X月X日，因为X、恢复办理、协办 单位名 X、转给 单位名、改类别 X、不予受理，因为X、转法定途径，因为X、挂账到 X月X日，因为X、电话回访 X、催办 逾期、催办 单位名、提醒函 单位名，因为X、撤销 TX-…，因为X、改期限 X月X日 TX-…、调度会、调度会决定：X、调度会落实、督办单、X月X日放假、作息 X月X日起 8:30-12:00 15:00-18:00、工作日历、规则、合并 BQ-… 到 BQ-…、拆分 BQ-…：X、待办、本周、逾期、包联检查、包联历史 企业名、走访 企业名，X、走访记录、撤回走访 企业名、交接 姓名 给 姓名、依据、识别 X、绑定 代码 企业或单位名、确认 代码 为 企业名 联系人',
  };
  const known = v.roles.map((role) => lines[role]).filter((line): line is string => Boolean(line));
  return ['我是帮企通，帮企业反映问题、帮部门按期办理。', ...known, replyWords(v.at, ['帮助'])].join('\n');
};

export const bound = (v: { code: string; chat: string; owner: string }) =>
  `代码 ${v.code} 的群已绑定为“${v.owner}”（${v.chat}），此前在群里发来的消息现在开始处理。`;

export const askBinding = (v: { code: string; at: string }) =>
  [
    `本群还没有登记，您的消息已经保存。请双创双服办公室在办公室群发送下面这句，登记后即刻处理。`,
    replyWords(v.at, [`绑定 ${v.code} 企业或单位名`]),
  ].join('\n');

export const refusals = {
  stranger: '您好，您还没有登记在帮企通名册中，请联系市双创双服办公室登记后再发。',
  notFound: (number: string) => `没有找到编号 ${number} 的问题，请核对编号。`,
  askPrivately: (v: { number: string }) => `${v.number} 不便在群里说明，请私聊我查询。`,
  /** `unit`: whose turn it now is, for those who may take it for their own. */
  notYours: (v: { number: string | null; who: string; unit?: string | null }) =>
    v.number
      ? `${v.number} ${v.unit ? `现由${v.unit}承办，这一步` : '的这一步'}需要由${v.who}来办。`
      : `这件事需要由${v.who}来办。`,
  notAmongOutsiders: (v: { word: string; at: string }) =>
    ['这里是企业群，名单请到工作群里发送下面这句，或者私聊我查询。', replyWords(v.at, [said(v.word, 30)])].join('\n'),
  noCase: (v: { at: string; example: string }) =>
    `不知道您说的是哪一件，请带上编号再发一次。\n${replyWords(v.at, [`${v.example} BQ-2026-000123`])}`,
  whichCase: (v: { lines: readonly string[]; at: string; word: string; example: string }) =>
    ['您说的是哪一件？请带上编号再发一次。', ...v.lines, replyWords(v.at, [`${v.word} ${v.example}`])].join('\n'),
  wrongStatus: (v: { number: string; status: string; what: string }) => `${v.number} 目前${v.status}，不能${v.what}。`,
  unknownCategory: (v: { said: string; categories: readonly string[]; number: string; at: string }) =>
    [
      `没有“${said(v.said, 20)}”这个类别，可选：${v.categories.join('、')}。`,
      replyWords(v.at, [`改类别 X ${v.number}`]),
    ].join('\n'),
  unknownUnit: (v: { said: string; candidates: readonly string[]; at: string; number: string }) =>
    [
      v.candidates.length > 0
        ? `“${said(v.said, 20)}”可能是${v.candidates.join('、')}，请写明是哪一个。`
        : `名册中没有“${said(v.said, 20)}”这个单位，请写全称。`,
      replyWords(v.at, [`转给 ${v.candidates[0] ?? '单位全称'} ${v.number}`]),
    ].join('\n'),
  sameUnit: (v: { number: string; unit: string }) => `${v.number} 本来就由${v.unit}办理，不用转。`,
  badDate: (v: { number: string; at: string; example: string }) =>
    [
      `${v.number} 没看懂日期，或日期已经过去，请写明今后的某一天。`,
      replyWords(v.at, [`${v.example} ${v.number}`]),
    ].join('\n'),
  dayOff: (v: { number: string; day: string; today: string; at: string; example: string }) =>
    [
      `${v.number} ${dayText(v.day, v.today)}不是工作日，请写一个工作日。`,
      replyWords(v.at, [`${v.example} ${v.number}`]),
    ].join('\n'),
  noText: (v: { number: string; at: string; example: string }) =>
    [`${v.number} 请再写一句具体情况，企业和办公室都要看。`, replyWords(v.at, [`${v.example} ${v.number}`])].join('\n'),
  nothingToUndo: (v: { number: string; minutes: number }) =>
    `${v.number} 没有可以恢复的操作。撤回、改类别、改期限后${v.minutes}分钟内，由本人发送“恢复”。`,
  noReading: (v: { number: string }) => `${v.number} 的原始消息已不在库中，无法说明识别依据。`,
  noExtension: (v: { number: string }) => `${v.number} 没有等待答复的延期申请。`,
  noSubject: (v: { at: string }) =>
    ['请问是哪家企业的问题？问题已经记住，只回复企业名称即可。', replyWords(v.at, ['企业名称'])].join('\n'),
  whichSubject: (v: { said: string | null; names: readonly string[]; forbidden: boolean; at: string }) =>
    [
      v.forbidden
        ? `“${said(v.said ?? '', 30)}”不是您登记的企业，不能代报。是下面企业的问题吗？问题已经记住，只回复序号即可。`
        : `请问是哪一家的问题？问题已经记住，只回复序号即可。`,
      ...v.names.map((name, i) => `${i + 1}. ${name}`),
      `都不是，请回复0。`,
      replyWords(v.at, ['1']),
    ].join('\n'),
  nothingToFile: (v: { at: string }) =>
    ['没有找到要上报的内容，请把问题写在后面再发一次。', replyWords(v.at, ['上报：具体问题'])].join('\n'),
  unknownCode: (v: { code: string; at: string }) =>
    [`没有代码 ${v.code} 等待绑定，请核对群里给出的代码。`, replyWords(v.at, ['绑定 代码 企业或单位名'])].join('\n'),
  unknownOwner: (v: { name: string; code: string; at: string }) =>
    [`名册中没有“${said(v.name, 30)}”，或不止一个，请写登记的全称。`, replyWords(v.at, [`绑定 ${v.code} 全称`])].join(
      '\n',
    ),
  surveyNotOpen: (v: { number: string }) => `${v.number} 现在没有等待答复的回访。`,
  notInThisVersion: (v: { what: string }) => `“${v.what}”请直接联系市双创双服办公室办理。`,
  failed: '抱歉，您的消息暂时没能处理，但已完整保存，办公室会尽快与您联系。',
  fallback: (v: { at: string }) => ['没有看懂这句话。', replyWords(v.at, ['帮助'])].join('\n'),
};

/** The passive answer while nothing can be stored: the message is not kept, so it must be sent again. */
export const unavailable = '系统暂时不可用，请稍后重发。';
