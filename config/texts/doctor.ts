import { said } from './format.ts';

/** What `npm run doctor` says: one line a check, with what to do where it is wanting. */

const APP_REFUSALS: Readonly<Record<number, string>> = {
  40001: 'Secret 不对（40001）：把应用页面上的 Secret 填入 WECOM_APP_SECRET',
  40013: '企业ID不对（40013）：把“我的企业”页的企业ID填入 WECOM_CORP_ID',
  40056: 'AgentId 不对（40056）：把应用页面上的 AgentId 填入 WECOM_APP_AGENT_ID',
  50003: '应用已停用（50003）：在管理后台启用该应用',
  60020: '本机地址不在可信IP内（60020）：在应用页面的“企业可信IP”里加上本机出口地址，约1分钟后生效',
};

const SHOWN = 5;

const listed = (who: readonly string[], count: number) =>
  `${who.slice(0, SHOWN).join('、')}${count > SHOWN ? '等' : ''}`;

export const doctorTexts = {
  mark: { ok: '✓', warn: '!', bad: '✗', off: '－' },
  platform: {
    ok: (v: { host: string }) => `平台地址 ${v.host} 能访问`,
    bad: (v: { host: string }) => `平台地址 ${v.host} 访问不到：检查网络、防火墙和 WECOM_API_BASE`,
  },
  clock: {
    ok: (v: { seconds: number }) => `本机时钟与平台相差${v.seconds}秒`,
    bad: (v: { seconds: number }) =>
      `本机时钟与平台相差${v.seconds}秒，超过5分钟的回调会被拒收：请开启时间同步（如 chrony）`,
    off: '平台没有给出时间，时钟未核对',
  },
  bot: {
    off: '智能机器人未配置：设置 WECOM_BOT_TOKEN 和 WECOM_BOT_AES_KEY 后才能收群里的话',
    ok: (v: { url: string }) => `智能机器人回调 ${v.url} 应答正确`,
  },
  app: {
    off: '自建应用未配置：没有它，个人收不到卡片，只在群里通知',
    ok: (v: { url: string }) => `自建应用回调 ${v.url} 应答正确`,
    token: '自建应用的凭证有效，本机地址在可信IP内',
  },
  people: {
    ok: (v: { count: number }) => `名册中本单位的${v.count}人都在通讯录里，姓名一致`,
    unseen: (v: { count: number; who: readonly string[] }) =>
      `${v.count}人在通讯录里找不到，或不在应用可见范围内，收不到卡片：${listed(v.who, v.count)}。请核对名册里的账号，或在应用页面扩大可见范围`,
    other: (v: { userid: string; name: string; there: string }) =>
      `账号 ${v.userid} 在通讯录里是“${said(v.there, 20)}”，名册写“${said(v.name, 20)}”：请核对后改名册，以免发错人`,
  },
  callback: {
    unreachable: (v: { url: string }) =>
      `回调 ${v.url} 访问不到：检查 CONSOLE_URL、域名解析、反向代理，以及服务是否在运行`,
    wrong: (v: { url: string; status: number }) =>
      `回调 ${v.url} 应答不对（HTTP ${v.status}）：应原样返回解密后的文字，检查反向代理是否改了内容、密钥是否与运行中的服务一致`,
  },
  /** Why the platform refuses the app, by its code; what is not here is told in the words of the log. */
  refused: (v: { code: number | null; words: string }) => `自建应用：${APP_REFUSALS[v.code ?? 0] ?? v.words}`,
  key: {
    ok: (v: { count: number }) => `${v.count}个群的推送地址都有效`,
    bad: (v: { chat: string; code: number | null }) =>
      `“${said(v.chat, 30)}”的推送地址无效（${v.code ?? '无应答'}）：在该群重新添加消息推送，把新的地址填入名册再导入`,
    off: '名册里没有群推送地址：通知发不到群里，请在名册的群表填写后导入',
  },
  chat: {
    none: (v: { count: number }) => `有${v.count}个群没有推送地址，发往这些群的通知会列在办公室的“待办”里`,
  },
  calendar: {
    ok: '今明两年的工作日历齐备',
    bad: (v: { years: readonly number[] }) =>
      `${v.years.join('、')}年的节假日未录入：用 npm run calendar 录入，否则期限按周末推算`,
  },
} as const;
