import type { SlaClockCounts } from '@superhack/superops/metrics'
import type { ReportModel } from '../report/report-model.js'
import type { Block } from './block.js'
import { count, left, percent, right } from './cells.js'
import { paint, type Style } from './style.js'

/** Width of the name and of each column; 0 leaves one out. */
const layouts = [
  { from: 80, names: ['first response', 'resolution'], widths: [15, 5, 10, 9, 8, 10, 14] },
  { from: 60, names: ['first response', 'resolution'], widths: [14, 5, 9, 8, 7, 9, 0] },
  { from: 0, names: ['reply', 'fix'], widths: [7, 5, 9, 0, 0, 9, 0] },
] as const

export function slaBlock({ target, firstResponse, resolution }: ReportModel['sla'], style: Style): Block {
  const layout = layouts.find(({ from }) => style.width >= from) ?? layouts[2]
  const [nameWidth, ...widths] = layout.widths
  const row = (name: string, cells: readonly string[]) =>
    `  ${left(name, nameWidth)}${cells.map((cell, at) => (widths[at] ? right(cell, widths[at]) : '')).join('')}`
  const line = (name: string, counts: SlaClockCounts) => {
    const { complianceRatio, complianceLowerBound } = counts
    const isBelow = complianceRatio !== null && complianceRatio < target
    const numbers = [counts.metCount, counts.breachedCount, counts.pendingCount, counts.pausedCount].map(
      (value) => count(value, style),
    )
    const share = paint(style, isBelow ? 'strong' : 'plain', percent(complianceRatio, style))
    const text = row(name, [...numbers, share, percent(complianceLowerBound, style)])
    const gap = style.width >= 80 ? '  ' : ' '
    return isBelow ? `${text}${gap}${paint(style, 'risk', 'below')}` : text
  }
  return {
    title: 'SLA, 30 days',
    notes: [`target ${target * 100} %`],
    lines: [
      paint(style, 'quiet', row('', ['met', 'breached', 'running', 'paused', 'in time', 'surely above'])),
      line(layout.names[0], firstResponse),
      line(layout.names[1], resolution),
    ],
  }
}
