import type { ExtractedEntity, Progress } from '@superhack/superops/extract'
import { createLogUpdate } from 'log-update'
import { bar, left, number, right } from './render/cells.js'
import { paint, type Style } from './render/style.js'

export interface ProgressView {
  show(progress: Progress): void
  /** Takes the bars away; the report's own table replaces them. */
  end(): void
}

const barWidth = 24

/** One bar per entity, drawn over itself. */
export function progressBars(
  entities: readonly ExtractedEntity[],
  stream: NodeJS.WriteStream,
  style: Style,
): ProgressView {
  const log = createLogUpdate(stream)
  const states = new Map<ExtractedEntity, Progress>()
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
    return `  ${left(entity, 14)}${paint(style, 'bar', drawn)} ${right(number(rows), 7)}${of}`
  }
  const draw = () => log(entities.map(line).join('\n'))
  draw()
  return {
    show: (progress) => {
      states.set(progress.entity, progress)
      draw()
    },
    end: () => log.clear(),
  }
}

/** A line when an entity is done, for output that is no terminal. */
export function progressLines(stream: NodeJS.WritableStream): ProgressView {
  return {
    show: ({ entity, rows, requests, done }) => {
      if (done)
        stream.write(
          `read ${entity}: ${number(rows)} rows, ${requests} ${requests === 1 ? 'request' : 'requests'}\n`,
        )
    },
    end: () => {},
  }
}

export const noProgress: ProgressView = { show: () => {}, end: () => {} }
