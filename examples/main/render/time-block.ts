import type { TimeToResolution } from '../report/time-to-resolution.js'
import { type Block, fitsHeading } from './block.js'
import { bar, count, left, number, right } from './cells.js'
import { duration } from './durations.js'
import { paint, type Style } from './style.js'
import { wrap } from './wrap.js'

const markWidth = 11

export function timeBlock(time: TimeToResolution, style: Style): Block {
  const most = Math.max(...time.buckets.map((bucket) => bucket.count))
  const room = style.width - 20 - markWidth
  const lines = time.buckets.map((bucket) => {
    const drawn = paint(style, 'bar', bar(bucket.count, most, room, style))
    const mark = bucket.mark === null ? '' : ` ${paint(style, 'quiet', bucket.mark)}`
    return `  ${left(bucket.label, 11)}${right(count(bucket.count, style), 5)}  ${drawn}${mark}`.trimEnd()
  })
  const title = 'Time to resolution'
  const resolved = `${number(time.count)} resolved`
  if (time.count === 0) return { title, notes: [resolved], lines: ['  nothing was resolved in 30 days'] }
  const half = `half within ${duration(time.medianMinutes, style)}`
  const most90 = `90 % within ${duration(time.p90Minutes, style)}`
  const notes = [resolved, half, most90]
  return fitsHeading(title, notes, style)
    ? { title, notes, lines }
    : {
        title,
        notes: [resolved],
        lines: [...lines, ...wrap([`${half},`, most90], ' ', style.width - 2).map((line) => `  ${line}`)],
      }
}
