import type { ReadTable } from '../report/read-table.js'
import type { Block } from './block.js'
import { dash } from './cells.js'
import type { Style } from './style.js'

type Draw = (style: Style) => Block

/** Makes a block tell what of its entities was not read to its end; a figure without any row is unknown, not 0. */
export const partOf =
  ({ entities }: ReadTable) =>
  (needed: readonly string[], draw: Draw): Draw =>
  (style) => {
    const lacking = entities.filter(({ entity, complete }) => !complete && needed.includes(entity))
    const incomplete = lacking.map(({ entity }) => entity)
    const unread = lacking.filter(({ rows }) => rows === 0)
    const block = draw(style)
    if (incomplete.length === 0) return block
    // Worklogs are in a column or two; without tickets there is no figure at all.
    const isNothingKnown = unread.some(({ entity }) => entity !== 'worklogs')
    if (!isNothingKnown) return { ...block, incomplete }
    return {
      ...block,
      notes: [],
      incomplete,
      lines: [`  ${dash(style)} ${unread.map(({ entity }) => entity).join(' and ')} not read`],
    }
  }
