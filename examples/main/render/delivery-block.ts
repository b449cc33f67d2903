import type { DeliveryLine } from '../report/delivery-lines.js'
import type { Block } from './block.js'
import { countOrDash, percent } from './cells.js'
import type { Style } from './style.js'
import { tableLines } from './table.js'

export function deliveryBlock(weeks: readonly DeliveryLine[], style: Style): Block {
  const table = tableLines(
    weeks,
    ({ bucket }) => bucket,
    [
      { heading: 'in', width: 6, cell: ({ created }) => countOrDash(created, style) },
      { heading: 'done', width: 6, cell: ({ resolved }) => countOrDash(resolved, style) },
      { heading: 'backlog', width: 9, cell: ({ backlog }) => countOrDash(backlog, style) },
      { heading: 'hours', width: 7, from: 58, cell: ({ worklogHours }) => countOrDash(worklogHours, style) },
      {
        heading: 'answered',
        width: 10,
        from: 58,
        cell: ({ firstResponseSlaComplianceRatio }) => percent(firstResponseSlaComplianceRatio, style),
      },
      {
        heading: 'in time',
        width: 9,
        cell: ({ resolutionSlaComplianceRatio }) => percent(resolutionSlaComplianceRatio, style),
      },
    ],
    style,
  )
  return {
    title: 'Service delivery',
    notes: ['by week', 'the last one running'],
    lines: weeks.length === 0 ? ['  no week'] : table,
  }
}
