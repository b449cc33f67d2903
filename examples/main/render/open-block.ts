import type { OpenTickets } from '../report/open-tickets.js'
import type { Block } from './block.js'
import { count, cut, left, number, plain, right } from './cells.js'
import { paint, type Style } from './style.js'
import { wrap } from './wrap.js'

const headings = ['< 1', '1-3', '3-7', '7-14', '14-30', '30 +']

export function openBlock(open: OpenTickets, style: Style): Block {
  const row = (name: string, cells: readonly string[], all: string, late: string) =>
    `  ${left(name, 9)}${cells.map((cell) => right(cell, 6)).join('')}${all}${late}`
  const names = style.utf8 ? headings.map((heading) => heading.replace('-', '–')) : headings
  const lines = open.priorities.map(({ priority, byAge, all, late }) => {
    const name = cut(priority === null ? 'None' : plain(priority), 9, style)
    const lateText =
      late === 0 ? right(count(0, style), 5) : `  ${paint(style, 'late', right(count(late, style), 3))}`
    return row(
      name,
      byAge.map((value) => count(value, style)),
      paint(style, 'strong', right(count(all, style), 6)),
      lateText,
    )
  })
  const separator = style.utf8 ? ' · ' : ' - '
  const statuses = open.statuses.map(
    ({ status, count: value }) => `${cut(plain(status), style.width - 10, style)} ${number(value)}`,
  )
  return {
    title: 'Open by priority and age',
    note: 'days',
    lines:
      lines.length === 0
        ? ['  no open ticket']
        : [
            paint(style, 'quiet', row('', names, right('all', 6), right('late', 5))),
            ...lines,
            ...wrap(statuses, separator, style.width - 2).map((line) => `  ${line}`),
          ],
  }
}
