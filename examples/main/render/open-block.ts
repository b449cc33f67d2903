import type { OpenTickets } from '../report/open-tickets.js'
import type { Block } from './block.js'
import { count, cut, left, number, plain, right, separator, widthOf } from './cells.js'
import { paint, type Style } from './style.js'
import { wrap } from './wrap.js'

/** Headings, and how many classes of age each column sums. */
const everyClass = [
  ['< 1', 1],
  ['1–3', 1],
  ['3–7', 1],
  ['7–14', 1],
  ['14–30', 1],
  ['30 +', 1],
] as const

/** Widths, by the columns that there are. */
const layouts = [
  {
    from: 66,
    name: 9,
    cell: 7,
    all: 7,
    late: 6,
    columns: everyClass,
  },
  {
    from: 58,
    name: 9,
    cell: 6,
    all: 6,
    late: 5,
    columns: everyClass,
  },
  {
    from: 0,
    name: 8,
    cell: 5,
    all: 5,
    late: 5,
    columns: [
      ['< 1', 1],
      ['1–7', 2],
      ['7–30', 2],
      ['30 +', 1],
    ],
  },
] as const

export function openBlock(open: OpenTickets, style: Style): Block {
  const layout = layouts.find(({ from }) => style.width >= from) ?? layouts[2]
  const row = (name: string, cells: readonly string[], all: string, late: string) =>
    `  ${left(name, layout.name)}${cells.map((cell) => right(cell, layout.cell)).join('')}${all}${late}`
  const names = layout.columns.map(([heading]) => plain(heading, style))
  const lines = open.priorities.map(({ priority, byAge, all, late }) => {
    const name = cut(priority === null ? 'None' : plain(priority, style), layout.name, style)
    const lateText =
      late === 0
        ? right(paint(style, 'quiet', count(0, style)), layout.late)
        : right(paint(style, 'late', ` ${count(late, style)}`), layout.late)
    let at = 0
    const cells = layout.columns.map(([, classes]) => {
      const value = byAge.slice(at, at + classes).reduce((sum, each) => sum + each, 0)
      at += classes
      return value === 0 ? paint(style, 'quiet', count(0, style)) : count(value, style)
    })
    return row(name, cells, paint(style, 'strong', right(count(all, style), layout.all)), lateText)
  })
  const label = 'by status'
  const indent = widthOf(label) + 2
  const statuses = open.statuses.map(
    ({ status, count: value }) =>
      `${cut(plain(status, style), style.width - indent - 10, style)} ${number(value)}`,
  )
  const byStatus = wrap(statuses, separator(style), style.width - 2 - indent).map(
    (line, at) => `  ${at === 0 ? paint(style, 'quiet', label) : ' '.repeat(widthOf(label))}  ${line}`,
  )
  return {
    title: 'Open by priority and age',
    notes: ['days'],
    lines:
      lines.length === 0
        ? ['  no open ticket']
        : [
            paint(style, 'quiet', row('', names, right('all', layout.all), right('late', layout.late))),
            ...lines,
            ...byStatus,
          ],
  }
}
