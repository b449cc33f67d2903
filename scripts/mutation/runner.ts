import { readFileSync } from 'node:fs'
import type { InstrumenterContext, Location, Mutant } from '@stryker-mutator/api/core'
import { declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { loadSuites, type Suites } from './bundle.js'
import type { RegisteredTest } from './registry.js'

process.env.SUPEROPS_TEST = 'few'
process.env.TZ ??= 'Australia/Lord_Howe'

/**
 * Processor time of the tests of one mutant; beyond it counts as survived: the score is a lower bound. Of a constant
 * of a module nobody knows which tests meet it, so that more are run.
 */
const capMs = { runtime: 2000, static: 8000 }
const cpuMs = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

/** `src/quality/cross-entity/orphans.ts` → cross, entity, orphans. */
const wordsOf = (file: string): string[] =>
  file
    .slice(file.search(/(metrics|quality)\//))
    .split(/\W+/)
    .filter((word) => !/^(metrics|quality|rules|test|ts)$/.test(word))

/** Ids of rules on the mutated lines, or else the last before them: tests of rules carry them in their names. */
function rulesAt(fileName: string, { start, end }: Location): readonly string[] {
  const lines = readFileSync(fileName, 'utf8').split('\n')
  const idsIn = (from: number, to: number) =>
    lines
      .slice(from, to)
      .join('\n')
      .match(/\b[A-Z]{3}-\d\d\b/g) ?? []
  const own = idsIn(start.line, end.line + 1)
  return own.length > 0 ? own : idsIn(Math.max(start.line - LINES_OF_A_RULE, 0), start.line).slice(-1)
}
const LINES_OF_A_RULE = 12

interface Told {
  timeMs: number
  kills: Map<string, number>
}

/** Runs the suites within the process of Stryker's worker: a mutant costs its tests and nothing else. */
function createRunner(): TestRunner {
  const context: InstrumenterContext = (Reflect.get(globalThis, '__stryker__') ?? {}) as InstrumenterContext
  Reflect.set(globalThis, '__stryker__', context)
  const told = new Map<string, Told>()
  let suites: Suites
  let tests: readonly RegisteredTest[] = []
  /** Were the modules evaluated under a mutant? */
  let isStale = true

  const toldOf = (id: string): Told => {
    const known = told.get(id) ?? { timeMs: 0, kills: new Map() }
    told.set(id, known)
    return known
  }

  async function run({ id, file, run }: RegisteredTest): Promise<TestResult> {
    suites.registry.current = id
    const before = process.cpuUsage()
    let failureMessage: string | undefined
    try {
      await run()
    } catch (error) {
      failureMessage = String(error).slice(0, 300)
    }
    const result = { id, name: id, fileName: file, timeSpentMs: cpuMs(process.cpuUsage(before)) }
    if (failureMessage === undefined) return { ...result, status: TestStatus.Success }
    return { ...result, status: TestStatus.Failed, failureMessage }
  }

  /** Those that killed neighbours of the mutant, and those named alike, first; then the fast ones. */
  function inOrder(
    candidates: readonly RegisteredTest[],
    { fileName, location }: Pick<Mutant, 'fileName' | 'location'>,
  ): RegisteredTest[] {
    const words = wordsOf(fileName)
    const rules = rulesAt(fileName, location)
    const weight = ({ id, file }: RegisteredTest) => {
      const { timeMs, kills } = toldOf(id)
      const isNamedAlike = wordsOf(file).some((word) => words.includes(word))
      const isOfFolder = fileName.includes(file.split('/')[1] ?? file)
      const isOfRule = rules.some((rule) => id.includes(rule))
      const kin = (isOfFolder ? 10 : 0) + (isNamedAlike ? 20 : 0) + (isOfRule ? 500 : 0)
      return (1 + timeMs) / (1 + kin + 20 * (kills.get(fileName) ?? 0))
    }
    return candidates.toSorted((a, b) => weight(a) - weight(b))
  }

  function evaluated(under: string | undefined): TestResult | undefined {
    if (under === undefined && !isStale) return undefined
    try {
      tests = suites.evaluate()
      isStale = under !== undefined
      return undefined
    } catch (error) {
      isStale = true
      const failureMessage = String(error).slice(0, 300)
      return { id: 'load', name: 'load', timeSpentMs: 0, status: TestStatus.Failed, failureMessage }
    }
  }

  return {
    capabilities: () => ({ reloadEnvironment: true }),

    async init() {
      suites = await loadSuites(process.cwd())
    },

    async dryRun(): Promise<DryRunResult> {
      delete context.activeMutant
      const failure = evaluated(undefined)
      if (failure) return { status: DryRunStatus.Complete, tests: [failure] }
      const results: TestResult[] = []
      for (const test of tests) {
        context.currentTestId = test.id
        const result = await run(test)
        toldOf(test.id).timeMs = result.timeSpentMs
        results.push(result)
      }
      delete context.currentTestId
      const { mutantCoverage } = context
      return { status: DryRunStatus.Complete, tests: results, ...(mutantCoverage && { mutantCoverage }) }
    },

    async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }: MutantRunOptions) {
      const isStatic = mutantActivation === 'static'
      if (!isStatic) evaluated(undefined)
      Object.assign(context, { activeMutant: activeMutant.id, hitCount: 0, hitLimit })
      const results: TestResult[] = []
      const failure = isStatic ? evaluated(activeMutant.id) : undefined
      if (failure) results.push(failure)
      else {
        const wanted = new Set(testFilter)
        const candidates = testFilter ? tests.filter(({ id }) => wanted.has(id)) : tests
        const cap = capMs[isStatic ? 'static' : 'runtime']
        let spentMs = 0
        for (const test of inOrder(candidates, activeMutant)) {
          const result = await run(test)
          results.push(result)
          spentMs += result.timeSpentMs
          if (result.status === TestStatus.Failed) {
            const { kills } = toldOf(test.id)
            kills.set(activeMutant.fileName, (kills.get(activeMutant.fileName) ?? 0) + 1)
          }
          if (result.status === TestStatus.Failed || spentMs > cap) break
        }
      }
      const limit = determineHitLimitReached(context.hitCount, hitLimit)
      delete context.activeMutant
      delete context.hitLimit
      return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests: results })
    },
  }
}

createRunner.inject = tokens()

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', createRunner)]
