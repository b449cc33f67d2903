import type { Headline } from '../report/headline.js'
import { number, percent, widthOf } from './cells.js'
import { paint, type Style } from './style.js'
import { wrap } from './wrap.js'

export function headlineLines(headline: Headline, style: Style): string[] {
  const strong = (value: number | string) =>
    paint(style, 'strong', typeof value === 'number' ? number(value) : value)
  const late = paint(style, headline.late > 0 ? 'late' : 'plain', ` ${number(headline.late)} late `)
  const risk = paint(style, headline.atRisk > 0 ? 'risk' : 'plain', `${number(headline.atRisk)} at risk`)
  const parts = [
    late,
    risk,
    `${strong(headline.withoutOwner)} without owner`,
    `${strong(headline.withoutReply)} without reply`,
    `${strong(headline.open)} open, ${number(headline.onHold)} on hold`,
  ]
  const flow = `${strong(headline.createdToday)} came in today, ${strong(headline.resolvedToday)} resolved.`
  const share = [
    `30 days: ${strong(percent(headline.fixedInTime, style))} fixed in time,`,
    `${strong(percent(headline.answeredInTime, style))} answered.`,
  ]
  const room = style.width - 2
  const gap = widthOf(parts.join('   ')) <= room ? '   ' : '  '
  const isOnePart = widthOf(share.join(' ')) <= room
  return [
    ...wrap(parts, gap, room),
    ...wrap([flow, ...(isOnePart ? [share.join(' ')] : share)], ' ', room),
  ].map((line) => `  ${line}`)
}
