import { answered, type Handler } from './handler.ts';

/** Nothing is wanted but an answer (or silence): a question back, a refusal found before a case was. */
export const say: Handler<'say'> = {
  decide(_, command) {
    return answered(command.text);
  },
};
