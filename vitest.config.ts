import { defineConfig } from 'vitest/config';

/**
 * Tests run against the real engines; flow tests wait more than they work, so three workers keep two cores busy. The time limits
 * are only there to end what hangs: they leave room for a machine that is busy with other work.
 */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'packages/embedded/test/**/*.test.ts'],
    setupFiles: ['test/support/closed-network.ts'],
    reporters: ['default', './test/support/plain-summary.ts'],
    env: { TZ: 'Asia/Shanghai' },
    maxWorkers: 3,
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
