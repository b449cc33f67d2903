import type { SlaClockCounts } from '@superhack/superops/metrics'
import type { ReportModel } from '../report/report-model.js'
import type { Block } from './block.js'
import { count, left, percent, right } from './cells.js'
import { paint, type Style } from './style.js'

export function slaBlock({ target, firstResponse, resolution }: ReportModel['sla'], style: Style): Block {
  const wide = style.width >= 80
  const [nameWidth, ...widths] = wide ? [15, 5, 10, 9, 8, 10, 14] : [14, 5, 9, 8, 7, 9]
  const row = (name: string, cells: readonly string[]) =>
    `  ${left(name, nameWidth)}${widths.map((width, at) => right(cells[at] ?? '', width)).join('')}`
  const line = (name: string, counts: SlaClockCounts) => {
    const { complianceRatio, complianceLowerBound } = counts
    const numbers = [counts.metCount, counts.breachedCount, counts.pendingCount, counts.pausedCount].map(
      (value) => count(value, style),
    )
    const isBelow = complianceRatio !== null && complianceRatio < target
    const text = row(name, [
      ...numbers,
      percent(complianceRatio, style),
      percent(complianceLowerBound, style),
    ])
    return isBelow ? `${text}${wide ? '  ' : ' '}${paint(style, 'risk', 'below')}` : text
  }
  return {
    title: 'SLA, 30 days',
    note: `target ${target * 100} %`,
    lines: [
      paint(style, 'quiet', row('', ['met', 'breached', 'running', 'paused', 'in time', 'surely above'])),
      line('first response', firstResponse),
      line('resolution', resolution),
    ],
  }
}
