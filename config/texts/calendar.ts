import { dayText, momentDayText, replyWords, said } from './format.ts';
import { unknownYear } from './answers.ts';

/** What the office reads when it looks at the working calendar or changes it. */

interface Span {
  from: string;
  to: string;
  worked: boolean;
  name: string;
}

interface Hours {
  from: string;
  periods: readonly { from: number; to: number }[];
}

const HOURS_EXAMPLE = '作息 6月1日起 8:30-12:00 15:00-18:00';
const EXAMPLES = ['12月31日放假 元旦', '2月10日至2月12日放假 本地停电', '1月4日上班 调休', HOURS_EXAMPLE];

/** 2027年1月1日（周五）至1月3日（周日）放假，元旦 */
const spanText = ({ from, to, worked, name }: Span, readersYear: string) => {
  const until = to === from ? '' : `至${dayText(to, from.slice(0, 4))}`;
  return `${dayText(from, readersYear)}${until}${worked ? '上班' : '放假'}${name ? `，${said(name, 16)}` : ''}`;
};

/** 540 as 9:00 */
const clockText = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

const periodsText = ({ periods }: Pick<Hours, 'periods'>) =>
  periods.map(({ from, to }) => `${clockText(from)}至${clockText(to)}`).join('、');

const seasonText = (season: Hours, readersYear: string) =>
  `${dayText(season.from, readersYear)}起上班时间为${periodsText(season)}`;

interface Changed {
  spans: readonly Span[];
  season?: Hours | undefined;
}

const changedText = ({ spans, season }: Changed) =>
  [...spans.map((span) => spanText(span, '')), ...(season ? [seasonText(season, '')] : [])].join('；');

export const calendarPreview = (v: {
  spans: readonly Span[];
  season?: Hours | undefined;
  effect: {
    moved: number;
    first: readonly { number: string; clock: 'leg' | 'case'; from: Date; to: Date }[];
    past: number;
    promised: number;
    instructions: number;
  };
  /** Null where nothing can be answered: at the command line. */
  at: string | null;
}) => {
  const { moved, first, past, promised, instructions } = v.effect;
  return [
    `改日历：${changedText(v)}。`,
    moved > 0 ? `将有${moved}件在办问题的期限改变：` : '没有在办问题的期限因此改变。',
    ...first.map((item, i) => `${i + 1}. ${item.number} ${CLOCKS[item.clock]}${movedText(item)}`),
    ...(moved > first.length ? [`另有${moved - first.length}件未列出。`] : []),
    ...(instructions > 0 ? [`另有${instructions}件提醒函、调度会决定的期限随之改变。`] : []),
    ...(past + promised > 0 ? [`不变的：已经到期${past}件，按承诺或批准日期办理${promised}件。`] : []),
    ...(v.at === null
      ? ['以上只是预览，没有改动。']
      : ['现在还没有改，确认后生效；先说别的，这次改动就作罢。', replyWords(v.at, ['确认改日历'])]),
  ].join('\n');
};

const CLOCKS = { leg: '办理期限', case: '企业时限' } as const;

const movedText = ({ from, to }: { from: Date; to: Date }) => {
  const [old, next] = [from, to].map((at) => momentDayText(at));
  return `由${old}改为${next}`;
};

export const calendarChanged = (v: Changed) =>
  `已改日历：${changedText(v)}。在办问题、提醒函和调度会决定的期限随即重新计算，改动已留记录。`;

export const calendarDays = (v: {
  from: string;
  to: string;
  spans: readonly (Span & { own: boolean })[];
  /** The hours now, and each change of them. */
  seasons: readonly Hours[];
  unknown: readonly number[];
}) => {
  const year = v.from.slice(0, 4);
  const period = `${dayText(v.from)}至${dayText(v.to, year)}`;
  return [
    v.spans.length > 0 ? `工作日历，${period}的特殊日子：` : `工作日历：${period}没有放假、调休，周一至周五上班。`,
    ...v.spans.map((span, i) => `${i + 1}. ${spanText(span, year)}${span.own ? '（办公室录入）' : ''}`),
    `上班时间：${v.seasons.map((season, i) => (i === 0 ? periodsText(season) : seasonText(season, year))).join('；')}。`,
    ...v.unknown.map((unknown) => unknownYear({ year: unknown })),
  ].join('\n');
};

export const calendarRefusals = {
  unclear: (v: { at: string }) =>
    ['没看懂要怎么改，请写明日期，以及放假、上班，或者上午下午各从几点到几点。', replyWords(v.at, EXAMPLES)].join('\n'),
  past: (v: { day: string }) => `${dayText(v.day)}已经过去，过去的日子不能改，请写明今天或今后的日期。`,
  soAlready: (v: { day: string; worked: boolean }) =>
    `${dayText(v.day)}本来就是${v.worked ? '工作日' : '休息日'}，不用改。`,
  pastHours: () => '上班时间只能从明天或以后的某一天起改，今天和过去的不能改。',
  usualHours: (v: Hours) => `${dayText(v.from)}的上班时间本来就是${periodsText(v)}，不用改。`,
  notHere: () => '改工作日历会列出各企业的问题编号，请在办公室群或私聊中发送。',
  nothingToConfirm: (v: { at: string }) =>
    ['没有等待确认的日历改动，请先写明要改哪一天。', replyWords(v.at, EXAMPLES.slice(0, 1))].join('\n'),
};
