import { left, widthOf } from './cells.js'
import { paint, type Style } from './style.js'

/** A heading with a rule and a remark at its end, and lines below. */
export interface Block {
  readonly title: string
  readonly note: string
  readonly lines: readonly string[]
}

export function blockLines({ title, note, lines }: Block, style: Style): string[] {
  const rest = style.width - widthOf(title) - widthOf(note) - (note === '' ? 1 : 2)
  const rule = (style.utf8 ? '─' : '-').repeat(Math.max(2, rest))
  const end = note === '' ? '' : ` ${paint(style, 'quiet', note)}`
  return [`${paint(style, 'strong', title)} ${paint(style, 'quiet', rule)}${end}`, ...lines]
}

const gapOf = (width: number) => (width < 120 ? 2 : 3)
export const columnWidth = (width: number): number => Math.floor((width - gapOf(width)) / 2)

/** Two blocks beside each other, each of `columnWidth`. */
export function besides(
  leftLines: readonly string[],
  rightLines: readonly string[],
  width: number,
): string[] {
  return Array.from({ length: Math.max(leftLines.length, rightLines.length) }, (_, at) =>
    `${left(leftLines[at] ?? '', columnWidth(width))}${' '.repeat(gapOf(width))}${rightLines[at] ?? ''}`.trimEnd(),
  )
}
