import type { QualityLines } from '../report/quality-lines.js'
import type { Block } from './block.js'
import { cut, left, number, plain, right } from './cells.js'
import { paint, type Style, type Tone } from './style.js'

const tones: Readonly<Record<string, Tone>> = { critical: 'error', error: 'error', warning: 'warning' }
const leastForOneLine = 60

export function qualityBlock({ score, grade, lines, more }: QualityLines, style: Style): Block {
  const rows = lines.flatMap(({ ruleId, severity, failed, applicable, rule }) => {
    const head = `  ${paint(style, tones[severity] ?? 'plain', left(severity, 8))} ${left(ruleId, 6)} `
    const share = right(`${number(failed)} of ${number(applicable)}`, 14)
    const text = (room: number) => cut(plain(rule, style), room, style)
    return style.width < leastForOneLine
      ? [`${head}${share}`, `    ${text(style.width - 4)}`]
      : [`${head}${share}  ${text(style.width - 35)}`]
  })
  const rest = more === 0 ? [] : [paint(style, 'quiet', `  and ${number(more)} more`)]
  return {
    title: 'Data quality',
    notes: [score === null ? 'nothing to assess' : `${score.toFixed(2)} of 100, grade ${grade ?? ''}`],
    lines: rows.length === 0 ? ['  nothing found'] : [...rows, ...rest],
  }
}
