/** How each status reads to people. */
export const STATUS_TEXT = {
  draft: '待确认',
  accepted: '已受理',
  declined: '不予受理',
  assigned: '已交办',
  handling: '办理中',
  resolved: '已办结待回访',
  closed: '已销号',
  returned: '退回待裁定',
  paused: '已暂停',
  suspended: '已挂账',
  redirected: '已转法定途径',
  merged: '已合并',
  withdrawn: '已撤回',
} as const;
