import type { Shown } from '../support/outside-platform.ts';
import { hearAsClerk } from './clerk.ts';
import { hearAsEnterprise } from './enterprise.ts';
import { hearAsLeader } from './leader.ts';
import { hearAsOffice } from './office.ts';
import type { Stage } from './stage.ts';

/** What chats have shown since the last time, in an order that does not depend on which request was the quicker. */
export function listenTo(shown: readonly Shown[]): () => Shown[] {
  let heard = 0;
  return () => {
    const fresh = shown.slice(heard);
    heard = shown.length;
    return fresh.sort((a, b) => a.at.getTime() - b.at.getTime() || (signOf(a) < signOf(b) ? -1 : 1));
  };
}

function signOf({ via, answers, chat, text }: Shown): string {
  return `${via}/${answers ?? ''}/${chat}/${text}`;
}

/** Lets everybody hear what has arrived in their chats. */
export function buildEars(stage: Stage): (fresh: readonly Shown[]) => void {
  const { subjects, officeChat } = stage.city;
  const bySubject = new Map(subjects.map((one) => [one.chat, one]));
  const hear = ({ chat, text, answers }: Shown) => {
    if (answers) return stage.answered(answers, text);
    if (chat === officeChat) return hearAsOffice(stage, text);
    const subject = bySubject.get(chat);
    if (subject) return hearAsEnterprise(stage, subject, text);
    const unit = stage.city.units.find((one) => one.chat === chat);
    if (unit) return hearAsClerk(stage, unit, text);
    const leader = stage.city.leaders.find((one) => one.chat === chat);
    if (leader) hearAsLeader(stage, leader, text);
  };
  return (fresh) => fresh.forEach(hear);
}
