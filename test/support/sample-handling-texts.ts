import * as links from '../../config/texts/links.ts';
import * as pause from '../../config/texts/pause.ts';
import * as support from '../../config/texts/support.ts';
import { V } from './sample-texts.ts';

/** 暂停 and 恢复办理. */
export const PAUSE: Record<Exclude<keyof typeof pause, 'pauseRefusals'>, readonly string[]> = {
  pauseSent: [pause.pauseSent({ ...V, until: V.day })],
  pauseBegun: [pause.pauseBegun({ ...V, until: V.day })],
  pauseNotAllowed: [pause.pauseNotAllowed(V)],
  resumeDone: [pause.resumeDone(V)],
  pauseAsked: [pause.pauseAsked({ ...V, until: V.day })],
  pauseRulingLate: [pause.pauseRulingLate({ ...V, until: V.day })],
  pauseRefused: [pause.pauseRefused(V), pause.pauseRefused({ ...V, reason: null })],
  paused: [V.due, null].map((caseDue) => pause.paused({ ...V, until: V.day, caseDue })),
  resumed: [pause.resumed(V)],
  pausedLine: [pause.pausedLine({ ...V, until: V.day })],
};

/** Why a case was not paused or resumed. */
export const PAUSE_REFUSALS: Record<keyof typeof pause.pauseRefusals, readonly string[]> = {
  late: [pause.pauseRefusals.late(V)],
  used: [pause.pauseRefusals.used({ ...V, times: 2 })],
  spent: [pause.pauseRefusals.spent({ ...V, workdays: 10 })],
  noWorkday: [pause.pauseRefusals.noWorkday({ ...V, until: V.day })],
  tooLong: [pause.pauseRefusals.tooLong({ ...V, workdays: 10, left: 3, latest: V.day })],
  lapsed: [pause.pauseRefusals.lapsed({ ...V, until: V.day })],
  nothingAsked: [pause.pauseRefusals.nothingAsked(V)],
  notPaused: [pause.pauseRefusals.notPaused(V)],
};

const S = { ...V, kind: 'help', supporter: '市人社局', main: V.unit, supportDue: V.day, task: '提供社保证明' } as const;

/** 协办 and 分办. */
export const SUPPORT: Record<
  Exclude<keyof typeof support, 'supportRefusals' | 'KIND_TEXT' | 'supporterText'>,
  readonly string[]
> = {
  supportSent: (['help', 'share'] as const).map((kind) => support.supportSent({ ...V, kind })),
  supportSigned: [support.supportSigned(V)],
  supportAlreadySigned: [support.supportAlreadySigned(V)],
  supportFinished: [support.supportFinished({ ...V, main: V.unit })],
  supportsEnded: [support.supportsEnded({ units: ['市人社局', '市税务局'] })],
  supportAsked: [support.supportAsked(S), support.supportAsked({ ...S, kind: 'share', task: null, contact: null })],
  supportNamed: [support.supportNamed(S), support.supportNamed({ ...S, task: null })],
  supportResult: [support.supportResult({ ...S, result: '证明已开具' })],
  supportEnded: [support.supportEnded(S)],
  supportLine: [true, false].map((done) => support.supportLine({ ...V, kind: 'help', done })),
};

/** Why nobody was asked for support, or none was ended. */
export const SUPPORT_REFUSALS: Record<keyof typeof support.supportRefusals, readonly string[]> = {
  unknownUnit: [
    support.supportRefusals.unknownUnit({ ...V, candidates: ['市人社局', '县人社局'] }),
    support.supportRefusals.unknownUnit({ ...V, candidates: [] }),
    support.supportRefusals.unknownUnit({ ...V, said: null, candidates: [] }),
  ],
  isMain: [support.supportRefusals.isMain(V)],
  already: [support.supportRefusals.already(V)],
  tooMany: [support.supportRefusals.tooMany({ ...V, units: ['市人社局', '市税务局'], most: 4 })],
  confidential: [support.supportRefusals.confidential(V)],
  badDate: [V.due, null].map((due) => support.supportRefusals.badDate({ ...V, due })),
  noneOpen: [support.supportRefusals.noneOpen(V)],
};

/** 合并, 拆分 and 复发. */
export const LINKS: Record<Exclude<keyof typeof links, 'linkRefusals'>, readonly string[]> = {
  relapseLine: [links.relapseLine(V.relapseOf)],
  akinNote: [links.akinNote(V)],
  akinLine: [links.akinLine(V)],
  mergedLine: [links.mergedLine({ into: V.akinTo })],
  absorbedLine: [links.absorbedLine({ numbers: [V.akinTo] })],
  partsLine: [
    links.partsLine({
      parts: [
        { number: V.akinTo, status: '办理中' },
        { number: V.number, status: '已销号' },
      ],
    }),
  ],
  wholeLine: [links.wholeLine({ from: V.akinTo })],
  mergeDone: [links.mergeDone({ ...V, into: V.akinTo })],
  splitDone: [
    links.splitDone({ ...V, from: V.akinTo }),
    links.splitDone({ ...V, from: V.akinTo, category: null, unit: null }),
  ],
  merged: [links.merged({ ...V, into: V.akinTo })],
  absorbed: [links.absorbed({ ...V, from: V.akinTo })],
  splitOff: [links.splitOff({ ...V, from: V.akinTo })],
};

/** Why cases were not put together or apart. */
export const LINK_REFUSALS: Record<keyof typeof links.linkRefusals, readonly string[]> = {
  whichTwo: [links.linkRefusals.whichTwo(V)],
  otherSubject: [links.linkRefusals.otherSubject({ ...V, into: V.akinTo })],
  otherReaders: [links.linkRefusals.otherReaders({ ...V, into: V.akinTo })],
  noText: [links.linkRefusals.noText(V)],
};
