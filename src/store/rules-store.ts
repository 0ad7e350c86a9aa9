import type { Connection } from 'mongoose';
import type { Rules } from '../domain/rules.ts';
import { insertNew, modelOf } from './model.ts';

/** A version of the rules, kept for ever: cases pin it. */
interface RulesDoc extends Rules {
  /** `rules/2` */
  _id: string;
}

/** The versions of the rules that the office has set; the first one is config/rules.ts. */
export function buildRulesStore(connection: Connection) {
  const fields = ['_id', 'version', 'from', 'terms', 'grades'] satisfies (keyof RulesDoc)[];
  const model = modelOf<RulesDoc>(connection, 'settings', { name: 'rules', fields });
  return {
    /** Every version after the first. `settings` holds other things as well, by other names. */
    async later(): Promise<Rules[]> {
      const docs = await model
        .find({ _id: { $gt: 'rules/', $lt: 'rules0' } })
        .lean<RulesDoc[]>()
        .exec();
      return docs.map(({ _id, ...rules }) => rules);
    },

    /** A new version; false when somebody else has taken its number. Bump the version of `rules` afterwards. */
    async keep(rules: Rules): Promise<boolean> {
      return insertNew(model, { _id: `rules/${rules.version}`, ...rules });
    },
  };
}
