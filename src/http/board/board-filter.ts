import type { Snapshot } from '../../streams/snapshot.js'
import { isOf, type Owners, ownerParameters } from '../record-owner.js'
import { shortened } from './due-rows.js'

/** Whose tickets a board is about. */
export interface BoardFilter {
  readonly by: keyof Owners
  readonly id: string
  /** Null when no record tells it. */
  readonly name: string | null
}

const longestName = 40

/** What was asked for, with the names that the records give. */
export function filtersOf({ data }: Snapshot, owners: Owners): readonly BoardFilter[] {
  const { clients, technicians, tickets } = data
  const ticketOf = (by: keyof Owners, id: string) => tickets?.find(isOf('tickets', { [by]: id }))
  const named: Readonly<Record<keyof Owners, (id: string) => unknown>> = {
    client: (id) =>
      (clients?.find(({ accountId }) => accountId === id) ?? ticketOf('client', id)?.client)?.name,
    technician: (id) =>
      (technicians?.find(({ userId }) => userId === id) ?? ticketOf('technician', id)?.technician)?.name,
    techGroup: (id) => ticketOf('techGroup', id)?.techGroup?.name,
  }
  return ownerParameters.flatMap((by) => {
    const id = owners[by]
    return id === undefined ? [] : { by, id, name: shortened(named[by](id), longestName) }
  })
}
