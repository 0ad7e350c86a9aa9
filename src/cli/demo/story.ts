import { FIRE, LOAN, PENSIONS, POWER } from './cases.ts';
import { PRESSED } from './story-pressed.ts';
import { UNDERSTOOD } from './story-understood.ts';
import { VISITED } from './story-visited.ts';
import { type Chapter, note, type Sight, say, time } from './step.ts';

/** Where the story begins, business time. */
export const BEGIN = '11-16 09:00';

const SHENGHONG = '盛弘机械包联群';
const CHENHE = '晨禾食品企业群';
const ZHANG = '张明副市长包联专班';
const CHEN = '陈静副主席包联专班';
const GXJ = '市工信局办理群';
const RSJ = '市人社局办理群';
const SPJ = '市行政审批局办理群';
const OFFICE = '双创双服办公室';

const see = (chat: string, words: string): Sight => ({ chat, words });
const inPrivate = (words: string): Sight => see('单聊', words);

/** The demo's story: three cases from report to 销号 in two weeks, then what is said incompletely or wrongly and a visit, among three enterprises, two leaders, three bureaus and the office. */
export const STORY: readonly Chapter[] = [
  {
    title: '一、企业有事，群里说一声',
    steps: [
      note('企业人员在群里@帮企通，用平常话说。得到的是编号、帮企通理解的内容，以及怎样更正。'),
      say({
        at: '11-16 09:00',
        who: '王强',
        chat: SHENGHONG,
        text: '银行贷款500万元一直批不下来，新生产线等着用钱，希望5天内帮忙解决。联系人王强，电话13800001111',
        sees: [see(SHENGHONG, LOAN)],
      }),
      note('10分钟没有改动，就按原话受理。包联领导和责任部门各收到一条。'),
      time('11-16 09:10', see(ZHANG, LOAN), see(GXJ, '【交办】')),
      say({ at: '11-16 09:20', who: '李华', chat: GXJ, text: `收到 ${LOAN}`, sees: [see(GXJ, '已签收')] }),
      say({ at: '11-16 09:25', who: '李华', chat: GXJ, text: `3个工作日内办结 ${LOAN}`, sees: [see(ZHANG, '承诺')] }),
      say({
        at: '11-16 09:30',
        who: '张明',
        chat: ZHANG,
        text: `收到 ${LOAN}`,
        sees: [see(ZHANG, '已由市工信局签收')],
      }),
      say({
        at: '11-16 10:00',
        who: '孙丽',
        chat: CHENHE,
        text: '12名职工的社保补缴手续，材料交了两周没结果，请帮忙问一问。',
        sees: [see(CHENHE, PENSIONS)],
      }),
      say({
        at: '11-16 10:02',
        who: '孙丽',
        chat: CHENHE,
        text: `确认 ${PENSIONS}`,
        sees: [see(RSJ, '【交办】'), see(CHEN, PENSIONS)],
      }),
      say({ at: '11-16 10:30', who: '周洁', chat: RSJ, text: `收到 ${PENSIONS}`, sees: [see(RSJ, '已签收')] }),
    ],
  },
  {
    title: '二、一次说两件事，更正、撤回、转办',
    steps: [
      say({
        at: '11-17 09:30',
        who: '王强',
        chat: SHENGHONG,
        text: '还有两件事：一是新厂房的消防验收一直没排上；二是车间用电负荷不够，变压器需要增容。',
        sees: [see(SHENGHONG, POWER)],
      }),
      say({
        at: '11-17 09:33',
        who: '王强',
        chat: SHENGHONG,
        text: `改期限 11月25日前 ${FIRE}`,
        sees: [see(SHENGHONG, '11月25日')],
      }),
      say({ at: '11-17 09:35', who: '王强', chat: SHENGHONG, text: `撤回 ${POWER}`, sees: [see(SHENGHONG, '撤回')] }),
      time('11-17 09:40', see(GXJ, FIRE)),
      say({ at: '11-17 09:50', who: '李华', chat: GXJ, text: `转给市行政审批局 ${FIRE}`, sees: [see(SPJ, '转办')] }),
      say({ at: '11-17 10:10', who: '郑燕', chat: SPJ, text: `收到 ${FIRE}`, sees: [see(SPJ, '已签收')] }),
      say({
        at: '11-17 15:00',
        who: '周洁',
        chat: RSJ,
        text: `已办结，12名职工的补缴手续今天全部办完，明天起可在网上查到 ${PENSIONS}`,
        sees: [see(CHENHE, '办结')],
      }),
      say({ at: '11-17 15:05', who: '孙丽', chat: CHENHE, text: '辛苦大家了，今天降温，注意保暖！', sees: 'silence' }),
      note('闲聊不接话，不打扰大家。'),
    ],
  },
  {
    title: '三、到期前提醒，延期要经办公室同意',
    steps: [
      note('晨禾食品的群里只有本企业的人，回访三问就直接发在群里。'),
      time('11-18 08:40', see(CHENHE, '回访'), see(GXJ, '明天到期'), see(ZHANG, '明天到期')),
      say({
        at: '11-18 09:00',
        who: '孙丽',
        chat: CHENHE,
        text: `已解决，按期，非常满意 ${PENSIONS}`,
        sees: [see(CHENHE, '销号'), see(RSJ, '销号')],
      }),
      say({
        at: '11-18 09:30',
        who: '李华',
        chat: GXJ,
        text: `申请延期到11月27日，因为银行总行授信审批还要一周 ${LOAN}`,
        sees: [see(OFFICE, '【申请延期】')],
      }),
      say({ at: '11-18 09:50', who: '赵敏', chat: OFFICE, text: '待办', sees: [see(OFFICE, LOAN)] }),
      say({
        at: '11-18 10:00',
        who: '赵敏',
        chat: OFFICE,
        text: `不同意延期，请先协调应急转贷资金，帮企业接上 ${LOAN}`,
        sees: [see(GXJ, '未获同意'), see(ZHANG, '未获同意')],
      }),
      say({ at: '11-18 10:10', who: '李华', chat: GXJ, text: `期限依据 ${LOAN}`, sees: [see(GXJ, '逐日计数')] }),
      say({
        at: '11-18 16:00',
        who: '李华',
        chat: GXJ,
        text: `进展 已与银行和担保公司三方会商，担保函明天上午出具 ${LOAN}`,
        sees: [see(GXJ, '记下')],
      }),
      say({ at: '11-18 17:00', who: '王强', chat: SHENGHONG, text: `进度 ${LOAN}`, sees: [see(SHENGHONG, '担保函')] }),
      time('11-19 08:40', see(GXJ, '今天到期')),
      say({
        at: '11-19 16:30',
        who: '李华',
        chat: GXJ,
        text: `已办结，担保函已出具，银行今天放款 ${LOAN}`,
        sees: [see(SHENGHONG, '办结')],
      }),
    ],
  },
  {
    title: '四、办没办好，企业说了算',
    steps: [
      note('盛弘机械的群里有领导和部门，所以群里只请企业私聊答复，答了什么别人看不到。'),
      time('11-20 08:40', see(SHENGHONG, '私聊'), see(SPJ, FIRE)),
      say({ at: '11-20 09:10', who: '王强', chat: null, text: LOAN, sees: [inPrivate('1 问题是否真正解决')] }),
      say({
        at: '11-20 09:12',
        who: '王强',
        chat: null,
        text: '未解决，500万元只放了200万元',
        sees: [inPrivate('重新办理'), see(GXJ, '【需继续办理】')],
      }),
      say({ at: '11-20 09:30', who: '李华', chat: GXJ, text: `收到 ${LOAN}`, sees: [see(GXJ, '已签收')] }),
      note('每周五16:00出周报，发给包联领导和办公室。'),
      time('11-20 16:00', see(OFFICE, '第1期'), see(ZHANG, '第1期')),
    ],
  },
  {
    title: '五、重新办好，销号',
    steps: [
      say({
        at: '11-23 10:00',
        who: '李华',
        chat: GXJ,
        text: `已办结，其余300万元今天上午到账 ${LOAN}`,
        sees: [see(SHENGHONG, '300万元')],
      }),
      say({
        at: '11-23 15:00',
        who: '郑燕',
        chat: SPJ,
        text: `已办结，消防验收今天通过，合格意见书已发企业 ${FIRE}`,
        sees: [see(SHENGHONG, FIRE)],
      }),
      time('11-24 08:40', see(SHENGHONG, LOAN), see(SHENGHONG, FIRE)),
      say({
        at: '11-24 09:00',
        who: '王强',
        chat: null,
        text: `已解决，按期，非常满意 ${LOAN}`,
        sees: [inPrivate('销号'), see(GXJ, '销号')],
      }),
      say({
        at: '11-24 09:02',
        who: '王强',
        chat: null,
        text: `已解决，按期，满意 ${FIRE}`,
        sees: [inPrivate('销号'), see(SPJ, '销号')],
      }),
      time('11-27 16:00', see(OFFICE, '第2期'), see(ZHANG, '第2期')),
    ],
  },
  UNDERSTOOD,
  VISITED,
  PRESSED,
];
