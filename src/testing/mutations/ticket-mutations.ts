import type { Ticket } from '../../entities/generated/types.js'
import { InternalFailure } from '../errors/operation-failure.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { closest } from '../world/closest.js'
import { displayIdOf } from '../world/display-id.js'
import { dueTimes, openingHoursOf, targetsOf } from '../world/service-levels.js'
import { closingStatuses } from '../world/settings.js'
import { readTime, wireTime } from '../world/wire-time.js'
import { inputsOf } from './generic-mutations.js'
import { completeRecord, createRecord, existing, isRow, type Row, writeInput } from './write-record.js'

const ticketOf = (id: unknown, scene: Scene): Ticket => existing('Ticket', id, scene) as unknown as Ticket

/** The user of the token: writes without an author are theirs. */
export function tokenUser({ world }: Scene) {
  const technician = world.tables.Technician.rows[0]
  if (technician === undefined) throw new InternalFailure('the world has no technician')
  return technician
}

/** Due times by the mock's own targets, from creation on, in the opening hours of the site. */
function setDueTimes(ticket: Ticket, { world }: Scene): void {
  const site = world.tables.ClientSite.get(ticket.site?.id ?? '')
  const created = readTime(ticket.createdTime ?? '')
  if (ticket.sla === null || site === undefined || Number.isNaN(created)) return
  const targets = targetsOf(ticket.sla.name ?? null, ticket.priority)
  Object.assign(ticket, dueTimes(openingHoursOf(site), created, targets))
}

function followStatus(ticket: Ticket, now: number): void {
  const isClosed = closingStatuses.includes(ticket.status ?? '')
  if (isClosed) ticket.resolutionTime ??= wireTime(now)
  else ticket.resolutionTime = null
}

const createTicket: Resolver = (argument, scene) => {
  const input = argument as Input
  const { world } = scene
  const now = world.now()
  const { options, tables, references } = world
  const ticket = createRecord('Ticket', input, scene, {
    status: 'New',
    requestType: 'Incident',
    ticketType: input.requestType === 'Service Request' ? 'SERVICE_REQUEST' : 'INCIDENT',
    displayId: displayIdOf(options.displayIds, now, world.ticketNumber(now), 10_001),
    sla: references.to('SlaRef', closest(tables.SLA.rows, 'Standard SLA')),
    createdTime: wireTime(now),
    updatedTime: wireTime(now),
    customFields: {},
    worklogTimespent: '0.00',
  }) as unknown as Ticket
  setDueTimes(ticket, scene)
  if (typeof input.resolutionTime !== 'string') followStatus(ticket, now)
  world.judge(ticket)
  if (typeof input.description === 'string') {
    const author = ticket.requester ?? references.to('UserRef', tokenUser(scene))
    addConversation(
      scene,
      ticket,
      { content: input.description, attachments: input.descriptionAttachments },
      'DESCRIPTION',
      author,
    )
  }
  return ticket
}

/** A child such as a subcategory goes when its parent changes to one that lacks it. */
function dropStrayChildren(ticket: Row, input: Input, { world }: Scene): void {
  for (const { module, columnName, parentField, options } of world.tables.Field.rows) {
    const value = ticket[columnName]
    if (module !== 'TICKET' || parentField === null || value == null) continue
    if (input[parentField.columnName] === undefined) continue
    const parent = ticket[parentField.columnName]
    const fits = options?.some((option) => option?.value === value && option.parentOption?.value === parent)
    if (fits !== true) ticket[columnName] = null
  }
}

const updateTicket: Resolver = (argument, scene) => {
  const { ticketId, ...input } = argument as Input
  const ticket = ticketOf(ticketId, scene)
  const now = scene.world.now()
  writeInput('Ticket', ticket as unknown as Row, input, scene)
  dropStrayChildren(ticket as unknown as Row, input, scene)
  if ('priority' in input) setDueTimes(ticket, scene)
  if ('status' in input && !('resolutionTime' in input)) followStatus(ticket, now)
  scene.world.judge(ticket)
  ticket.updatedTime = wireTime(now)
  scene.world.references.refresh(ticket)
  return ticket
}

function addConversation(scene: Scene, ticket: Ticket, input: Input, type: string, user: unknown): Row {
  const { world } = scene
  const { ClientUser, Technician } = world.tables
  const personOf = (email: unknown) =>
    ClientUser.rows.find((row) => row.email === email) ?? Technician.rows.find((row) => row.email === email)
  const recipients = (list: unknown) =>
    inputsOf(list ?? []).map(({ email }) => ({
      // Of people outside the tenant only the address is known.
      user: world.references.toOptional('UserRef', personOf(email)) ?? { userId: null, name: null, email },
    }))
  const record = completeRecord(
    'TicketConversation',
    {
      content: input.content ?? null,
      time: wireTime(typeof input.time === 'string' ? readTime(input.time) : world.now()),
      user,
      toUsers: recipients(input.toUsers),
      ccUsers: recipients(input.ccUsers),
      bccUsers: recipients(input.bccUsers),
      attachments: input.attachments ?? [],
      type,
    },
    scene,
  )
  const list = world.conversations.get(ticket.ticketId) ?? []
  list.push(record as never)
  list.sort((left, right) => readTime(left.time) - readTime(right.time))
  world.conversations.set(ticket.ticketId, list)
  return record
}

const createTicketConversation: Resolver = (argument, scene) => {
  const input = argument as Input
  const { world } = scene
  const ticket = ticketOf((input.ticket as Input).ticketId, scene)
  const author = isRow(input.user)
    ? (world.tables.ClientUser.get(String(input.user.userId)) ??
      existing('Technician', input.user.userId, scene))
    : tokenUser(scene)
  const isReply = world.tables.ClientUser.rows.includes(author as never)
  const record = addConversation(
    scene,
    ticket,
    input,
    isReply ? 'REQ_REPLY' : 'TECH_REPLY',
    world.references.to('UserRef', author),
  )
  if (!isReply) ticket.firstResponseTime ??= wireTime(world.now())
  world.judge(ticket)
  ticket.updatedTime = wireTime(world.now())
  return record
}

const createTicketNote: Resolver = (argument, scene) => {
  const input = argument as Input
  const { world } = scene
  const ticket = ticketOf((input.ticket as Input).ticketId, scene)
  const { ticket: _, ...rest } = input
  const note = {
    addedBy: world.references.to('UserRef', tokenUser(scene)),
    privacyType: 'PRIVATE',
    attachments: [],
  }
  const record: Row = { ...note }
  writeInput('Note', record, rest, scene)
  completeRecord('Note', record, scene)
  const list = world.notes.get(ticket.ticketId) ?? []
  list.push(record as never)
  world.notes.set(ticket.ticketId, list)
  ticket.updatedTime = wireTime(world.now())
  return record
}

export const ticketMutations: Readonly<Record<string, Resolver>> = {
  createTicket,
  createTicketConversation,
  createTicketNote,
  updateTicket,
}
