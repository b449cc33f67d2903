import { tableOf } from '../queries/resolve-query.js'
import type { Resolver, Scene } from '../scene.js'
import { inputsOf } from './generic-mutations.js'
import type { Row } from './write-record.js'

type Kind = 'Ticket' | 'Client'
const keys: Readonly<Record<Kind, string>> = { Ticket: 'ticketId', Client: 'accountId' }

const trashOf = (kind: Kind, { world }: Scene): Map<string, unknown> =>
  world.trash[kind] as Map<string, unknown>

const ids = (kind: Kind, argument: unknown): Set<string> =>
  new Set(inputsOf(argument).map((entry) => String(entry[keys[kind]])))

const softDelete =
  (kind: Kind): Resolver =>
  (argument, scene) => {
    for (const id of ids(kind, argument)) {
      const record = tableOf(scene, kind)?.remove(id)
      if (record !== undefined) trashOf(kind, scene).set(id, record)
    }
    return true
  }

const restore =
  (kind: Kind): Resolver =>
  (argument, scene) => {
    const trash = trashOf(kind, scene)
    for (const id of ids(kind, argument)) {
      const record = trash.get(id)
      if (record === undefined) continue
      trash.delete(id)
      tableOf(scene, kind)?.add(record as Row)
    }
    return true
  }

const hardDelete =
  (kind: Kind): Resolver =>
  (argument, scene) => {
    for (const id of ids(kind, argument)) {
      tableOf(scene, kind)?.remove(id)
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
