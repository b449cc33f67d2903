import type { QualityLines } from '../report/quality-lines.js'
import type { Block } from './block.js'
import { cut, left, number, right } from './cells.js'
import { paint, type Style, type Tone } from './style.js'

const tones: Readonly<Record<string, Tone>> = { critical: 'error', error: 'error', warning: 'warning' }

export function qualityBlock({ score, grade, lines, more }: QualityLines, style: Style): Block {
  const rows = lines.map(({ ruleId, severity, failed, applicable, rule }) => {
    const head = `  ${paint(style, tones[severity] ?? 'plain', left(severity, 8))} ${left(ruleId, 6)} `
    const share = right(`${number(failed)} of ${number(applicable)}`, 14)
    return `${head}${share}  ${cut(ascii(rule, style), style.width - 35, style)}`
  })
  const rest = more === 0 ? [] : [paint(style, 'quiet', `  and ${number(more)} more`)]
  return {
    title: 'Data quality',
    note: score === null ? 'nothing to assess' : `${score.toFixed(2)} of 100, grade ${grade ?? ''}`,
    lines: rows.length === 0 ? ['  nothing found'] : [...rows, ...rest],
  }
}

const signs: readonly (readonly [string, string])[] = [
  ['≥', '>='],
  ['≤', '<='],
  ['⇒', '=>'],
  ['≠', '!='],
]

/** Rules are written with signs that not every terminal has. */
function ascii(text: string, { utf8 }: Style): string {
  if (utf8) return text
  const spelt = signs.reduce((written, [sign, words]) => written.replaceAll(sign, words), text)
  return spelt.replace(/[^\x20-\x7e]/g, '-')
}
