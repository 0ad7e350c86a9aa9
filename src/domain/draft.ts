import { CONFIDENTIAL_CATEGORIES } from '../../config/rules.ts';
import type { Snapshot } from './case.ts';
import type { Drafted, EventFrame } from './event.ts';

/** The snapshot of a case just reported. */
export function draft(event: EventFrame & Drafted): Snapshot {
  return {
    number: event.number,
    status: 'draft',
    subject: event.subject,
    heard: event.heard,
    onBehalf: event.onBehalf,
    respondent: event.respondent,
    confidential: CONFIDENTIAL_CATEGORIES.includes(event.category),
    summary: event.summary,
    text: event.text,
    category: event.category,
    urgency: event.urgency,
    contact: event.contact,
    phone: event.phone,
    reporter: event.reporter,
    supplements: [],
    wished: event.wished,
    grade: 'general',
    draftedAt: event.at,
    unitAskedAt: null,
    acceptedAt: null,
    caseDueDay: null,
    dueGiven: false,
    rulesVersion: null,
    leader: null,
    legs: [],
    supports: [],
    extension: null,
    giveBack: null,
    bounces: 0,
    pauseAsked: null,
    pauses: [],
    rulings: [],
    urgedAt: [],
    officeUrgedAt: [],
    suspension: null,
    endReason: null,
    escalated: false,
    questioned: null,
    approval: null,
    closures: [],
  };
}
