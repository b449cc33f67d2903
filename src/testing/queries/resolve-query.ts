import { ClientFailure, InternalFailure } from '../errors/operation-failure.js'
import type { Input, Resolver, Scene } from '../scene.js'
import type { OperationFacts } from '../schema-model.js'
import type { Table } from '../world/table.js'
import type { ListInfoInput } from './lists.js'
import { assetPatchStatus, assetSummary, isField, sources, ticketNotes } from './sources.js'

type AnyTable = Table<Record<string, unknown>>

/** Table of a type by its name; undefined for types that are not stored. */
export const tableOf = (scene: Scene, type: string): AnyTable | undefined =>
  (scene.world.tables as unknown as Record<string, AnyTable | undefined>)[type]

/** An argument as an object: lists and plain values travel as `value`. */
const inputOf = (argument: unknown): Input =>
  typeof argument === 'object' && argument !== null && !Array.isArray(argument)
    ? (argument as Input)
    : { value: argument }

/** Queries that are neither a list nor one stored record. */
const others: Readonly<Record<string, Resolver>> = {
  getAssetPatchStatus: (argument, scene) => assetPatchStatus(inputOf(argument), scene),
  getAssetSummary: (argument, scene) => assetSummary(inputOf(argument), scene),
  getClientCustomField: (argument, scene) => customField(argument, scene, 'ClientCustomField'),
  getField: (argument, { world }) => {
    const field = world.tables.Field.rows.find((row) => isField(row, inputOf(argument)))
    if (field === undefined) throw new ClientFailure('entity_does_not_exist')
    return field
  },
  getTicketNoteList: (argument, scene) => {
    const notes = ticketNotes(inputOf(argument), scene)
    return notes.length === 0 && !scene.quirks.emptyNoteList ? null : notes
  },
  getTicketCustomField: (argument, scene) => customField(argument, scene, 'TicketCustomField'),
}

function customField(
  argument: unknown,
  { world }: Scene,
  table: 'ClientCustomField' | 'TicketCustomField',
): unknown {
  const field = world.tables[table].get(String(inputOf(argument).fieldId))
  if (field === undefined) throw new ClientFailure('entity_does_not_exist')
  return field
}

const rowsOf = (operation: OperationFacts, type: string, input: Input, scene: Scene): readonly object[] =>
  sources[operation.name]?.(input, scene) ?? tableOf(scene, type)?.rows ?? []

/** Nothing is known of other sorts of assets; this one was rejected live. */
function refuseSort(operation: OperationFacts, info: ListInfoInput | null | undefined, scene: Scene): void {
  const isRefused = info?.sort?.some((rule) => rule?.attribute?.toLowerCase() === 'lastcommunicatedtime')
  if (isRefused === true && operation.name === 'getAssetList' && scene.quirks.assetSortFails)
    throw new InternalFailure('assets cannot be sorted by lastCommunicatedTime')
}

const newestFirst = [{ attribute: 'createdTime', order: 'DESC' }]

function pagedList(operation: OperationFacts): Resolver {
  const rowsField = operation.model.fields(operation.result.type).find((field) => field.name !== 'listInfo')
  if (rowsField === undefined) throw new Error(`${operation.result.type} has no rows`)
  const { name, type } = rowsField
  const infoOnTop = operation.argument?.type === 'ListInfoInput'
  return (argument, scene) => {
    const input = inputOf(argument)
    const info = (infoOnTop ? argument : input.listInfo) as ListInfoInput | null | undefined
    refuseSort(operation, info, scene)
    const { listInfo: _, ...narrowing } = infoOnTop ? { listInfo: null } : input
    const unsorted = operation.name !== 'getTicketList' || scene.quirks.unsortedTicketOrder
    const source = `${operation.name} ${JSON.stringify(narrowing)}`
    // Rows picked from others are picked once for all pages.
    const all = scene.lists.kept(source, () => rowsOf(operation, type, narrowing, scene))
    const { rows, listInfo } = scene.lists.page(
      { name: source, type, rows: all, order: unsorted ? undefined : newestFirst },
      info,
    )
    return { [name]: rows, listInfo }
  }
}

function oneRecord(operation: OperationFacts): Resolver {
  const { type } = operation.result
  return (argument, scene) => {
    // An identifier input has one field, whatever its name.
    const [id] = Object.values(inputOf(argument))
    const record = tableOf(scene, type)?.get(String(id))
    if (record === undefined) throw new ClientFailure('entity_does_not_exist')
    return record
  }
}

/** The resolver of a query, chosen by the shape of its answer. */
export function queryResolver(operation: OperationFacts): Resolver {
  const { result, name } = operation
  const other = others[name]
  if (other !== undefined) return other
  if (result.list) return (argument, scene) => rowsOf(operation, result.type, inputOf(argument), scene)
  if (operation.model.field(result.type, 'listInfo') !== undefined) return pagedList(operation)
  return oneRecord(operation)
}
