import { caseList, officeSections, refusals } from '../config/texts/answers.ts';
import { noOrders, ORDER_TITLES, orderLine } from '../config/texts/supervision.ts';
import type { CommandOf } from '../src/domain/command.ts';
import { dayOf } from '../src/domain/day.ts';
import type { Decision, Refusal } from '../src/domain/decision.ts';
import { describe } from '../src/domain/describe.ts';
import { holdersText, isOffice } from '../src/domain/rights.ts';
import { type OrderStanding, orderStanding } from '../src/domain/supervision.ts';
import { answered, type View } from './handler.ts';

/** So many 督办单 of each standing are named; the rest is counted. */
const NAMED = 5;

const STANDINGS: readonly OrderStanding[] = ['unreceived', 'late', 'waiting', 'answered'];

/** 督办单: which are not received, which not answered. The office reads all, a unit its own. */
export function orders({ actor }: CommandOf<'query'>, view: View): Decision | Refusal {
  const mayAsk = isOffice(actor) || actor.roles.includes('unit');
  if (!mayAsk) return { code: 'notYours', say: refusals.notYours({ number: null, who: holdersText('instruct') }) };
  const today = dayOf(view.now);
  const found = (view.found['orders']?.cases ?? []).flatMap((snapshot) => {
    const order = orderStanding(snapshot, view.calendar, today);
    return order ? [{ ...order, ...describe(snapshot) }] : [];
  });
  const sections = STANDINGS.flatMap((standing) => {
    const own = found
      .filter((order) => order.standing === standing)
      .sort((a, b) => (a.answerBy === b.answerBy ? (a.order < b.order ? -1 : 1) : a.answerBy < b.answerBy ? -1 : 1));
    if (own.length === 0) return [];
    const lines = own
      .slice(0, NAMED)
      .map((order) => orderLine({ ...order, unit: order.unit ?? '', day: order.orderedDay, by: order.answerBy }));
    return [caseList({ title: ORDER_TITLES[standing], lines, more: own.length - lines.length, none: '' })];
  });
  return answered(sections.length > 0 ? officeSections(sections) : noOrders);
}
