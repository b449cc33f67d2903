import {
  type Field,
  fieldsOf,
  isObjectName,
  type ObjectName,
  type ScalarKind,
} from '@superhack/superops/entities'
import type { ExtractedEntity } from '@superhack/superops/extract'
import { parseTimestamp } from '@superhack/superops/metrics'

/** A column of a table of rows. */
export interface Column {
  /** Names on the way to the value, with dots: `client.accountId`. */
  readonly name: string
  readonly path: readonly string[]
  /** `json` also for lists, whose text it holds. */
  readonly kind: ScalarKind
}

/** What has a file of its own: entities, and the conversations of tickets. */
export type TableName = ExtractedEntity | 'conversations'

const rowTypes: Readonly<Record<ExtractedEntity, ObjectName>> = {
  tickets: 'Ticket',
  clients: 'Client',
  sites: 'ClientSite',
  clientUsers: 'ClientUser',
  technicians: 'Technician',
  technicianGroups: 'TechnicianGroup',
  worklogs: 'WorklogEntry',
  contracts: 'ClientContract',
  invoices: 'Invoice',
  serviceItems: 'ServiceItem',
  assets: 'Asset',
  alerts: 'Alert',
  tasks: 'Task',
}

export const entityNames = Object.keys(rowTypes) as readonly ExtractedEntity[]

export const textColumn = (name: string): Column => ({ name, path: [name], kind: 'text' })

/**
 * Columns of a table as the fields of its rows say, whatever they hold: objects are laid out, lists are not. The
 * first one is the key, as in every type of the schema.
 */
export function columnsOf(table: TableName): readonly Column[] {
  const type = table === 'conversations' ? 'TicketConversation' : rowTypes[table]
  const columns = fieldsOf(type).flatMap((field) => columnsBelow([], field))
  return table === 'conversations' ? [...columns, textColumn('ticketId')] : columns
}

/** Name of the field that tells rows of a table apart. */
export const keyOf = (table: TableName): string => columnsOf(table)[0]?.name ?? ''

function columnsBelow(above: readonly string[], field: Field, isLeaf = field.leaf): Column[] {
  const { kind, items, stub } = field
  const path = [...above, field.name]
  const name = path.join('.')
  if (items !== undefined) return [{ name, path, kind: 'json' }]
  // What SuperOps hides in a JSON value has no promised form: as text it fits any.
  if (!isObjectName(kind)) return [{ name, path, kind: isLeaf ? 'text' : (kind as ScalarKind) }]
  return fieldsOf(kind)
    .filter((inner) => stub === undefined || stub.includes(inner.name))
    .flatMap((inner) => columnsBelow(path, inner, isLeaf || inner.leaf))
}

/** A row as values of columns, in their order. */
export interface Cells {
  readonly cells: readonly unknown[]
  /** Values by their dotted name that have no place in a column, as a time that is none; null without any. */
  readonly doubtful: Readonly<Record<string, unknown>> | null
}

export function cellsOf(columns: readonly Column[], row: object): Cells {
  let doubtful: Record<string, unknown> | null = null
  const setApart = (name: string, value: unknown) => {
    doubtful ??= {}
    doubtful[name] = value
    return null
  }
  const cells = columns.map(({ name, path, kind }) => {
    let value: unknown = row
    for (const [depth, key] of path.entries()) {
      if (!isObject(value)) return setApart(path.slice(0, depth).join('.'), value)
      value = value[key] ?? null
      if (value === null) return null
    }
    return (fits[kind]?.(value) ?? true) ? value : setApart(name, value)
  })
  return { cells, doubtful }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every other kind is text, in which any value has a place. */
const fits: { readonly [Kind in ScalarKind]?: (value: unknown) => boolean } = {
  bool: (value) => typeof value === 'boolean',
  int: Number.isSafeInteger,
  instant: (value) => parseTimestamp(value) !== null,
}

/** A value as text that loses nothing: texts as they are, objects and lists as JSON. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
