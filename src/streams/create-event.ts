import { createHash } from 'node:crypto'
import type { EventType, StreamEvent } from './event.js'

/** What makes two events the same one. */
export interface EventIdentity {
  readonly source: string
  readonly stream: string
  readonly type: string
  readonly subject?: string
  /** What a repeat of the same fact has in common: a content hash, a due instant, an instant of emission. */
  readonly version: string
}

/** 22 characters that are the same whenever the same fact is told again: base64url of SHA-256, cut. */
export function eventId({ source, stream, type, subject, version }: EventIdentity): string {
  // As a JSON array, so that no two lists of texts run together to the same one.
  const text = JSON.stringify([source, stream, type, subject ?? null, version])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** An event before its constant members and id; `sequence` as a number. */
export type EventDraft<Type extends string> = Pick<
  StreamEvent<Type>,
  'data' | 'epoch' | 'origin' | 'source' | 'stream' | 'subject' | 'time' | 'type'
> & { readonly version: string; readonly sequence: number }

/**
 * Completes an event.
 *
 * @example
 * createEvent({
 *   source: 'superops/acme/msp', stream: 'tickets', type: 'ticket.removed', subject: '7', version: hash,
 *   time: '2026-01-02T03:04:05.000Z', epoch: 'k3f9', sequence: 1, origin: 'live', data,
 * })
 */
export function createEvent<Type extends EventType | (string & {})>(
  draft: EventDraft<Type>,
): StreamEvent<Type> {
  const { version, sequence, subject, data, stream, epoch, origin, source, type, time } = draft
  const about = subject === undefined ? {} : { subject }
  return {
    specversion: '1.0',
    id: eventId({ source, stream, type, ...about, version }),
    source,
    type,
    time,
    ...about,
    datacontenttype: 'application/json',
    data,
    stream,
    sequence: String(sequence),
    epoch,
    origin,
  }
}
