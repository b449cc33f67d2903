import { ClientFailure } from '../errors/operation-failure.js'
import { tableOf } from '../queries/resolve-query.js'
import type { Input, Resolver, Scene } from '../scene.js'
import type { Row } from './write-record.js'

type Kind = 'Ticket' | 'Client'
const keys: Readonly<Record<Kind, string>> = { Ticket: 'ticketId', Client: 'accountId' }

const trashOf = (kind: Kind, { world }: Scene): Map<string, unknown> =>
  world.trash[kind] as Map<string, unknown>

function ids(kind: Kind, argument: unknown): string[] {
  const list = Array.isArray(argument) ? (argument as readonly (Input | null)[]) : []
  return list.flatMap((entry) => (entry === null ? [] : [String(entry[keys[kind]])]))
}

/** All of a list or nothing: an unknown id is told with its place, counted from 1 as in the vendor's article. */
function requireKnown(list: readonly string[], isKnown: (id: string) => boolean): void {
  const missing = list.findIndex((id) => !isKnown(id))
  if (missing >= 0) throw new ClientFailure('entity_does_not_exist', { index: missing + 1 })
}

const softDelete =
  (kind: Kind): Resolver =>
  (argument, scene) => {
    const list = ids(kind, argument)
    const table = tableOf(scene, kind)
    requireKnown(list, (id) => table?.get(id) !== undefined)
    for (const id of list) trashOf(kind, scene).set(id, table?.remove(id))
    return true
  }

const restore =
  (kind: Kind): Resolver =>
  (argument, scene) => {
    const list = ids(kind, argument)
    const table = tableOf(scene, kind)
    const trash = trashOf(kind, scene)
    requireKnown(list, (id) => trash.has(id) || table?.get(id) !== undefined)
    for (const id of list) {
      const record = trash.get(id)
      if (record === undefined) continue
      trash.delete(id)
      table?.add(record as Row)
    }
    return true
  }

const hardDelete =
  (kind: Kind): Resolver =>
  (argument, scene) => {
    const list = ids(kind, argument)
    const table = tableOf(scene, kind)
    requireKnown(list, (id) => trashOf(kind, scene).has(id) || table?.get(id) !== undefined)
    for (const id of list) {
      table?.remove(id)
      trashOf(kind, scene).delete(id)
      if (kind === 'Ticket') {
        scene.world.conversations.delete(id)
        scene.world.notes.delete(id)
      }
    }
    return true
  }

export const trashMutations: Readonly<Record<string, Resolver>> = {
  hardDeleteClients: hardDelete('Client'),
  hardDeleteTickets: hardDelete('Ticket'),
  restoreClients: restore('Client'),
  restoreTickets: restore('Ticket'),
  softDeleteClients: softDelete('Client'),
  softDeleteTickets: softDelete('Ticket'),
}
