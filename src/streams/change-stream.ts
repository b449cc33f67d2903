import { type ExtractedEntity, entityNames, keyOfRow } from '../extract/entities.js'
import { oneOf } from '../option-checks.js'
import type { Changes, EventAttributes } from './event.js'
import type { Draft } from './publisher.js'
import type { RecordChange } from './record-changes.js'
import { recordVersion } from './record-version.js'
import { fieldChanges } from './ticket-events.js'

/** What an event of a {@link changeStream} carries. */
export interface RecordEventData extends EventAttributes {
  /** Of a removed record what was last known. */
  readonly record: Readonly<Record<string, unknown>>
  /** Of an update; else empty. */
  readonly changes: Changes
}

/** A stream beside the five of a manager, made of the changes of one entity. */
export interface AddedStream<Name extends string = string> {
  readonly name: Name
  readonly entity: ExtractedEntity
  /** The events of one change, in the order in which they are told. */
  draftsOf(change: RecordChange): readonly Draft[]
}

/**
 * Changes of an entity as a stream of its name: `client.created`, `client.updated`, `client.removed` and
 * `client.restored` for `clients`; types of other entities likewise, in the singular and with hyphens.
 *
 * @throws TypeError for an entity that cannot be extracted
 * @example
 * const streams = new StreamManager({ client: superops }).add(changeStream('clients'))
 * streams.on('clients', (event) => console.log(event.type, event.subject))
 */
export function changeStream<Name extends ExtractedEntity>(entity: Name): AddedStream<Name> {
  oneOf('entity', entity, entityNames)
  const kind = entity.replace(/s$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return {
    name: entity,
    entity,
    draftsOf({ id, before, after, isRestored }) {
      const record = after ?? before
      if (record === undefined) return []
      const what =
        after === undefined
          ? 'removed'
          : isRestored
            ? 'restored'
            : before === undefined
              ? 'created'
              : 'updated'
      const changes = before === undefined || after === undefined ? {} : fieldChanges(before, after)
      const data: RecordEventData = { ...attributesOf(entity, record), record, changes }
      const version = recordVersion(after ?? { removed: before })
      return [{ stream: entity, type: `${kind}.${what}`, subject: id, version, data }]
    },
  }
}

function attributesOf(entity: ExtractedEntity, record: Readonly<Record<string, unknown>>): EventAttributes {
  const { client, technician, priority } = record
  const own = keyOfRow(entity, record) ?? null
  return {
    clientId: entity === 'clients' ? own : textIn(client, 'accountId'),
    technicianId: entity === 'technicians' ? own : textIn(technician, 'userId'),
    priority: typeof priority === 'string' ? priority : null,
  }
}

function textIn(reference: unknown, name: string): string | null {
  if (typeof reference !== 'object' || reference === null) return null
  const value: unknown = (reference as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : null
}
