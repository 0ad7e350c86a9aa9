/** Words on cards. Texts of buttons equal the reply words (design.md section 6), so that a sentence does the same. */

/** Who speaks, at the head of each card. */
export const CARD_SOURCE = '政企包联';

/** Headings by what the card is about; the case number follows. */
export const CARD_TITLES = {
  assigned: '交办',
  transferred: '转办',
  reworked: '需继续办理',
  leaderInformed: '您包联的企业反映问题',
  supportAsked: '协办',
  urged: '催办',
} as const;

/** Names of the lines of a card, five characters at most. */
export const CARD_LINES = { subject: '企业', category: '类别', unit: '承办', contact: '联系人', due: '期限' } as const;

/** What a pressed button says afterwards. */
export const CARD_DONE: Readonly<Record<string, string>> = { 收到: '已收到', 提交: '已提交' };
export const CARD_DONE_OTHER = '已办理';

/** The card of a notice that nobody knows, or that was somebody else's. */
export const cardGone = { title: '这张卡片已失效', text: '请发送“待办”查看最新情况。', button: '已失效' } as const;

/** Said when a press did what needs no words. */
export const pressNoted = '已记下。';

/** The three questions of the call-back, each with the words that may answer it. */
export const surveyCard = {
  title: (v: { number: string }) => `回访 ${v.number}`,
  desc: (v: { again: boolean }) => (v.again ? '还等着您的回访意见' : '问题已报办结，想听听您的意见'),
  submit: '提交',
  /** Shown first, so that nobody's answer is the one that happened to stand there. */
  unchosen: { id: 'none', text: '请选择' },
  questions: [
    { key: 'resolved', title: '问题是否真正解决', options: ['已解决', '部分解决', '未解决'] },
    { key: 'onTime', title: '是否在期限内解决', options: ['按期', '超期', '说不清'] },
    { key: 'score', title: '是否满意', options: ['非常满意', '满意', '基本满意', '不满意', '非常不满意'] },
  ],
} as const;
