/** What the office is told about messages that became no case. */

export function failedMessageOffice(v: { chatName: string; person: string }): string {
  return `【未能处理的消息】“${v.chatName}”中${v.person}的一条消息多次处理未成功，已完整保存。请联系本人了解情况，并通知系统管理员。`;
}

export function unfiledReportOffice(v: { chatName: string; person: string }): string {
  return `【未写明企业】“${v.chatName}”中的${v.person}反映了问题，但没有写明是哪家企业，追问后仍未补充。请联系本人核实，以免遗漏。`;
}

export function strangerReportedOffice(v: { chatName: string; person: string }): string {
  return `【未登记人员】“${v.chatName}”中的${v.person}反映了问题，但名册中没有此人。消息已保存，请核实其身份，以免遗漏。`;
}
