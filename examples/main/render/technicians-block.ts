import type { TechnicianLine } from '../report/technician-lines.js'
import type { Block } from './block.js'
import { countOrDash, cut, left, percent, plain, right } from './cells.js'
import { paint, type Style } from './style.js'

const columnsWidth = 6 + 6 + 8 + 10 + 9

export function techniciansBlock(technicians: readonly TechnicianLine[], style: Style): Block {
  const nameWidth = Math.min(30, style.width - 2 - columnsWidth)
  const row = (name: string, cells: readonly string[]) => {
    const [open = '', done = '', hours = '', billable = '', met = ''] = cells
    return `  ${left(name, nameWidth)}${right(open, 6)}${right(done, 6)}${right(hours, 8)}${right(billable, 10)}${right(met, 9)}`
  }
  return {
    title: 'Technicians',
    note: 'by name',
    lines:
      technicians.length === 0
        ? ['  no technician']
        : [
            paint(style, 'quiet', row('', ['open', 'done', 'hours', 'billable', 'in time'])),
            ...technicians.map((line) =>
              row(cut(plain(line.name), nameWidth, style), [
                countOrDash(line.open, style),
                countOrDash(line.resolved, style),
                countOrDash(line.worklogHours, style),
                percent(line.billableRatio, style),
                percent(line.resolutionSlaComplianceRatio, style),
              ]),
            ),
          ],
  }
}
