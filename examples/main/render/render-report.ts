import type { ReportModel } from '../report/report-model.js'
import { type Block, besides, blockLines, columnWidth } from './block.js'
import { cut, plain } from './cells.js'
import { clientNames, clientsBlock, type GroupNames } from './clients-block.js'
import { deliveryBlock } from './delivery-block.js'
import { dueBlock } from './due-block.js'
import { headlineLines } from './headline-lines.js'
import { issuesBlock } from './issues-block.js'
import { openBlock } from './open-block.js'
import { qualityBlock } from './quality-block.js'
import { readBlock } from './read-block.js'
import { slaBlock } from './sla-block.js'
import { paint, type Style } from './style.js'
import { techniciansBlock } from './technicians-block.js'
import { timeBlock } from './time-block.js'

const twoColumnsFrom = 118
/** The report is of one moment: where to see what happens next. */
const liveHint = 'Live: npm start -- live'

/** The whole report as text; the eye rests at its end, so the headline comes last but for where to go on. */
export function renderReport(model: ReportModel, style: Style, groups: GroupNames = clientNames): string {
  const half: Style = { ...style, width: columnWidth(style.width) }
  const whole = (block: Block) => blockLines(block, style)
  const pair = (one: (style: Style) => Block, other: (style: Style) => Block) =>
    besides(blockLines(one(half), half), blockLines(other(half), half), style.width)
  const read = (at: Style) => readBlock(model.read, at, at === half)
  const issues = (at: Style) => issuesBlock(model.issues, at)
  const quality = (at: Style) => qualityBlock(model.quality, at)
  const open = (at: Style) => openBlock(model.open, at)
  const time = (at: Style) => timeBlock(model.timeToResolution, at)
  const clients = (at: Style) => clientsBlock(model.clients, at, groups)
  const delivery = (at: Style) => deliveryBlock(model.delivery, at)
  const technicians = (at: Style) => techniciansBlock(model.technicians, at)
  const sections =
    style.width >= twoColumnsFrom
      ? [
          pair(read, issues),
          whole(quality(style)),
          pair(clients, technicians),
          pair(open, time),
          whole(delivery(style)),
          whole(slaBlock(model.sla, style)),
          whole(dueBlock(model.dueNext, style)),
        ]
      : [
          read,
          issues,
          quality,
          clients,
          technicians,
          delivery,
          time,
          (at: Style) => slaBlock(model.sla, at),
          open,
          (at: Style) => dueBlock(model.dueNext, at),
        ].map((block) => whole(block(style)))
  const short = blockLines(
    { title: 'In short', note: '', lines: headlineLines(model.headline, style) },
    style,
  )
  return `${[titleLine(model, style), ...[...sections, short].map((lines) => `\n${lines.join('\n')}`)].join('\n')}\n\n${liveHint}\n`
}

function titleLine({ source, at }: ReportModel, style: Style): string {
  const dot = style.utf8 ? '·' : '-'
  const tenant = source.origin === 'mock' ? 'mock tenant' : cut(plain(source.tenant), style.width - 52, style)
  return `${paint(style, 'strong', 'SuperOps report')} ${dot} ${tenant} ${dot} 30 days to ${at.slice(0, 16).replace('T', ' ')} UTC`
}
