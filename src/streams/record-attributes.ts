import { keyOfRow } from '../extract/entities.js'
import { departmentRecord } from '../metrics/department-records.js'
import type { EventAttributes } from './event.js'

/** What filters of subscriptions read of a record of either product: a department takes the place of a client. */
export function recordAttributes(entity: string, record: object): EventAttributes {
  const { collection, row } = departmentRecord(entity, record)
  const { client, technician, priority } = row as Readonly<Record<string, unknown>>
  const own = keyOfRow(collection, row) ?? null
  return {
    clientId: collection === 'clients' ? own : textIn(client, 'accountId'),
    technicianId: collection === 'technicians' ? own : textIn(technician, 'userId'),
    priority: typeof priority === 'string' ? priority : null,
  }
}

function textIn(reference: unknown, name: string): string | null {
  if (typeof reference !== 'object' || reference === null) return null
  const value: unknown = (reference as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : null
}
