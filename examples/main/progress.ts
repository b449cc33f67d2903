import type { Environment } from '@superhack/superops'
import type { ExtractedEntity, Progress } from '@superhack/superops/extract'
import { createLogUpdate } from 'log-update'
import { bar, left, number, right } from './render/cells.js'
import { paint, type Style } from './render/style.js'
import type { Output } from './terminal.js'

export interface ProgressView {
  show(progress: Progress): void
  /** Takes the bars away; the report's own table replaces them. */
  end(): void
}

const fullBar = 24
/** For a terminal that has no room for the requests either. */
const shortBar = 6
const leastForRequests = 72

/** One bar per entity, drawn over itself. */
export function progressBars(
  entities: readonly ExtractedEntity[],
  stream: NodeJS.WriteStream,
  style: Style,
): ProgressView {
  const log = createLogUpdate(stream)
  const states = new Map<ExtractedEntity, Progress>()
  const hasRoom = style.width >= leastForRequests
  const barWidth = hasRoom ? fullBar : shortBar
  const line = (entity: ExtractedEntity) => {
    const state = states.get(entity)
    const total = state?.totalCount ?? null
    const rows = state?.rows ?? 0
    const share = state?.done
      ? barWidth
      : total === null || total === 0
        ? 0
        : Math.min(barWidth, (rows / total) * barWidth)
    const drawn = left(bar(share, barWidth, barWidth, style), barWidth)
    const of = total === null || state?.done ? '' : ` of ${number(total)}`
    const requests = state === undefined || !hasRoom ? '' : `, ${requestsIn(state)}`
    return `  ${left(entity, 14)}${paint(style, 'bar', drawn)} ${right(number(rows), 7)}${of}${requests}`
  }
  let end = ''
  const draw = () => log([...entities.map(line), end].join('\n'))
  draw()
  return {
    show: (progress) => {
      states.set(progress.entity, progress)
      end = paint(style, 'quiet', `  ${endsAt(progress)}`)
      draw()
    },
    end: () => log.clear(),
  }
}

const requestsIn = ({ requests }: Progress) =>
  `${number(requests)} ${requests === 1 ? 'request' : 'requests'}`

const endsAt = ({ expectedEnd }: Progress) =>
  expectedEnd === null ? '' : `ends about ${expectedEnd.slice(11, 16)} UTC`

const lineEveryMs = 5_000

/** A line when an entity is done, and how far a long one is, for output that is no terminal. */
export function progressLines(stream: Output): ProgressView {
  const started = Date.now()
  const told = new Map<ExtractedEntity, number>()
  return {
    show: (progress) => {
      const { entity, rows, totalCount, done } = progress
      // Without any answer there is nothing to tell but the failure, which is told at the end.
      if (done && progress.requests === 0) return
      if (done) stream.write(`read ${entity}: ${number(rows)} rows, ${requestsIn(progress)}\n`)
      else if (
        totalCount !== null &&
        rows < totalCount &&
        Date.now() - (told.get(entity) ?? started) >= lineEveryMs
      ) {
        told.set(entity, Date.now())
        const end = endsAt(progress)
        const parts = [
          `${number(rows)} of ${number(totalCount)} rows`,
          requestsIn(progress),
          ...(end ? [end] : []),
        ]
        stream.write(`reading ${entity}: ${parts.join(', ')}\n`)
      }
    },
    end: () => {},
  }
}

/** What fits the standard output: a terminal that cannot move its cursor gets lines. */
export const progressView = (
  entities: readonly ExtractedEntity[],
  stdout: Output,
  style: Style,
  { TERM }: Environment,
): ProgressView =>
  stdout === process.stdout && process.stdout.isTTY && TERM !== 'dumb'
    ? progressBars(entities, process.stdout, style)
    : progressLines(stdout)

export const noProgress: ProgressView = { show: () => {}, end: () => {} }
