import { refusals } from '../../../config/texts/answers.ts';
import { atBot } from '../../../config/texts/format.ts';
import { askWho, confirmNewcomer, whoNoted } from '../../../config/texts/newcomers.ts';
import { type Introduction, type Newcomer, readIntroduction, subjectsNamed } from '../../domain/newcomer.ts';
import { TO_OFFICE } from '../../domain/notices.ts';
import type { Reading } from '../../domain/understand/reading.ts';
import type { Context } from '../context.ts';
import { keepNotice } from '../deliver/keep-notice.ts';
import type { Hearing } from './hearing.ts';
import { bindCode } from './hold-for-binding.ts';
import { tellOfStranger, tellSender } from './tell-sender.ts';

/** True for somebody unknown in a 1:1 chat or an enterprise's group: there they may be its new contact. */
export function isNewcomer({ actor, chat, private: isPrivate }: Hearing): boolean {
  return !actor && (isPrivate || chat?.purpose === 'subject');
}

/** Asks once who it is and keeps what is said until the office has confirmed it; a report is told to the office at once besides. */
export async function meetNewcomer(hearing: Hearing, reading: Reading, context: Context): Promise<void> {
  const { row } = hearing;
  const { newcomers, inbox } = context.stores;
  const known = await newcomers.get(hearing.place.person);
  if (known?.status === 'refused') {
    await tellSender(row, [refusals.stranger], context);
    return inbox.finish(row._id, 'done');
  }
  if (reading.intent === 'report') await tellOfStranger(hearing, context, { onceADay: true });
  if (!known || known.status === 'accepted' || known.askedIn === row._id) return ask(hearing, context);
  const isAnswer = known.status === 'asked' || known.saidIn === row._id;
  const said = isAnswer ? readIntroduction(reading.text, { isUnitKnown: known.subject !== null }) : null;
  if (!said) return inbox.holdUnknown(row._id);
  await newcomers.introduce(known.id, said, row._id);
  await tellOffice(known, said, { hearing, context });
  await tellSender(row, [whoNoted({ name: said.name })], context);
  await inbox.finish(row._id, 'done');
}

async function ask({ row, chat, place, world }: Hearing, context: Context): Promise<void> {
  const { newcomers, inbox } = context.stores;
  const subject = chat?.purpose === 'subject' ? chat.of : null;
  const standing = { status: 'asked', askedIn: row._id, saidIn: null, said: null, at: row.saidAt } as const;
  await newcomers.ask({ id: place.person, code: bindCode(place.person), subject, ...standing });
  const text = askWho({ at: atBot(world.botName, row.chatType === 'single') });
  // Its own key: once the office has confirmed, the message is answered for good.
  await tellSender(row, [text], context, { key: `reply/${row._id}/who` });
  await inbox.holdUnknown(row._id);
}

async function tellOffice(
  { id, code, subject }: Newcomer,
  said: Introduction,
  v: { hearing: Hearing; context: Context },
): Promise<void> {
  const { row, world } = v.hearing;
  const group = subject ? (world.roster.subjects.get(subject)?.name ?? null) : null;
  const meant = group ?? (said.unit ? (subjectsNamed(world.roster, said.unit)?.[0]?.name ?? null) : null);
  const text = confirmNewcomer({ ...said, code, group, subject: meant, at: atBot(world.botName, false) });
  const notice = { key: `newcomer/${id}/${row._id}/office`, to: TO_OFFICE, class: 'workHours', number: null } as const;
  const now = await v.context.clock.now();
  await keepNotice({ ...notice, about: { kind: 'text', text } }, { ...world, now }, v.context);
}
