import type { ClientUser, Technician, TechnicianGroup, Ticket } from '../../entities/generated/types.js'
import type { Build } from './build.js'
import type { OpeningHours } from './calendar.js'
import { addConversation, addNote, askerOf, calledName, helperOf } from './conversations.js'
import { resolutionCodes } from './settings.js'
import { requesterReplies, type Theme, technicianReplies } from './subjects.js'
import type { Step } from './ticket-plan.js'
import { setVerdicts } from './verdicts.js'
import { wireTime } from './wire-time.js'
import { addWorklog } from './worklogs.js'

/** A ticket in the hands of the service desk. */
export interface Job {
  readonly ticket: Ticket
  readonly theme: Theme
  readonly hours: OpeningHours
  readonly requester: ClientUser | undefined
  readonly group: TechnicianGroup
  /** Of the group; they lend each other a hand. */
  readonly members: readonly Technician[]
  technician: Technician | undefined
  /** Where the last step left it. */
  status: string
  readonly steps: readonly Step[]
  next: number
}

type Rule = (build: Build, job: Job, at: number) => void

const take: Rule = (build, job) => {
  const { random, references } = build
  const { ticket } = job
  ticket.techGroup = references.to('TechnicianGroupRef', job.group)
  job.technician ??= random.chance(0.985) && job.members.length > 0 ? random.pick(job.members) : undefined
  ticket.technician ??= references.toOptional('TechnicianRef', job.technician)
}

const ask: Rule = (build, job, at) => {
  const content = build.random.pick(technicianReplies).replace('{name}', calledName(job.requester))
  addConversation(build, job, { at, type: 'TECH_REPLY', content, user: helperOf(build, job) })
}

const answer: Rule = (build, job, at) =>
  addConversation(build, job, {
    at,
    type: 'REQ_REPLY',
    content: build.random.pick(requesterReplies),
    user: askerOf(build, job),
  })

const nothing: Rule = () => undefined

const rules: Readonly<Record<Step['kind'], Rule>> = {
  assign: take,
  respond: (build, job, at) => {
    take(build, job, at)
    job.ticket.firstResponseTime ??= wireTime(at)
    ask(build, job, at)
  },
  ask,
  answer,
  note: (build, job, at) => {
    if (job.technician !== undefined) addNote(build, job, at)
  },
  work: (build, job, at) => {
    if (job.technician !== undefined) addWorklog(build, job, job.technician, at)
  },
  wait: nothing,
  resume: nothing,
  resolve: (build, job, at) => {
    const { random } = build
    const { ticket, theme } = job
    ticket.resolutionTime = wireTime(at)
    if (random.chance(0.75)) {
      ticket.cause = theme.cause
      ticket.subcause = random.maybe(0.7, theme.subcause)
      ticket.resolutionCode = random.weighted(resolutionCodes, [58, 22, 6, 14])
    }
    const content = '<p>Your ticket was resolved.</p>'
    addConversation(build, job, { at, type: 'REQ_NOTIFICATION', content, user: null })
  },
  reopen: (build, job, at) => {
    job.ticket.resolutionTime = null
    const content = requesterReplies[3]
    addConversation(build, job, { at, type: 'REQ_REPLY', content, user: askerOf(build, job) })
  },
  close: nothing,
  delete: ({ tables, trash }, { ticket }) => {
    tables.Ticket.remove(ticket.ticketId)
    trash.Ticket.set(ticket.ticketId, ticket)
  },
}

/** Lets one step happen to a ticket. */
export function takeStep(build: Build, job: Job, step: Step): void {
  const { ticket } = job
  rules[step.kind](build, job, step.at)
  if (step.status !== undefined) {
    job.status = step.status
    ticket.status = step.status
  }
  if (step.due !== undefined && ticket.sla !== null) ticket.resolutionDueTime = wireTime(step.due)
  setVerdicts(ticket, step.at)
  ticket.updatedTime = wireTime(step.at)
}
