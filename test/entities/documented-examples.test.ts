import { readFileSync } from 'node:fs'
import { codecOf, type ObjectName, objects } from '@superhack/superops/entities'
import { expect, test } from 'vitest'
import { keyOf } from '../../src/entities/fields.js'

interface Example {
  readonly example: Readonly<Record<string, unknown>>
  /** Fields whose printed value is generator noise. */
  readonly fillerFields?: readonly string[]
  /** Fields whose printed value is not of the declared type. */
  readonly typeMismatch?: Readonly<Record<string, string>>
}

const file = new URL('../fixtures/documented-examples.json', import.meta.url)
const documented: { msp: { objects: Record<string, Example> } } = JSON.parse(readFileSync(file, 'utf8'))
const examples = documented.msp.objects
const names = Object.keys(examples)

/** The example with filler and mismatches left out and references replaced by their own examples. */
function build(name: string, path: readonly string[] = []): Record<string, unknown> {
  const entry = examples[name]
  if (entry === undefined) throw new Error(`no example of ${name}`)
  const key = keyOf(name as ObjectName)
  const left = new Set([
    ...(entry.fillerFields ?? []).filter((field) => field !== key),
    ...Object.keys(entry.typeMismatch ?? {}),
  ])
  const fields = Object.entries(entry.example).filter(([field]) => !left.has(field))
  return Object.fromEntries(
    fields.flatMap(([field, value]) => {
      const filled = fill(value, [...path, name])
      return filled === undefined ? [] : [[field, filled]]
    }),
  )
}

function fill(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, path)).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value
  const target = String(value.$ref)
  return path.includes(target) || examples[target] === undefined ? undefined : build(target, path)
}

test('112 types have a documented example and stand in the schema', () => {
  expect(names).toHaveLength(112)
  expect(names.filter((name) => !Object.hasOwn(objects, name))).toEqual([])
})

test.each(names)('the documented example of %s decodes', (name) => {
  expect(codecOf(name as ObjectName).decode(build(name))).toMatchObject({ _tag: 'Right' })
})

test('two printed values are known to contradict their declared type', () => {
  const mismatches = Object.entries(examples).flatMap(([name, { typeMismatch }]) =>
    Object.entries(typeMismatch ?? {}).map(([field, type]) => `${name}.${field}: ${type}`),
  )
  expect(mismatches).toEqual(['HourlyServiceTypeItem.roundUpValue: Int!', 'ListInfo.totalCount: Int'])
})
