import { explainReading } from '../src/domain/explain.ts';
import { answered, type Handler } from './handler.ts';

/** 识别 X: how a message would be understood, and why; for the office, which answers for what the service does. */
export const inspect: Handler<'inspect'> = {
  decide: (_, command) => answered(explainReading(command.reading)),
};
