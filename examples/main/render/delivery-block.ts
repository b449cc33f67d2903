import type { DeliveryLine } from '../report/delivery-lines.js'
import type { Block } from './block.js'
import { countOrDash, left, percent, right } from './cells.js'
import { paint, type Style } from './style.js'

export function deliveryBlock(weeks: readonly DeliveryLine[], style: Style): Block {
  const row = (name: string, cells: readonly string[]) => {
    const [created = '', resolved = '', backlog = '', hours = '', answered = '', fixed = ''] = cells
    return `  ${left(name, 10)}${right(created, 6)}${right(resolved, 6)}${right(backlog, 8)}${right(hours, 7)}${right(answered, 10)}${right(fixed, 9)}`
  }
  return {
    title: 'Service delivery',
    note: 'by week, the last one running',
    lines:
      weeks.length === 0
        ? ['  no week']
        : [
            paint(style, 'quiet', row('', ['in', 'done', 'backlog', 'hours', 'answered', 'in time'])),
            ...weeks.map((week) =>
              row(week.bucket, [
                countOrDash(week.created, style),
                countOrDash(week.resolved, style),
                countOrDash(week.backlog, style),
                countOrDash(week.worklogHours, style),
                percent(week.firstResponseSlaComplianceRatio, style),
                percent(week.resolutionSlaComplianceRatio, style),
              ]),
            ),
          ],
  }
}
