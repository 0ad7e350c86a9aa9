import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** The checks that any MongoDB must pass, alone: `npm run test:engine -- mongodb://HOST:PORT`. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: ['packages/embedded/test/engine/**/*.test.ts'],
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
