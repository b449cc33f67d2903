import type { TimeToResolution } from '../report/time-to-resolution.js'
import type { Block } from './block.js'
import { bar, count, left, number, right } from './cells.js'
import { duration } from './durations.js'
import { paint, type Style } from './style.js'

const markWidth = 11

export function timeBlock(time: TimeToResolution, style: Style): Block {
  const most = Math.max(...time.buckets.map((bucket) => bucket.count))
  const room = style.width - 20 - markWidth
  const lines = time.buckets.map((bucket) => {
    const drawn = paint(style, 'bar', bar(bucket.count, most, room, style))
    const mark = bucket.mark === null ? '' : ` ${paint(style, 'quiet', bucket.mark)}`
    return `  ${left(bucket.label, 11)}${right(count(bucket.count, style), 5)}  ${drawn}${mark}`.trimEnd()
  })
  const spread = `half within ${duration(time.medianMinutes, style)}, 90 % within ${duration(time.p90Minutes, style)}`
  return {
    title: 'Time to resolution',
    note: `${number(time.count)} resolved`,
    lines: time.count === 0 ? ['  nothing was resolved in 30 days'] : [...lines, `  ${spread}`],
  }
}
