import type { ReportModel } from '../report/report-model.js'
import { type Block, besides, blockLines } from './block.js'
import { cut, plain, separator } from './cells.js'
import { clientNames, clientsBlock, type GroupNames } from './clients-block.js'
import { deliveryBlock } from './delivery-block.js'
import { dueBlock } from './due-block.js'
import { headlineLines } from './headline-lines.js'
import { issuesBlock } from './issues-block.js'
import { openBlock } from './open-block.js'
import { partOf } from './part.js'
import { qualityBlock } from './quality-block.js'
import { readBlock } from './read-block.js'
import { slaBlock } from './sla-block.js'
import { paint, type Style } from './style.js'
import { techniciansBlock } from './technicians-block.js'
import { timeBlock } from './time-block.js'
import { wrap } from './wrap.js'

const twoColumnsFrom = 118
/** The report is of one moment: where to see what happens next. */
const liveHint = 'Live: npm start -- live'

/** The whole report as text; the eye rests at its end, so the headline comes last but for where to go on. */
export function renderReport(model: ReportModel, style: Style, groups: GroupNames = clientNames): string {
  const whole = (block: (at: Style) => Block) => blockLines(block(style), style)
  const pair = (one: (at: Style) => Block, other: (at: Style) => Block) => besides(one, other, style)
  const part = partOf(model.read)
  const read = (at: Style) => readBlock(model.read, at, at !== style)
  const issues = (at: Style) => issuesBlock(model.issues, at)
  const quality = (at: Style) => qualityBlock(model.quality, at)
  const clients = part([groups[1], 'tickets'], (at) => clientsBlock(model.clients, at, groups))
  const technicians = part(['technicians', 'tickets', 'worklogs'], (at) =>
    techniciansBlock(model.technicians, at),
  )
  const delivery = part(['tickets', 'worklogs'], (at) => deliveryBlock(model.delivery, at))
  const time = part(['tickets'], (at) => timeBlock(model.timeToResolution, at))
  const sla = part(['tickets'], (at) => slaBlock(model.sla, at))
  const open = part(['tickets'], (at) => openBlock(model.open, at))
  const due = part(['tickets'], (at) => dueBlock(model.dueNext, at))
  const short = part(['tickets'], (at) => ({
    title: 'In short',
    notes: [],
    lines: headlineLines(model.headline, at),
  }))
  const sections =
    style.width >= twoColumnsFrom
      ? [
          pair(read, issues),
          whole(quality),
          whole(clients),
          pair(technicians, delivery),
          pair(open, time),
          ...[sla, due, short].map(whole),
        ]
      : [read, issues, quality, clients, technicians, delivery, time, sla, open, due, short].map(whole)
  return `${[...titleLines(model, style), ...sections.map((lines) => `\n${lines.join('\n')}`)].join('\n')}\n\n${liveHint}\n`
}

function titleLines({ source, at }: ReportModel, style: Style): string[] {
  const room = Math.max(20, style.width - 52)
  const tenant = source.origin === 'mock' ? 'mock tenant' : cut(plain(source.tenant, style), room, style)
  const period = `30 days to ${at.slice(0, 16).replace('T', ' ')} UTC`
  return wrap([paint(style, 'strong', 'SuperOps report'), tenant, period], separator(style), style.width)
}
