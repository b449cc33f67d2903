import type { EntityReport } from '@superhack/superops/extract'
import type { ReadTable } from '../report/read-table.js'
import type { Block } from './block.js'
import { count, cut, left, number, right } from './cells.js'
import { paint, type Style } from './style.js'
import { wrap } from './wrap.js'

const plural = (value: number, one: string, many = `${one}s`) =>
  `${number(value)} ${value === 1 ? one : many}`

function remarks({ setAside, retries, complete, reason }: EntityReport): string[] {
  return [
    ...(complete ? [] : [`incomplete: ${reason ?? 'unknown'}`]),
    ...(setAside > 0 ? [`${plural(setAside, 'row')} set aside`] : []),
    ...(retries > 0 ? [plural(retries, 'retry', 'retries')] : []),
  ]
}

/** `isHalf`: beside another block, on a terminal that has room for every column. */
export function readBlock(read: ReadTable, style: Style, isHalf = false): Block {
  const wide = style.width >= 80 || isHalf
  const columns = (cells: readonly [string, string, string, string, string, string]) => {
    const [name, rows, pages, requests, seconds, rate] = cells
    const middle = wide ? `${right(pages, 7)}${right(requests, 10)}` : ''
    return `  ${left(name, 12)}${right(rows, 8)}${middle}${right(seconds, 9)}${right(rate, 8)}`
  }
  const lines = [paint(style, 'quiet', columns(['', 'rows', 'pages', 'requests', 'seconds', 'rows/s']))]
  const below: string[] = []
  for (const entity of read.entities) {
    const { rows, pages, requests, ms, rowsPerSecond } = entity
    const line = columns([
      entity.entity,
      count(rows, style),
      number(pages),
      number(requests),
      (ms / 1000).toFixed(2),
      number(rowsPerSecond),
    ])
    const parts = remarks(entity)
    const text = parts.join(', ')
    const tone = entity.complete ? 'plain' : 'warning'
    const room = style.width - line.length - 2
    if (text === '') lines.push(line)
    else if (room >= text.length) lines.push(`${line}  ${paint(style, tone, text)}`)
    else {
      lines.push(line)
      const told = parts.map((part, at) => (at === 0 ? `${entity.entity}: ${part}` : part))
      const folded = wrap(told, ', ', style.width - 4)
      below.push(
        ...folded.map((part, at) =>
          paint(style, tone, `${at === 0 ? '  ' : '    '}${cut(part, style.width - 4, style)}`),
        ),
      )
    }
  }
  return {
    title: 'Read',
    notes: [
      `${read.complete} of ${read.entities.length} complete`,
      plural(read.rows, 'row'),
      ...(style.width >= 70 ? [plural(read.requests, 'request')] : []),
      `${(read.ms / 1000).toFixed(1)} s`,
    ],
    lines: [...lines, ...below],
  }
}
