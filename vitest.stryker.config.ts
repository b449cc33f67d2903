import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = fileURLToPath(new URL('./src', import.meta.url))

/** Stryker changes sources: suites that name the package load them in place of what was built. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      { find: /^@superhack\/superops$/, replacement: `${source}/index.ts` },
      { find: /^@superhack\/superops\/([a-z/-]+)$/, replacement: `${source}/$1/index.ts` },
    ],
  },
  test: {
    include: ['test/{metrics,quality}/**/*.test.ts'],
    // They read what was built, or take a database of their own.
    exclude: ['**/{browser,zones,duckdb}*.test.ts', '**/duckdb/**'],
    testTimeout: 20_000,
  },
})
