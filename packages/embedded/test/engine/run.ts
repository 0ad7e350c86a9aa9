// Runs the engine checks on the server whose URI is given, or on the embedded one: npm run test:engine -- [URI] [vitest options]
import path from 'node:path';
import { startVitest } from 'vitest/node';

const [first, ...rest] = process.argv.slice(2);
const uri = first?.startsWith('mongodb') ? first : undefined;
if (uri !== undefined) process.env.ENGINE_URI = uri;

const filters = uri === undefined && first !== undefined ? [first, ...rest] : rest;
const vitest = await startVitest('test', filters, {
  config: path.resolve(import.meta.dirname, '../../vitest.engine.config.ts'),
  watch: false,
});
await vitest.close();
