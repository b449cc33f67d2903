import {
  type Field,
  fieldsOf,
  isObjectName,
  type ObjectName,
  type ScalarKind,
} from '@superhack/superops/entities'
import type { ExtractedEntity } from '@superhack/superops/extract'

/** A column of a table of rows. */
export interface Column {
  /** Names on the way to the value, with dots: `client.accountId`. */
  readonly name: string
  readonly path: readonly string[]
  /** `json` also for lists, whose text it holds. */
  readonly kind: ScalarKind
}

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

/** Columns of an entity as its fields say, whatever the rows hold: objects are laid out, lists are not. */
export const columnsOf = (entity: ExtractedEntity): readonly Column[] =>
  fieldsOf(rowTypes[entity]).flatMap((field) => columnsBelow([], field))

function columnsBelow(above: readonly string[], field: Field, isLeaf = field.leaf): Column[] {
  const { kind, items, stub } = field
  const path = [...above, field.name]
  const name = path.join('.')
  if (items !== undefined) return [{ name, path, kind: 'json' }]
  // What SuperOps hides in a JSON value has no promised form: as text it fits any.
  if (!isObjectName(kind)) return [{ name, path, kind: isLeaf ? 'text' : kind }]
  return fieldsOf(kind)
    .filter((inner) => stub === undefined || stub.includes(inner.name))
    .flatMap((inner) => columnsBelow(path, inner, isLeaf || inner.leaf))
}

/** The value of a column in a row; null when it, or an object on the way, is not there. */
export function valueAt(row: object, path: readonly string[]): unknown {
  let value: unknown = row
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return null
    value = (value as Readonly<Record<string, unknown>>)[name]
  }
  return value ?? null
}

/** A value as text that loses nothing: texts as they are, objects and lists as JSON. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
