import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One file after the other: they measure time and memory.
  test: { include: ['test/soak/**/*.test.ts'], testTimeout: 3_600_000, fileParallelism: false },
});
