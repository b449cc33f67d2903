import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'

type Body = (...row: unknown[]) => unknown

export interface RegisteredTest {
  id: string
  file: string
  run: () => unknown
}

/** What a row is about: its first text, or the id of its record. */
const subjectOf = (row: unknown): string => {
  const [first] = Array.isArray(row) ? row : [row]
  return typeof first === 'object' && first !== null ? String(Reflect.get(first, 'id')) : String(first)
}

/** What the suites see as `vitest`, kept while the suites are evaluated again and again. */
export interface Registry {
  tests: RegisteredTest[]
  file: string
  current: string
  vitest: Record<string, unknown>
}

/** `expect` is that of vitest; a snapshot is the value of the first run, which has no mutant. */
export function createRegistry(): Registry {
  for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)
  const snapshots = new Map<string, string>()
  chai.use((_, { addMethod, flag }) => {
    addMethod(chai.Assertion.prototype, 'toMatchSnapshot', function (this: object) {
      const value = JSON.stringify(flag(this, 'object'))
      const first = snapshots.get(registry.current) ?? value
      snapshots.set(registry.current, first)
      if (first !== value) throw new Error('differs from the snapshot')
    })
  })
  const expect = Object.assign(
    (value: unknown, message?: string) => chai.expect(value, message),
    chai.expect,
    Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
  )
  Reflect.set(globalThis, GLOBAL_EXPECT, expect)
  const state = { assertionCalls: 0, isExpectingAssertions: false, isExpectingAssertionsError: null }
  setState({ ...state, expectedAssertionsNumber: null, testPath: '', currentTestName: '' }, expect)
  Object.assign(expect, { getState: () => getState(expect) })

  const add = (name: string, run: () => unknown) =>
    registry.tests.push({ id: `${registry.file} ${registry.tests.length} ${name}`, file: registry.file, run })
  const bodyOf = (first: unknown, second: unknown) => (typeof first === 'function' ? first : second) as Body
  const test = (name: string, first: unknown, second?: unknown) => add(name, bodyOf(first, second))
  test.each = (rows: readonly unknown[]) => (name: string, first: unknown, second?: unknown) => {
    for (const row of rows) {
      add(`${name} ${subjectOf(row)}`, () => bodyOf(first, second)(...(Array.isArray(row) ? row : [row])))
    }
  }
  const registry: Registry = { tests: [], file: '', current: '', vitest: { expect, test } }
  return registry
}
