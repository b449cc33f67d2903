import { cut, left, separator, widthOf } from './cells.js'
import { paint, type Style } from './style.js'

/** A heading with a rule and remarks at its end, and lines below. */
export interface Block {
  readonly title: string
  /** The most telling first: those at the end are left out where there is no room. */
  readonly notes: readonly string[]
  readonly lines: readonly string[]
  /** What was not read to its end of what the lines are about. */
  readonly incomplete?: readonly string[]
}

const leastRule = 1

export function blockLines({ title, notes, lines, incomplete = [] }: Block, style: Style): string[] {
  const room = style.width - widthOf(title) - leastRule - 2
  const warning = incomplete.length === 0 ? '' : cut(`incomplete: ${incomplete.join(', ')}`, room, style)
  const beside = warning === '' ? 0 : widthOf(warning) + 2
  const note = noteIn(room - beside, warning === '' ? notes : ['', ...notes], style)
  const said = [
    ...(warning === '' ? [] : [paint(style, 'warning', warning)]),
    ...(note === '' ? [] : [paint(style, 'quiet', note)]),
  ].join('  ')
  const rest = style.width - widthOf(title) - 1 - (said === '' ? 0 : 1 + widthOf(said))
  const rule = (style.utf8 ? '─' : '-').repeat(rest)
  const end = said === '' ? '' : ` ${said}`
  return [`${paint(style, 'strong', title)} ${paint(style, 'quiet', rule)}${end}`, ...lines]
}

/** Whether all notes have room beside the title. */
export const fitsHeading = (title: string, notes: readonly string[], style: Style): boolean =>
  widthOf(title) + leastRule + 2 + widthOf(notes.join(separator(style))) <= style.width

/** As many notes as there is room for; of the first at least its beginning. */
function noteIn(room: number, [first = '', ...more]: readonly string[], style: Style): string {
  let note = cut(first, room, style)
  for (const next of more) {
    const longer = note === '' ? next : `${note}${separator(style)}${next}`
    if (widthOf(longer) > room) break
    note = longer
  }
  return note
}

const gapOf = (width: number) => (width < 120 ? 2 : 3)

/** Two blocks beside each other that fill the width. */
export function besides(one: (at: Style) => Block, other: (at: Style) => Block, style: Style): string[] {
  const gap = gapOf(style.width)
  const width = Math.floor((style.width - gap) / 2)
  const drawn = (block: typeof one, at: Style) => blockLines(block(at), at)
  const leftLines = drawn(one, { ...style, width })
  const rightLines = drawn(other, { ...style, width: style.width - gap - width })
  return Array.from({ length: Math.max(leftLines.length, rightLines.length) }, (_, at) =>
    `${left(leftLines[at] ?? '', width)}${' '.repeat(gap)}${rightLines[at] ?? ''}`.trimEnd(),
  )
}
