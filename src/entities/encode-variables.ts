import { canonicalInstant, formatInstant, parseInstant } from '../values/instant.js'
import type { Zone } from '../values/zone.js'
import { operationRow } from './operation.js'
import { isRow } from './row.js'
import type { Schema } from './schema.js'

/**
 * Variables as they go out: instants in the tenant's zone without suffix, `undefined` left out,
 * `null` kept, bigints as text.
 *
 * @throws TypeError naming the path when an instant is none.
 */
export function encodeVariables(
  schema: Schema,
  name: string,
  variables: Readonly<Record<string, unknown>>,
  zone?: Zone,
): Record<string, unknown> {
  const { argument, type } = operationRow(schema, name)
  if (argument === undefined) return {}
  const given = variables[argument]
  if (given === undefined) return {}
  return { [argument]: encode(schema, given, (type ?? '').replace(/[![\]]/g, ''), argument, zone) }
}

function encode(schema: Schema, value: unknown, type: string, path: string, zone: Zone | undefined): unknown {
  if (typeof value === 'bigint') return String(value)
  if ((type === 'Instant' && value !== null) || value instanceof Date) return encodeInstant(value, path, zone)
  if (Array.isArray(value))
    return value.map((item, index) => encode(schema, item, type, `${path}.${index}`, zone))
  if (!isRow(value)) return value
  const inner = schema.inputInstants[type]
  const out: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(value)) {
    if (item !== undefined) out[name] = encode(schema, item, inner?.[name] ?? '', `${path}.${name}`, zone)
  }
  return out
}

function encodeInstant(value: unknown, path: string, zone: Zone | undefined): string {
  const text = value instanceof Date ? isoOf(value) : value
  const ms =
    typeof text === 'string' && canonicalInstant(text, zone) !== '' ? parseInstant(text, zone) : Number.NaN
  if (Number.isNaN(ms)) {
    throw new TypeError(
      `${path}: expected an instant (ISO 8601 text or a valid Date), received ${describe(value)}`,
    )
  }
  const wall = formatInstant(zone === undefined ? ms : zone.wallAt(ms)).slice(0, -1)
  return wall.endsWith('.000') ? wall.slice(0, -4) : wall
}

const isoOf = (date: Date) => (Number.isNaN(date.getTime()) ? '' : date.toISOString())
const describe = (value: unknown) =>
  value instanceof Date ? 'an invalid Date' : value === null ? 'null' : typeof value
