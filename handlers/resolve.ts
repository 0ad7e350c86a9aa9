import { refusals, resolveDone } from '../config/texts/answers.ts';
import { isLegal } from '../src/domain/apply.ts';
import { currentLeg } from '../src/domain/case.ts';
import { at } from '../src/domain/describe.ts';
import { legDue } from '../src/domain/due.ts';
import { resumption } from '../src/domain/pausing.ts';
import { notice, toSubject } from '../src/domain/notices.ts';
import { farewells, ownSupport } from '../src/domain/support.ts';
import { decided, type Handler, required, wrongStatus } from './handler.ts';
import { finishSupport, withSupports } from './own-support.ts';

/** 已办结，X: a closure round begins. The enterprise reads the answer and is surveyed one working day later. */
export const resolve: Handler<'resolve'> = {
  decide(subject, command, view) {
    const snapshot = required(subject);
    const { number } = snapshot;
    const support = ownSupport(snapshot, command, view.roster);
    if (support) return finishSupport({ snapshot, support, command }, command.text, view);
    const leg = currentLeg(snapshot);
    if (!leg || !(isLegal('resolved', snapshot.status) || snapshot.status === 'paused'))
      return wrongStatus(snapshot, '办结');
    if (!command.text) {
      return {
        code: 'missing',
        say: refusals.noText({ number, at: at(command, view), example: '已办结，资金昨天到账' }),
      };
    }
    const round = snapshot.closures.length + 1;
    const about = { kind: 'resolved', round } as const;
    const told = notice({ to: toSubject(snapshot), class: 'workHours', number, about, once: `round${round}` });
    // What is done ends the pause, and is judged by the term as it then stands.
    const resumed = resumption(snapshot, { at: command.at, calendar: view.calendar, quiet: true });
    const inTerm = command.at <= legDue({ ...leg, dueDay: resumed[0]?.dueDay ?? leg.dueDay });
    return decided(
      [...resumed, { type: 'resolved', text: command.text, inTerm, effects: [told, ...farewells(snapshot)] }],
      withSupports(resolveDone({ number }), snapshot),
    );
  },
};
