import stringWidth from 'string-width'
import type { Style } from './style.js'

export const widthOf = (text: string): number => stringWidth(text)

export const left = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))
export const right = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cuts to a number of columns; whole characters, with an ellipsis. */
export function cut(text: string, width: number, style: Style): string {
  if (widthOf(text) <= width) return text
  const end = style.utf8 ? '…' : '~'
  let out = ''
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(out + segment) > width - 1) break
    out += segment
  }
  return width > 0 ? out + end : ''
}

// Names and subjects are strangers' text: nothing in them may move the cursor or change colours.
const unprintable = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}/gu
export function plain(text: string, { utf8 }: Style): string {
  const line = text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim()
  if (utf8) return line
  const spelt = signs.reduce((written, [sign, words]) => written.replaceAll(sign, words), line)
  return spelt
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '?')
}

/** What letters without their accents cannot say. */
const signs: readonly (readonly [string, string])[] = [
  ['≥', '>='],
  ['≤', '<='],
  ['⇒', '=>'],
  ['≠', '!='],
  ['–', '-'],
  ['·', '-'],
  ['…', '~'],
]

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
/** `3 201`. */
export const number = (value: number): string => grouped.format(value).replaceAll(',', ' ')
/** Between remarks on one line. */
export const separator = (style: Style): string => (style.utf8 ? ' · ' : ' - ')
export const dot = (style: Style): string => (style.utf8 ? '·' : '.')
export const dash = (style: Style): string => (style.utf8 ? '–' : '-')
/** A count, with a dot for 0. */
export const count = (value: number, style: Style): string => (value === 0 ? dot(style) : number(value))
/** The same, with a dash for what is unknown. */
export const countOrDash = (value: number | null, style: Style): string =>
  value === null ? dash(style) : count(Math.round(value), style)
export const percent = (value: number | null, style: Style): string =>
  value === null ? dash(style) : `${(value * 100).toFixed(1)} %`

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar of at most `width` columns for `value` of `most`. */
export function bar(value: number, most: number, width: number, style: Style): string {
  if (value <= 0 || most <= 0) return ''
  const steps = Math.max(1, Math.round((value / most) * width * 8))
  return style.utf8
    ? '█'.repeat(Math.floor(steps / 8)) + (eighths[steps % 8] ?? '')
    : '#'.repeat(Math.max(1, Math.round(steps / 8)))
}
