import type { Connection } from 'mongoose';
import type { Category } from '../../config/rules.ts';
import type { Lesson } from '../domain/understand/category/lessons.ts';
import { modelOf } from './model.ts';

interface LessonDoc {
  /** The case's number: the last correction of a case is the one that teaches. */
  _id: string;
  text: string;
  category: Category;
  at: Date;
}

/** What is learned is bounded: the newest corrections teach, older ones have become habit or are outdated. */
const KEPT = 2_000;

/** The office's corrections of categories: what like problems are read by. */
export function buildLessonStore(connection: Connection) {
  const model = modelOf<LessonDoc>(connection, 'lessons', {
    fields: ['_id', 'text', 'category', 'at'],
    indexes: [[{ at: -1 }]],
  });
  return {
    model,

    /** Keeps a correction; said again it changes nothing. Bump the version of `lessons` afterwards. */
    async keep(lesson: Lesson, at: Date): Promise<void> {
      const { number, text, category } = lesson;
      await model.updateOne({ _id: number }, { $set: { text, category, at } }, { upsert: true });
    },

    /** A correction that was taken back teaches nothing. */
    async forget(number: string): Promise<void> {
      await model.deleteOne({ _id: number });
    },

    /** Oldest first, so that a later lesson outweighs an equal earlier one. */
    async all(): Promise<Lesson[]> {
      const docs = await model.find().sort({ at: -1 }).limit(KEPT).lean<LessonDoc[]>().exec();
      return docs.toReversed().map(({ _id, text, category }) => ({ number: _id, text, category }));
    },
  };
}
