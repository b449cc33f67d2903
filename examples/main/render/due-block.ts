import type { DueNext, DueRow } from '../report/due-next.js'
import type { Level } from '../report/report-ticket.js'
import type { Block } from './block.js'
import { cut, dash, left, plain } from './cells.js'
import { duration } from './durations.js'
import { paint, type Style, type Tone } from './style.js'

const tones: Record<Level, Tone> = { late: 'late', critical: 'risk', atRisk: 'risk', none: 'plain' }

export function dueBlock(due: DueNext, style: Style): Block {
  const lines = due.rows.map((row) => dueLine(row, style))
  if (due.moreLate > 0) lines.push(`  and ${due.moreLate} more late`)
  return {
    title: 'Late and due next',
    note: due.rows.length === 0 ? '' : `${due.rows.length} of ${due.onTheClock} on the clock`,
    lines: lines.length === 0 ? ['  nothing has a running clock'] : lines,
  }
}

function dueLine(row: DueRow, style: Style): string {
  const late = row.minutes < 0
  const time = late ? `${duration(-row.minutes, style)} late` : duration(row.minutes, style)
  const tone = late ? 'late' : tones[row.level]
  const chip = left(paint(style, tone, ` ${time} `), 17)
  const rank = row.rank === null ? '  ' : `P${row.rank}`
  const id = style.width >= 80 ? `  ${left(cut(plain(row.displayId), 11, style), 11)}` : ''
  const owner = row.owner === null ? paint(style, 'strong', 'no owner') : cut(plain(row.owner), 16, style)
  const head = `${chip}${left(row.clock, 6)}${rank}${id}  `
  const used = 17 + 6 + 2 + (id === '' ? 0 : 13) + 2
  const client = row.client === null ? dash(style) : plain(row.client)
  if (style.width < 110) {
    const room = style.width - used - 18
    return `${head}${left(cut(client, room, style), room)}  ${owner}`
  }
  const room = style.width - used - 18 - 22
  const subject = left(cut(plain(row.subject), room, style), room)
  return `${head}${left(cut(client, 20, style), 20)}  ${subject}  ${owner}`
}
