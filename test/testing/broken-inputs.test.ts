import { createMockTenant, sampleVariables, wireSchema } from '@superhack/superops/testing'
import { describe, expect, test } from 'vitest'
import { products } from '../products.js'
import { runs } from '../runs.js'
import { tenantHeaders } from './asking.js'

/** Paths to every value in an input, lists and objects included. */
function pathsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value)
  return [path, ...[...entries].flatMap(([key, inner]) => pathsIn(inner, [...path, key as string | number]))]
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

const at = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value)

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What these hold is JSON. */
const isFree = (path: readonly (string | number)[]) =>
  path.includes('customFields') || path.includes('scriptArguments')

describe.each(products)('$product', ({ product }) => {
  const mutations = wireSchema(product).getMutationType()?.getFields() ?? {}

  function documentOf(name: string, argument: string): string {
    const { type, args } = mutations[name] ?? {}
    const selection = /^\[?(ID|Boolean)!?\]?!?$/.test(String(type)) ? '' : '{ __typename }'
    return `mutation($input: ${args?.[0]?.type}) { ${name}(${argument}: $input) ${selection} }`
  }

  test.each(Object.keys(mutations))(
    '%s, each value of its input broken in turn, either writes or changes nothing and never fails inside',
    async (name) => {
      const quirks = { kbArticleFails: false }
      const { handle, calls, reset, world } = createMockTenant({ product, tickets: 2, quirks })
      const key = mutations[name]?.args[0]?.name ?? ''
      const sample = sampleVariables(name, world)[key]
      const initial = JSON.stringify(world)
      let refused = 0
      for (const [at, path] of pathsIn(sample).entries()) {
        for (let turn = 0; turn < runs(4); turn++) {
          const by = [null, '', 'nonsense', '1'][(at + turn) % 4]
          const variables = { input: replaced(sample, path, by) }
          const body = JSON.stringify({ query: documentOf(name, key), variables })
          const answer = await handle({ headers: tenantHeaders, body })
          const { errors } = JSON.parse(answer.body) as { errors?: unknown }
          expect([path, by, calls().at(-1)?.failure]).toEqual([path, by, undefined])
          const isChanged = JSON.stringify(world) !== initial
          expect([path, by, isChanged]).toEqual([path, by, errors === undefined])
          if (errors !== undefined) refused += 1
          if (isChanged) reset()
        }
      }
      expect(refused).toBeGreaterThan(0)
    },
  )

  test.each(Object.keys(mutations))(
    '%s refuses a field that it does not know, wherever it is',
    async (name) => {
      const { handle, calls, world } = createMockTenant({ product, tickets: 20 })
      const key = mutations[name]?.args[0]?.name ?? ''
      const sample = sampleVariables(name, world)[key]
      const initial = JSON.stringify(world)
      const objects = pathsIn(sample).filter((path) => !isFree(path) && isObject(at(sample, path)))
      for (const path of objects) {
        const variables = {
          input: replaced(sample, path, { ...(at(sample, path) as object), colour: 'red' }),
        }
        const body = JSON.stringify({ query: documentOf(name, key), variables })
        const answer = await handle({ headers: tenantHeaders, body })
        expect([path, answer.body]).toEqual([path, expect.stringContaining("'colour'")])
        expect(calls().at(-1)?.failure).toBeUndefined()
      }
      expect(JSON.stringify(world)).toBe(initial)
      const taken = JSON.stringify(sample)
      expect([taken, objects.length > 0]).toEqual([taken, taken.includes('{')])
    },
  )
})
