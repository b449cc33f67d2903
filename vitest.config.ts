import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// A host zone with half-hour changes: whoever asks the host for its zone is found out.
process.env.TZ ??= 'Australia/Lord_Howe'

export default defineConfig({
  // As Node resolves it; Vite prefers index.mjs, a second copy that refuses schemas of the first.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    // Files share the modules they load: a file leaves no global changed.
    isolate: false,
    testTimeout: 60_000,
    // Much of the time is spent waiting: one more than there are cores keeps them all at work.
    maxWorkers: availableParallelism() + 1,
  },
})
