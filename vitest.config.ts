import { defineConfig } from 'vitest/config';

/** Tests run against the real engines; flow tests wait more than they work, so three workers keep two cores busy. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'packages/embedded/test/**/*.test.ts'],
    setupFiles: ['test/support/closed-network.ts'],
    reporters: ['default', './test/support/plain-summary.ts'],
    env: { TZ: 'Asia/Shanghai' },
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
