import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // A process per file: the servers and clocks of one never meet those of another. A test's server listens on
    // 127.0.0.1, port 0.
    pool: 'forks',
    maxWorkers: 2,
    restoreMocks: true,
  },
});
