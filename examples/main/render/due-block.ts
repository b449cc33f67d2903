import type { DueNext, DueRow } from '../report/due-next.js'
import type { Level } from '../report/report-ticket.js'
import type { Block } from './block.js'
import { cut, dash, left, plain, widthOf } from './cells.js'
import { duration } from './durations.js'
import { paint, type Style, type Tone } from './style.js'

const tones: Record<Level, Tone> = { late: 'late', critical: 'risk', atRisk: 'risk', none: 'plain' }
const ownerWidth = 16
const leastForOneLine = 72

export function dueBlock(due: DueNext, style: Style): Block {
  const chips = due.rows.map((row) => chipOf(row, style))
  const chipWidth = Math.max(0, ...chips.map(widthOf))
  const lines = due.rows.flatMap((row, at) => dueLines(row, left(chips[at] ?? '', chipWidth), style))
  if (due.moreLate > 0) lines.push(`  and ${due.moreLate} more late`)
  return {
    title: 'Late and due next',
    notes: due.rows.length === 0 ? [] : [`${due.rows.length} of ${due.onTheClock} on the clock`],
    lines: lines.length === 0 ? ['  nothing has a running clock'] : lines,
  }
}

/** Time left and, in words, what its colour says. */
function chipOf({ minutes, level }: DueRow, style: Style): string {
  const isLate = minutes < 0
  const tone = isLate ? 'late' : tones[level]
  const word = isLate ? ' late' : tone === 'risk' ? ' at risk' : ''
  return ` ${paint(style, tone, ` ${duration(Math.abs(minutes), style)}${word} `)}`
}

function dueLines(row: DueRow, chip: string, style: Style): string[] {
  const rank = row.rank === null ? '  ' : `P${row.rank}`
  const id = style.width >= 80 ? `  ${left(cut(plain(row.displayId, style), 11, style), 11)}` : ''
  const owner =
    row.owner === null ? paint(style, 'strong', 'no owner') : cut(plain(row.owner, style), ownerWidth, style)
  const head = `${chip} ${left(row.clock, 6)}${rank}${id}  `
  const client = row.client === null ? dash(style) : plain(row.client, style)
  if (style.width < leastForOneLine)
    return [
      `${head}${cut(owner, style.width - widthOf(head), style)}`,
      `    ${cut(client, style.width - 4, style)}`,
    ]
  const rest = style.width - widthOf(head) - 2 - ownerWidth
  const clientWidth = style.width < 110 ? rest : 20
  const named = `${head}${left(cut(client, clientWidth, style), clientWidth)}  `
  if (style.width < 110) return [`${named}${owner}`]
  const room = rest - clientWidth - 2
  return [`${named}${left(cut(plain(row.subject, style), room, style), room)}  ${owner}`]
}
