import type { IssueLine } from '../report/issue-lines.js'
import type { Block } from './block.js'
import { cut, number, right } from './cells.js'
import { paint, type Style } from './style.js'

const most = 8

export function issuesBlock(issues: readonly IssueLine[], style: Style): Block {
  const total = issues.reduce((sum, { count }) => sum + count, 0)
  const lines = issues.slice(0, most).map(({ severity, entity, path, expected, count }) => {
    const word = severity === 'shape' ? 'set aside' : 'doubtful '
    const place = path === '' ? entity : `${entity}.${path}`
    const rest = cut(`${place} expected ${expected}`, style.width - 20, style)
    return `  ${paint(style, severity === 'shape' ? 'error' : 'warning', word)} ${right(number(count), 5)}  ${rest}`
  })
  if (issues.length > most) lines.push(`  and ${issues.length - most} more places`)
  if (lines.length === 0) lines.push('  every row fits the schema')
  return { title: 'Decode issues', notes: [total === 0 ? 'none' : number(total)], lines }
}
