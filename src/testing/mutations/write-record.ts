import { InternalFailure } from '../errors/operation-failure.js'
import { tableOf } from '../queries/resolve-query.js'
import type { Input, Scene } from '../scene.js'
import type { FieldFacts, SchemaModel } from '../schema-model.js'
import type { ReferenceName } from '../world/references.js'
import { readTime, wireDay, wireTime } from '../world/wire-time.js'
import { ticketWorkItem } from '../world/worklogs.js'

export type Row = Record<string, unknown>

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Inputs are checked before anything is written: whatever fails later is a mistake of the mock. */
const unchecked = (name: string) => new InternalFailure(`no record for ${name}`)

const idIn = (value: unknown): string => String(isRow(value) ? Object.values(value)[0] : value)

/** The stored record that an identifier input such as `{ accountId }` names. */
function recordFor(reference: string, value: unknown, scene: Scene): Row | undefined {
  const id = idIn(value)
  // On the IT surface requesters and technicians are one type.
  if (reference === 'UserRef' || reference === 'RequesterRef')
    return tableOf(scene, 'Technician')?.get(id) ?? tableOf(scene, 'ClientUser')?.get(id)
  const owner = scene.world.references.ownerOf(reference)
  return owner === undefined ? undefined : tableOf(scene, owner)?.get(id)
}

function toReference(field: FieldFacts, value: unknown, scene: Scene): unknown {
  const record = recordFor(field.type, value, scene)
  const { references } = scene.world
  if (field.type === 'WorkItemRef' && isRow(value)) {
    if (record !== undefined) return ticketWorkItem(references, record)
    if (value.module === 'PROJECT') return { workId: idIn(value), displayId: null, module: 'PROJECT' }
  }
  if (record === undefined) throw unchecked(field.name)
  return references.to(field.type as ReferenceName, record)
}

/** An object of the answer: a stored one when the input only names it, else a new one made of the input. */
function toObject(field: FieldFacts, value: Row, scene: Scene, held: unknown): unknown {
  const { model } = scene
  const key = model.key(field.type)
  const owner = key && model.ownerOf(key.type)
  const names = Object.keys(value)
  if (owner !== undefined && names.length === 1 && names[0] === key?.name) {
    const record = tableOf(scene, owner)?.get(idIn(value))
    if (record === undefined) throw unchecked(field.name)
    return record
  }
  const record = isRow(held) ? held : {}
  writeInput(field.type, record, value, scene)
  return completeRecord(field.type, record, scene)
}

function convert(field: FieldFacts, value: unknown, scene: Scene, held: unknown): unknown {
  if (value === null) return null
  if (Array.isArray(value))
    return value.flatMap((entry: unknown) =>
      entry === null ? [] : [convert(field, entry, scene, undefined)],
    )
  if (field.kind === 'leaf') return toReference(field, value, scene)
  if (field.kind === 'object' && isRow(value)) return toObject(field, value, scene, held)
  if (field.kind === 'map' && isRow(value) && isRow(held)) return { ...held, ...value }
  // Kept as the vendor prints it, whatever precision and zone it was given with.
  if (field.type === 'Instant') return wireTime(readTime(String(value)))
  if (field.type === 'Day') return wireDay(readTime(String(value)))
  return value
}

const sameKey = (left: unknown, right: unknown): boolean =>
  isRow(left) && isRow(right) && idIn(left) === idIn(right)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** `addFollowers` and `deleteFollowers` change the list `followers`. */
function listChange(
  model: SchemaModel,
  type: string,
  name: string,
): { field: FieldFacts; adds: boolean } | undefined {
  const match = /^(add|delete)([A-Z]\w*)$/.exec(name)
  if (match === null) return undefined
  const rest = match[2] ?? ''
  const field = model.field(type, rest) ?? model.field(type, `${rest}s`)
  return field?.list === true || field?.kind === 'leaf' ? { field, adds: match[1] === 'add' } : undefined
}

/** Copies an input onto a record by name; what the type does not have is left out. */
export function writeInput(type: string, record: Row, input: Input, scene: Scene): void {
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue
    const field = scene.model.field(type, name)
    if (field !== undefined) {
      // Null clears, but never what the schema promises.
      if (value !== null || !field.required)
        record[field.name] = convert(field, value, scene, record[field.name])
      continue
    }
    const change = listChange(scene.model, type, name)
    if (change === undefined) continue
    const { field: list, adds } = change
    const held = listOf(record[list.name])
    const given = listOf(value)
    record[list.name] = adds
      ? [
          ...held,
          ...listOf(convert(list, given, scene, undefined)).filter(
            (entry) => !held.some((own) => sameKey(own, entry)),
          ),
        ]
      : held.filter((own) => !given.some((entry) => sameKey(own, entry)))
  }
}

function emptyValue(field: FieldFacts, scene: Scene): unknown {
  if (!field.required) return field.isKey ? scene.world.random.id() : null
  if (field.list) return []
  if (field.isId) return scene.world.random.id()
  const now = scene.world.now()
  switch (field.kind) {
    case 'boolean':
      return false
    case 'number':
      return field.type === 'Int' ? 0 : '0'
    case 'date':
      return field.type === 'Day' ? wireDay(now) : wireTime(now)
    case 'object':
      return completeRecord(field.type, {}, scene)
    case 'leaf':
      throw unchecked(field.name)
    default:
      return scene.model.enumValues(field.type)[0] ?? ''
  }
}

/** Fills what the schema promises and the record lacks; everything else is null. */
export function completeRecord(type: string, record: Row, scene: Scene): Row {
  for (const field of scene.model.fields(type)) {
    if (record[field.name] === undefined) record[field.name] = emptyValue(field, scene)
  }
  return record
}

/** A new record of a type made of an input, stored under the type's name. */
export function createRecord(type: string, input: Input, scene: Scene, preset: Row = {}): Row {
  const record: Row = { ...preset }
  writeInput(type, record, input, scene)
  completeRecord(type, record, scene)
  tableOf(scene, type)?.add(record)
  return record
}

/** Changes a stored record in place. */
export function updateRecord(type: string, record: Row, input: Input, scene: Scene): Row {
  const key = scene.model.key(type)?.name
  const { [key ?? '']: _, ...changes } = input
  writeInput(type, record, changes, scene)
  scene.world.references.refresh(record)
  return record
}

/** The record of an id that was checked before. */
export function existing(type: string, id: unknown, scene: Scene): Row {
  const record = tableOf(scene, type)?.get(String(id))
  if (record === undefined) throw unchecked(type)
  return record
}
