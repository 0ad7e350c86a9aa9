/** Why a message of 微信客服 that was taken has not reached its customer (`fail_type`, 消息发送失败事件), for the office. */
const WHY: Readonly<Record<number, string>> = {
  1: '客服账号已停用',
  2: '应用已停用',
  4: '对方超过48小时没有来信',
  5: '客服会话已结束',
  6: '对方来信后已发满5条',
  8: '企业微信尚未认证',
  10: '对方拒收客服消息',
};

/** What the office reads in 待办 about a message that was lost so. */
export function whyLost(failType: number): string {
  return `微信客服未送达：${WHY[failType] ?? '平台没有说明原因'}`;
}

export const desk = {
  closed: '对方没有在48小时内写给微信客服，或来信后已发满5条，无法主动联系，请电话联系',
} as const;
