import type { Urgency } from './reading.ts';

const LOW = /不(?:太|是很|很)?(?:着)?急|不催|不赶|有空|方便的?时候|慢慢来|不慌|不紧急/;
const HIGH =
  /(?:十万)?火急|[急!]{2,}|特急|加急|紧急|告急|很急|着急|急需|(?:立即|立刻|马上|赶紧|赶快)(?:协调|解决|处理|帮|恢复)|急[!。,]|急$|刻不容缓|迫在眉睫|(?:已|全面|全部|被迫|面临|即将|马上|濒临|要|就|快)(?:经|要)?(?:停产|停工|停业|倒闭|破产|关门)|停产|停工|资金链|(?:订单|合同|客户)[^,。]{0,4}(?:就|要|会)?(?:黄|丢|跑|违约|取消|没)了|违约|生命安全|安全隐患|塌|倾斜|漏气|爆炸|着火|起火|泄漏|受伤|伤亡|救命|农民工[^,。]{0,8}(?:工资|等)|讨薪|堵(?:住|了)?[^,。]{0,6}(?:大门|门口)|挡住|揭不开锅|撑不(?:住|下去)|活不下去|难以为继/;

/** How pressing a problem is, and by which of its words; normal when none says so. */
export function readUrgency(text: string): { urgency: Urgency; words: string | null } {
  const low = LOW.exec(text)?.[0];
  if (low) return { urgency: 'low', words: low };
  const high = HIGH.exec(text)?.[0];
  return high ? { urgency: 'high', words: high } : { urgency: 'normal', words: null };
}
