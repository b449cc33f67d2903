import type { Position } from '../streams/stream-feed.js'
import { HttpProblem } from './problem.js'

/** The form of a position in ids of events and in `since`. */
export const positionText = ({ epoch, sequence }: Position): string => `${epoch}:${sequence}`

/** @throws HttpProblem for what is no position. */
export function parsePosition(name: string, text: string): Position {
  // An epoch may hold a colon itself.
  const [, epoch = '', digits = ''] = /^(.{1,200}):(\d{1,16})$/.exec(text) ?? []
  const sequence = Number(digits)
  if (epoch === '' || !Number.isSafeInteger(sequence))
    throw new HttpProblem('bad_request', `${name}: expected epoch:sequence, as the id of an event`)
  return { epoch, sequence }
}
