import type {
  Client,
  ClientUser,
  Technician,
  TechnicianGroup,
  Ticket,
} from '../../entities/generated/types.js'
import { type Arrival, createArrivals } from './arrivals.js'
import type { Build } from './build.js'
import { addConversation, openingText } from './conversations.js'
import { displayIdOf } from './display-id.js'
import { dueTimes, targetsOf } from './service-levels.js'
import { levels, type PriorityName, priorities } from './settings.js'
import { groupByCategory, type Theme, themes } from './subjects.js'
import { addTask } from './tasks.js'
import { planTicket } from './ticket-plan.js'
import { type Job, takeStep } from './ticket-steps.js'
import { passVerdicts, watchClocks } from './verdicts.js'
import { wireDay, wireTime } from './wire-time.js'

/** Who can ask and who can help, looked up once. */
interface People {
  readonly usersByClient: ReadonlyMap<string, readonly ClientUser[]>
  readonly staff: readonly Staff[]
  readonly slaByClient: ReadonlyMap<Client, string>
}

interface Staff {
  readonly group: TechnicianGroup
  readonly members: readonly Technician[]
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

/**
 * Tickets with all that hangs on them, those to come included. They are stored in no order of time: the live default
 * order is none either.
 */
export function addTickets(build: Build): void {
  const { tables, random } = build
  const arrivals = createArrivals(build)
  const people = peopleOf(build)
  const tickets: Ticket[] = []
  for (const arrival of arrivals.past()) tickets.push(pastTicket(build, people, arrival))
  random.shuffle(tickets)
  for (const ticket of tickets) tables.Ticket.add(ticket)
  if (tickets.length > 0) arrivals.plan((arrival) => newTicket(build, people, arrival))
}

/** A ticket as it stands at the present, its future planned. */
function pastTicket(build: Build, people: People, arrival: Arrival): Ticket {
  const { now } = build
  const job = openJob(build, people, arrival, (step) => step.kind === 'delete' && step.at <= now)
  const { ticket, steps } = job
  let step = steps[job.next]
  while (step !== undefined && step.at <= now) {
    passVerdicts(ticket, step.at)
    takeStep(build, job, step)
    job.next += 1
    step = steps[job.next]
  }
  passVerdicts(ticket, now)
  watchClocks(ticket, build)
  planNext(build, job)
  return ticket
}

function newTicket(build: Build, people: People, arrival: Arrival): void {
  const { tables, random } = build
  if (tables.Client.get(arrival.site.client.accountId) === undefined) return
  const job = openJob(build, people, arrival, () => false)
  tables.Ticket.add(job.ticket)
  if (random.chance(1 / 6) && job.steps[0]?.kind !== 'delete') addTask(build, job.ticket)
  watchClocks(job.ticket, build)
  planNext(build, job)
}

/** Waits for the next step; a ticket that somebody else has taken away or moved is theirs. */
function planNext(build: Build, job: Job): void {
  const { ticket, steps } = job
  const step = steps[job.next]
  if (step === undefined) return
  job.next += 1
  build.agenda.add(step.at, () => {
    if (build.tables.Ticket.get(ticket.ticketId) !== ticket || ticket.status !== job.status) return
    takeStep(build, job, { ...step, at: build.now })
    build.ledger.updated('Ticket', ticket)
    watchClocks(ticket, build)
    planNext(build, job)
  })
}

const padding = 'Details as reported by monitoring: connection timed out while reading from upstream; '

function subjectOf({ random }: Build, theme: Theme): string {
  const subject = random.pick(theme.subjects)
  if (random.chance(0.006)) return `${subject} – ${padding.repeat(random.int(4, 10))}`
  return random.chance(0.08) ? `RE: ${subject}` : subject
}

const themeWeights = themes.map((theme) => theme.weight)

/** Most tickets go to the group of their category, the others wherever somebody put them. */
function staffFor({ random }: Build, { staff }: People, theme: Theme): Staff {
  const own = staff.find(({ group }) => group.name === groupByCategory[theme.category])
  return own !== undefined && random.chance(0.7) ? own : random.pick(staff)
}

/** Impact and urgency lean towards the priority. */
function levelNear({ random }: Build, priority: PriorityName): string {
  const lean = {
    Critical: [80, 18, 2],
    High: [55, 35, 10],
    Medium: [15, 60, 25],
    Low: [4, 30, 66],
    'Very Low': [2, 13, 85],
  }
  return random.weighted(levels, lean[priority])
}

function openJob(
  build: Build,
  people: People,
  arrival: Arrival,
  isImpossible: (step: Job['steps'][number]) => boolean,
): Job {
  const { tables, random, references, options } = build
  const { site, at } = arrival
  const client = tables.Client.get(site.client.accountId)
  const theme = random.weighted(themes, themeWeights)
  const level = random.weighted(priorities, theme.priorities)
  const priority = random.chance(0.98) ? level : null
  const slaName =
    client !== undefined && random.chance(0.94) ? (people.slaByClient.get(client) ?? null) : null
  const sla = slaName === null ? undefined : tables.SLA.rows.find((row) => row.name === slaName)
  const targets = targetsOf(slaName, priority)
  let steps = planTicket(random, arrival, targets)
  while (steps.some(isImpossible)) steps = planTicket(random, arrival, targets)
  const users = people.usersByClient.get(site.client.accountId) ?? []
  const requester = users.length > 0 && random.chance(0.95) ? random.pick(users) : undefined
  const { group, members } = staffFor(build, people, theme)
  const known = random.chance(0.92)
  const ticket: Ticket = {
    ticketId: random.id(),
    displayId: displayIdOf(options.displayIds, at, build.ticketNumber(at), 10_001),
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
    techGroup: random.chance(0.5) ? references.to('TechnicianGroupRef', group) : null,
    technician: null,
    status: 'New',
    priority,
    impact: random.maybe(0.6, levelNear(build, level)),
    urgency: random.maybe(0.6, levelNear(build, level)),
    category: known ? theme.category : null,
    subcategory: known ? random.maybe(0.75, theme.subcategory) : null,
    cause: null,
    subcause: null,
    resolutionCode: null,
    sla: references.toOptional('SlaRef', sla),
    createdTime: wireTime(at),
    updatedTime: wireTime(at),
    firstResponseDueTime: null,
    firstResponseTime: null,
    firstResponseViolated: null,
    resolutionDueTime: null,
    resolutionTime: null,
    resolutionViolated: null,
    ...(sla !== undefined && dueTimes(arrival.hours, at, targets)),
    customFields: random.chance(0.3)
      ? {
          udf1text: `V-${random.int(1000, 99_999)}`,
          udf2date: wireDay(at),
          udf5mselect: random.chance(0.5) ? ['Mail', 'Files'] : ['ERP'],
        }
      : {},
    worklogTimespent: '0.00',
  }
  const job: Job = {
    ticket,
    theme,
    hours: arrival.hours,
    requester,
    group,
    members,
    technician: undefined,
    status: 'New',
    steps,
    next: 0,
  }
  const { content, author } = openingText(build, job)
  addConversation(build, job, { at, type: 'DESCRIPTION', content, user: author })
  return job
}
