import type { TechnicianLine } from '../report/technician-lines.js'
import type { Block } from './block.js'
import { countOrDash, percent, plain } from './cells.js'
import type { Style } from './style.js'
import { tableLines } from './table.js'

export function techniciansBlock(technicians: readonly TechnicianLine[], style: Style): Block {
  const table = tableLines(
    technicians,
    ({ name }) => plain(name, style),
    [
      { heading: 'open', width: 6, cell: ({ open }) => countOrDash(open, style) },
      { heading: 'done', width: 6, cell: ({ resolved }) => countOrDash(resolved, style) },
      { heading: 'hours', width: 8, from: 58, cell: ({ worklogHours }) => countOrDash(worklogHours, style) },
      {
        heading: 'billable',
        width: 10,
        from: 58,
        cell: ({ billableRatio }) => percent(billableRatio, style),
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
    title: 'Technicians',
    notes: ['by name'],
    lines: technicians.length === 0 ? ['  no technician'] : table,
  }
}
