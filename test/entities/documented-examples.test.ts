import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keyOf } from '../../src/entities/fields.js'
import { surfaces } from '../surfaces.js'

interface Example {
  readonly example: Readonly<Record<string, unknown>>
  /** Fields whose printed value is generator noise. */
  readonly fillerFields?: readonly string[]
  /** Fields whose printed value is not of the declared type. */
  readonly typeMismatch?: Readonly<Record<string, string>>
}

const file = new URL('../fixtures/documented-examples.json', import.meta.url)
const documented: Record<'msp' | 'it', { objects: Record<string, Example> }> = JSON.parse(
  readFileSync(file, 'utf8'),
)

/** What the reference prints of each surface, and what of it contradicts its own types. */
const printed = {
  msp: { types: 112, mismatches: ['HourlyServiceTypeItem.roundUpValue: Int!', 'ListInfo.totalCount: Int'] },
  it: {
    types: 72,
    mismatches: ['DeviceCategory.deviceCategoryId: ID!', 'ListInfo.totalCount: Int', 'Option.order: Int!'],
  },
} as const

describe.each(surfaces)('$product', ({ product, schema, entities }) => {
  const examples = documented[product].objects
  const names = Object.keys(examples)

  /** The example with filler and mismatches left out and references replaced by their own examples. */
  function build(name: string, path: readonly string[] = []): Record<string, unknown> {
    const entry = examples[name]
    if (entry === undefined) throw new Error(`no example of ${name}`)
    const key = keyOf(schema, name)
    const left = new Set([
      ...(entry.fillerFields ?? []).filter((field) => field !== key),
      ...Object.keys(entry.typeMismatch ?? {}),
    ])
    const fields = Object.entries(entry.example).filter(([field]) => !left.has(field))
    const filled = fields.flatMap(([field, value]) => {
      const inner = fill(value, [...path, name])
      return inner === undefined ? [] : [[field, inner]]
    })
    // No row is one without its key.
    return { ...(key !== undefined && left.has(key) && { [key]: '1' }), ...Object.fromEntries(filled) }
  }

  function fill(value: unknown, path: readonly string[]): unknown {
    if (Array.isArray(value))
      return value.map((item) => fill(item, path)).filter((item) => item !== undefined)
    if (typeof value !== 'object' || value === null || !('$ref' in value)) return value
    const target = String(value.$ref)
    return path.includes(target) || examples[target] === undefined ? undefined : build(target, path)
  }

  test('all types with a documented example stand in the schema', () => {
    expect(names).toHaveLength(printed[product].types)
    expect(names.filter((name) => !Object.hasOwn(schema.objects, name))).toEqual([])
  })

  test.each(names)('the documented example of %s decodes', (name) => {
    expect(entities.codecOf(name).decode(build(name))).toMatchObject({ _tag: 'Right' })
  })

  test('some printed values are known to contradict their declared type', () => {
    const mismatches = Object.entries(examples).flatMap(([name, { typeMismatch }]) =>
      Object.entries(typeMismatch ?? {}).map(([field, type]) => `${name}.${field}: ${type}`),
    )
    expect(mismatches).toEqual(printed[product].mismatches)
  })
})
