import type {
  Client,
  ClientUser,
  Note,
  Technician,
  TechnicianGroup,
  Ticket,
  TicketConversation,
} from '../../entities/generated/types.js'
import { type Arrival, arrivalsOf } from './arrivals.js'
import type { Build } from './build.js'
import { type Talk, talkOf } from './conversations.js'
import { displayIdOf } from './display-id.js'
import { levels, priorities, resolutionCodes } from './settings.js'
import { type Theme, themes } from './subjects.js'
import { type Course, courseOf } from './ticket-course.js'
import { wireDay, wireTime } from './wire-time.js'
import { addWorklogs } from './worklogs.js'

/** What a ticket has of its own; both by ticket id. */
export interface TicketDetails {
  readonly conversations: Map<string, TicketConversation[]>
  readonly notes: Map<string, Note[]>
}

/** Who can ask and who can help, looked up once. */
interface People {
  readonly usersByClient: ReadonlyMap<string, readonly ClientUser[]>
  readonly staff: readonly { readonly group: TechnicianGroup; readonly members: readonly Technician[] }[]
  readonly slaByClient: ReadonlyMap<Client, string>
}

function peopleOf({ tables, random }: Build): People {
  const usersByClient = new Map<string, ClientUser[]>()
  for (const { client, user } of tables.ClientUserAssociation.rows) {
    const list = usersByClient.get(client.accountId)
    if (list === undefined) usersByClient.set(client.accountId, [user])
    else list.push(user)
  }
  const staff = tables.TechnicianGroup.rows.map((group) => ({
    group,
    members: tables.Technician.rows.filter((row) =>
      row.groups?.some((own) => own?.groupId === group.groupId),
    ),
  }))
  const policies = tables.SLA.rows.map((row) => row.name)
  const slaByClient = new Map(
    tables.Client.rows.map((client) => [client, random.weighted(policies, [60, 28, 12])]),
  )
  return { usersByClient, staff, slaByClient }
}

/** Tickets with all that hangs on them. They are stored in no order of time: the live default order is none either. */
export function addTickets(build: Build): TicketDetails {
  const { tables, random } = build
  const people = peopleOf(build)
  const details: TicketDetails = { conversations: new Map(), notes: new Map() }
  const tickets: Ticket[] = []
  let day = ''
  let number = 0
  for (const [at, arrival] of arrivalsOf(build).entries()) {
    const today = wireDay(arrival.at)
    number = today === day ? number + 1 : 1
    day = today
    const displayId = displayIdOf(
      build.options.displayIds,
      arrival.at,
      build.options.displayIds === 'integer' ? at : number,
      10_001,
    )
    tickets.push(makeTicket(build, people, arrival, displayId, details))
  }
  random.shuffle(tickets)
  for (const ticket of tickets) tables.Ticket.add(ticket)
  return details
}

const padding = 'Details as reported by monitoring: connection timed out while reading from upstream; '

function subjectOf({ random }: Build, theme: Theme): string {
  const subject = random.pick(theme.subjects)
  if (random.chance(0.004)) return `${subject} – ${padding.repeat(random.int(4, 10))}`
  return random.chance(0.08) ? `RE: ${subject}` : subject
}

function makeTicket(
  build: Build,
  people: People,
  arrival: Arrival,
  displayId: string,
  details: TicketDetails,
): Ticket {
  const { tables, random, references, now } = build
  const { site } = arrival
  const client = tables.Client.get(site.client.accountId)
  const theme = random.pick(themes)
  const priority = random.chance(0.98) ? random.weighted(priorities, [5, 18, 47, 24, 6]) : null
  const slaName =
    client !== undefined && random.chance(0.94) ? (people.slaByClient.get(client) ?? null) : null
  const course = courseOf(random, arrival, slaName, priority, now)
  const users = people.usersByClient.get(site.client.accountId) ?? []
  const requester = users.length > 0 && random.chance(0.95) ? random.pick(users) : undefined
  const { group, members } = random.pick(people.staff)
  const assigned = course.response !== null ? random.chance(0.985) : random.chance(0.35)
  const technician = assigned && members.length > 0 ? random.pick(members) : undefined
  const known = random.chance(0.92)
  const analysed = !course.isOpen && random.chance(0.75)
  const ticket: Ticket = {
    ticketId: random.id(),
    displayId,
    subject: subjectOf(build, theme),
    ticketType: theme.isRequest ? 'SERVICE_REQUEST' : 'INCIDENT',
    requestType: theme.isRequest ? 'Service Request' : 'Incident',
    source:
      requester === undefined
        ? 'INTEGRATION'
        : random.weighted(['EMAIL', 'FORM', 'PHONE', 'AGENT', 'AI'], [48, 20, 18, 11, 3]),
    client: site.client,
    site: requester === undefined && random.chance(0.5) ? null : references.to('SiteRef', site),
    requester: references.toOptional('ClientUserRef', requester),
    additionalRequester:
      users.length > 1 && random.chance(0.05)
        ? [references.to('ClientUserRef', random.pick(users))]
        : random.maybe(0.5, []),
    followers: random.chance(0.08)
      ? [references.to('TechnicianRef', random.pick(tables.Technician.rows))]
      : null,
    techGroup:
      course.response !== null || random.chance(0.6) ? references.to('TechnicianGroupRef', group) : null,
    technician: references.toOptional('TechnicianRef', technician),
    status: course.status,
    priority,
    impact: random.maybe(0.6, random.pick(levels)),
    urgency: random.maybe(0.6, random.pick(levels)),
    category: known ? theme.category : null,
    subcategory: known ? random.maybe(0.75, theme.subcategory) : null,
    cause: analysed ? theme.cause : null,
    subcause: analysed ? random.maybe(0.7, theme.subcause) : null,
    resolutionCode: analysed ? random.pick(resolutionCodes) : null,
    sla: references.toOptional(
      'SlaRef',
      slaName === null ? null : tables.SLA.rows.find((row) => row.name === slaName),
    ),
    createdTime: wireTime(arrival.at),
    updatedTime: null,
    ...clockFields(course, slaName !== null, now),
    customFields: random.chance(0.3)
      ? {
          udf1text: `V-${random.int(1000, 99_999)}`,
          udf2date: wireDay(arrival.at),
          udf5mselect: random.chance(0.5) ? ['Mail', 'Files'] : ['ERP'],
        }
      : {},
    worklogTimespent: '0.00',
  }
  const talk: Talk = { ticket, course, created: arrival.at, requester, technician }
  const { conversations, notes, last } = talkOf(build, talk)
  details.conversations.set(ticket.ticketId, conversations)
  if (notes.length > 0) details.notes.set(ticket.ticketId, notes)
  const work =
    technician === undefined
      ? undefined
      : addWorklogs(build, { ticket, course, arrival, technician, colleagues: members })
  ticket.worklogTimespent = (work?.minutes ?? 0).toFixed(2)
  const latest = Math.max(
    arrival.at,
    course.response ?? 0,
    course.resolution ?? 0,
    course.changed,
    last,
    work?.last ?? 0,
  )
  ticket.updatedTime = wireTime(Math.min(latest + random.int(0, 90) * 1000, now))
  return ticket
}

/** Due times and verdicts; without an SLA there are none, and while a clock runs there is no verdict. */
export function clockFields(
  course: Pick<Course, 'response' | 'responseDue' | 'resolution' | 'resolutionDue'>,
  hasSla: boolean,
  now: number,
) {
  const verdict = (at: number | null, due: number) =>
    hasSla ? (at !== null ? at > due : due < now ? true : null) : null
  return {
    firstResponseDueTime: hasSla ? wireTime(course.responseDue) : null,
    firstResponseTime: course.response === null ? null : wireTime(course.response),
    firstResponseViolated: verdict(course.response, course.responseDue),
    resolutionDueTime: hasSla ? wireTime(course.resolutionDue) : null,
    resolutionTime: course.resolution === null ? null : wireTime(course.resolution),
    resolutionViolated: verdict(course.resolution, course.resolutionDue),
  }
}
