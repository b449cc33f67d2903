import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// A mutant is killed by examples or hardly at all: properties are there for the rest.
process.env.SUPEROPS_TEST = 'few'
process.env.TZ ??= 'Australia/Lord_Howe'

const source = fileURLToPath(new URL('./src', import.meta.url))

/** The first failure ends a run, so what takes longest comes last. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => Number(/properties|state|purity/.test(moduleId))
    return files.toSorted((a, b) => isSlow(a) - isSlow(b))
  }
}

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
    sequence: { sequencer: ExamplesFirst },
    testTimeout: 20_000,
  },
})
