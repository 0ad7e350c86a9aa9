import type { RatingReading } from './reading.ts';

type Score = NonNullable<RatingReading['score']>;

/** Words of satisfaction, the more specific first: a denied praise must not read as the praise. */
const SATISFACTION: readonly (readonly [RegExp, Score])[] = [
  [
    /(?:非常|很|极其|极|十分|特别|相当|太|极度|超级?|完全|一点[儿都也]{0,2}|十二分|根本|绝对|老)不满意|极不满意|失望透顶|(?:非常|很|太)失望/,
    1,
  ],
  [/不能说不满意|谈不上满意[^。]{0,6}谈不上不满意/, 3],
  [/没(?:有|啥|什么)?不满意/, 4],
  [/不(?:是)?(?:很|太|大|十分|非常|怎么|算|够)?满意|没(?:有)?满意|谈不上满意|算不上满意|不敢恭维|差评/, 2],
  [/基本(?:上)?(?:还)?满意|勉强满意|还算满意|中评/, 3],
  [
    /(?:非常|很|极其|极为|十分|特别|相当|太|超级?|百分百|百分之百|完全|万分|无比|老|可|真|真的|好|忒|贼|老鼻子)(?:地|的)?满意|满意得很|满分|好评|100分/,
    5,
  ],
  [/(?:比较|较|挺|蛮|都|总体|整体)?满意(?!度)/, 4],
];

/** Praise and blame that could be about anything: they rate the work only in a short answer or beside words of its handling. */
const COLLOQUIAL: readonly (readonly [RegExp, Score])[] = [
  [/(?:太|非常|很|极)差|差劲|糟糕透|糟心|垃圾|坑人|气人|白瞎|没见过[^,。]{0,6}(?:差|烂|糟)/, 1],
  [
    /失望|糟糕|差强人意|(?:真|太)?不行|不咋(?:样|地|的)|不怎么样|(?:不|没)(?:太|怎么)?(?:好(?!意思)|理想)|一塌糊涂|敷衍/,
    2,
  ],
  [/勉强|比较一般|一般般?|还行|还(?:算)?可以|凑合|马马虎虎|尚可|过得去|中等|将就|湊合|马马虎虎|中规中矩/, 3],
  [
    /(?:解决|办|处理|服务)(?:得|的)(?:很|非常|特别|太|真|相当)好|挑不出毛病|没(?:的|得)说|巴适|满意得很|太好了|非常好|很好|特别好|真好|棒|点赞|给力|赞|效率(?:很|真|太)?高|杠杠|牛/,
    5,
  ],
  [/不错|挺好|可以的|认可|蛮好|挺可以|行吧?$|中(?:啊|!|。|$)/, 4],
];
const SHORT_ANSWER = 16;
const OF_HANDLING = /解决|办[理得好完了妥]|处理|服务|效率|评|打分|态度|速度|回访/;

const NUMERALS = '零一二三四五六七八九十';
const LETTERS = 'ABCDE';
/** A figure in a longer text tells of something else, unless it is said to be given. */
const FEW_SIGNS = 10;

const NOT_RESOLVED =
  /(?:没|没有|未|尚未|并未|还没|还未|仍未|根本没|依然没|从没)(?:有|能|得到|真正|完全|彻底|实际|给|被){0,3}(?:解决|办好|办成|办结|到账|落实|办|修|处理|接|兑现|动静)|没人管|其实没|(?:钱|款)(?:还|也)?没到|不(?:算|能算)?解决|解决不了|白跑|(?:是否|真正)?解决(?:问题|了)?(?:与否|情况)?[:：]?(?:否|没|未|不是)|没戏|还是老样子|(?:啥|什么|根本|其实)[^,。]{0,4}(?:没|未)(?:办|解决|动|管|人)/;
const PARTLY =
  /部分(?:得到)?(?:解决|落实|到账)|解决了?(?:一部分|一半|大半|部分|大部分|一些)|(?:一部分|大部分|基本)(?:已经?)?解决|只解决|没(?:有)?(?:完全|全部|彻底)解决|未(?:完全|全部|彻底)解决|(?:修|办|做|到)了?一半/;
const RESOLVED =
  /没有没解决|(?:未|没)留尾巴|收了尾|拿到手|到手了|解觉了|(?:水|电|路|气|网)(?:也|都)?(?:已经)?(?:通|来|修好)了|(?:已|都|全部|真正|彻底|顺利|圆满|问题|得到|确实)(?:经|已|都|全部|得到){0,3}解决|解决(?:了|得|的|好)|解决(?:情况)?[:：]?是|^解决$|^是的?,|办好了|办成了|(?:资金|钱|款|款项|补贴|贷款|工资|证)(?:也|已经?|都)?(?:到了|到账|下来了|拿到了|发了|办下来了)|已到账|到账了/;
const LATE =
  /超期|逾期|超时|晚了|拖了|慢了|有点慢|(?:比较|偏)慢|太晚|拖拉|延误|不(?:算)?按期|没(?:有)?按期|未按期|不及时|没按时|不按时|未按时|太慢|按[期时](?:完成|办结|解决)?(?:与否)?[:：](?:否|没|不|未)|过了期限|超过期限/;
const UNSURE = /说不清|不清楚|记不清|不好说|不确定|不记得|不知道/;
const IN_TIME =
  /没(?:有)?(?:不按期|耽误|操期|拖)|时间没耽误|按期|按时|及时|期限内|限期内|如期|在规定时间|按[期时][^,。;]{0,6}[:：]?是|没(?:有)?(?:超期|超时|逾期)|未(?:超期|超时|逾期)|提前|很快|速度快/;

/** An answer to the call-back survey, whole or in part; null when the words answer none of its questions. */
export function readRating(text: string, asked = false): RatingReading | null {
  const numbered = readNumbered(text);
  const level = scoreIn(text) ?? gradeIn(text, asked);
  const reading: RatingReading = {
    score: level?.score ?? null,
    label: level?.label ?? null,
    resolved: numbered?.resolved ?? resolvedIn(text, asked),
    onTime: numbered?.onTime ?? onTimeIn(text),
  };
  if (reading.score === null && numbered?.third) Object.assign(reading, numbered.third);
  const isEmpty = reading.score === null && reading.resolved === null && reading.onTime === null;
  return isEmpty ? null : reading;
}

interface Level {
  score: Score;
  label: string;
}

function scoreIn(text: string): Level | null {
  // 改成满意: the last word counts; 上回那个满意我收回 is none.
  const changed = /改(?:成|为)(.{2,8})$/.exec(text)?.[1];
  const words = (changed ?? text)
    .replace(/满意度|是否满意|满意与否|满意情况|满不满意|那个满意/g, '')
    .replace('慢意', '满意');
  const isRating = text.length <= SHORT_ANSWER || (OF_HANDLING.test(text) && text.length <= SHORT_ANSWER * 3);
  for (const [pattern, score] of isRating ? [...SATISFACTION, ...COLLOQUIAL] : SATISFACTION) {
    const label = pattern.exec(words)?.[0];
    if (label) return { score, label };
  }
  return null;
}

/** 五分, 打4分, 8/10, A; a bare figure counts only as an answer to the question. */
function gradeIn(text: string, asked: boolean): Level | null {
  const bare = text.replace(/[\s,。!~:.]|(?!⭐)\p{Extended_Pictographic}|\uFE0F/gu, '');
  const stars = /^[⭐★☆]{1,5}$/u.test(bare.replace(/\uFE0F/g, ''))
    ? [...bare].filter((sign) => sign !== '☆').length
    : 0;
  if (stars > 0) return { score: Math.min(5, stars) as Score, label: `${stars}星` };
  const letter = /^(?:选|答)?([A-E])$/i.exec(bare)?.[1]?.toUpperCase();
  if (letter) return { score: (5 - LETTERS.indexOf(letter)) as Score, label: letter };
  const figure = /(?:^|[^\d])(\d{1,3}|[零一二三四五六七八九十])(?:颗)?(?:分|星)(?!钟|之)/.exec(text)?.[1];
  const told =
    /[打给评]了?\D{0,3}(?:\d|[零一二三四五六七八九十])|[分星](?:吧|好了|了)?[。!~]*$/.test(text) ||
    bare.length <= FEW_SIGNS;
  const alone = asked ? /^[1-5]$/.exec(bare)?.[0] : undefined;
  const value = told ? (figure ?? alone) : null;
  return value ? { score: scaled(value), label: figure ? `${value}分` : value } : null;
}

function scaled(said: string): Score {
  const value = /^\d/.test(said) ? Number(said) : NUMERALS.indexOf(said);
  const five = value <= 5 ? value : value <= 10 ? value / 2 : value / 20;
  return Math.min(5, Math.max(1, Math.round(five))) as Score;
}

function resolvedIn(text: string, asked: boolean): RatingReading['resolved'] {
  if (/没有没解决/.test(text)) return 'yes';
  if (PARTLY.test(text)) return 'partly';
  if (NOT_RESOLVED.test(text)) return 'no';
  if (RESOLVED.test(text)) return 'yes';
  if (!asked) return null;
  if (/^(?:是|是的|对|对的|解决了?|嗯|有)[,。!~\s]*$/.test(text)) return 'yes';
  return /^(?:否|不是|没有?|未|不|还没有?)[,。!~\s]*$/.test(text) ? 'no' : null;
}

function onTimeIn(text: string): RatingReading['onTime'] {
  if (/(?:没(?:有)?|未)(?:超期|超时|逾期|操期|不按期)/.test(text)) return 'yes';
  if (UNSURE.test(text)) return 'unsure';
  if (LATE.test(text)) return 'no';
  return IN_TIME.test(text) ? 'yes' : null;
}

interface Numbered {
  resolved: RatingReading['resolved'];
  onTime: RatingReading['onTime'];
  third: Level | null;
}

const ANSWER = /(?<!\d)([123])\s*[.、:,)]?\s*([^\d\s,。;、]{1,8}|[1-5](?!\d))/g;
/** The choices of the first two questions by letter, as a printed form has them. */
const LETTER_WORDS: Readonly<Record<string, readonly string[]>> = {
  '1': ['已解决', '部分', '未解决'],
  '2': ['按期', '超期', '说不清'],
  '3': ['非常满意', '满意', '基本满意', '不满意', '非常不满意'],
};

/** 1是 2是 3满意: the three questions by their numbers. */
function readNumbered(text: string): Numbered | null {
  const plain = text.replace(/[①②③]/g, (sign) => String('①②③'.indexOf(sign) + 1));
  const answers = new Map([...plain.matchAll(ANSWER)].map(([, n = '', words = '']) => [n, inWords(n, words)]));
  if (answers.size < 2 || !answers.has('1')) return null;
  const first = answers.get('1') ?? '';
  const second = answers.get('2') ?? '';
  return {
    resolved: PARTLY.test(first) || first.startsWith('部分') ? 'partly' : yesNo(first),
    onTime: UNSURE.test(second) ? 'unsure' : LATE.test(second) ? 'no' : yesNo(second),
    third: scoreIn(answers.get('3') ?? '') ?? gradeIn(answers.get('3') ?? '', true),
  };
}

/** B to the second question is 超期; anything else is as said. */
function inWords(question: string, said: string): string {
  const letter = /^[A-E]$/i.exec(said)?.[0]?.toUpperCase();
  return (letter && LETTER_WORDS[question]?.[LETTERS.indexOf(letter)]) || said;
}

function yesNo(words: string): 'yes' | 'no' | null {
  if (/^(?:否|不|没|未|无)/.test(words)) return 'no';
  return /^(?:是|对|有|已|真|都|解决|按|能|嗯|√|ok|在)/i.test(words) ? 'yes' : null;
}
