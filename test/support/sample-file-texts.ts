import * as files from '../../config/texts/attachments.ts';
import { cardGone, pressNoted, surveyCard } from '../../config/texts/cards.ts';
import { V } from './sample-texts.ts';

/** What is said of files that name their case. */
export const FILES = {
  filesAdded: [files.filesAdded(V)],
  filesAddedNotice: (['enterprise', 'city'] as const).map((from) => files.filesAddedNotice({ ...V, from })),
};

/** What names none: files that nobody can place yet, and words on cards. */
export const FILES_AND_CARDS = {
  filesWithoutCase: [files.filesWithoutCase(V)],
  filesKept: [files.filesKept(V)],
  filesLine: [files.filesLine(V)],
  unkept: [files.unkeptText(['expired', 'tooLarge', 'tooLarge', 'wrongType', 'failed']) ?? ''],
  cardGone: [cardGone.title, cardGone.text, pressNoted],
  surveyCard: [surveyCard.desc({ again: true }), surveyCard.desc({ again: false })],
};
