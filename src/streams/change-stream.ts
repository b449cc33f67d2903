import { type ExtractedEntity, entityNames } from '../extract/entities.js'
import type { ItExtractedEntity } from '../extract/it-extractor.js'
import { oneOf } from '../option-checks.js'
import type { Changes, EventAttributes } from './event.js'
import type { Draft } from './publisher.js'
import { recordAttributes } from './record-attributes.js'
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
  readonly entity: ExtractedEntity | ItExtractedEntity
  /** The events of one change, in the order in which they are told. */
  draftsOf(change: RecordChange): readonly Draft[]
}

/**
 * Changes of an entity as a stream of its name: `client.created`, `client.updated`, `client.removed` and
 * `client.restored` for `clients`; types of other entities likewise, in the singular and with hyphens: `department.created` on the IT surface.
 *
 * @throws TypeError for an entity that cannot be extracted
 * @example
 * const streams = new StreamManager({ client: superops }).add(changeStream('clients'))
 * streams.on('clients', (event) => console.log(event.type, event.subject))
 */
export function changeStream<Name extends ExtractedEntity | ItExtractedEntity>(
  entity: Name,
): AddedStream<Name> {
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
      const data: RecordEventData = { ...recordAttributes(entity, record), record, changes }
      const version = recordVersion(after ?? { removed: before })
      return [{ stream: entity, type: `${kind}.${what}`, subject: id, version, data }]
    },
  }
}
