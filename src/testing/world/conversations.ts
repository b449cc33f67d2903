import type { ClientUser, TicketConversation } from '../../entities/generated/types.js'
import type { Build } from './build.js'
import { descriptionBodies, privateNotes, whens, whos } from './subjects.js'
import type { Job } from './ticket-steps.js'
import { wireTime } from './wire-time.js'

type User = TicketConversation['user']

/** One entry of a talk, to be written down. */
export interface Entry {
  readonly at: number
  readonly type: string
  readonly content: string
  readonly user: User
}

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export const askerOf = ({ references }: Build, { requester }: Job): User =>
  references.toOptional('UserRef', requester)
export const helperOf = ({ references }: Build, { technician }: Job): User =>
  references.toOptional('UserRef', technician)

/** How a requester is addressed. */
export const calledName = (requester: ClientUser | undefined): string =>
  escapeHtml(requester?.firstName ?? 'there')

/** What a ticket opens with, and who says so; what nobody asked for comes from the monitoring. */
export function openingText(build: Build, job: Job): { content: string; author: User } {
  const { random } = build
  const content = random
    .pick(descriptionBodies)
    .replaceAll('{subject}', escapeHtml(job.ticket.subject))
    .replace('{when}', random.pick(whens))
    .replace('{who}', random.pick(whos))
    .replace('{name}', calledName(job.requester))
  const author = askerOf(build, job) ?? { userId: null, name: null, email: 'monitoring@example-msp.com' }
  return { content, author }
}

/** Shared, to spare an array each. */
const none: never[] = []

export function addConversation(build: Build, job: Job, { at, type, content, user }: Entry): void {
  const { random, conversations, ledger } = build
  const recipient = type.startsWith('TECH') ? askerOf(build, job) : helperOf(build, job)
  const conversation: TicketConversation = {
    conversationId: random.id(),
    content,
    time: wireTime(at),
    user,
    toUsers: recipient === null ? none : [{ user: recipient }],
    ccUsers: none,
    bccUsers: none,
    attachments: random.chance(0.06)
      ? [
          {
            fileName: 'screenshot.png',
            originalFileName: 'Screenshot 1.png',
            fileSize: String(random.int(9000, 900_000)),
          },
        ]
      : none,
    type,
  }
  append(conversations, job, conversation)
  ledger.created('TicketConversation', conversation)
}

export function addNote(build: Build, job: Job, at: number): void {
  const { random, notes, ledger } = build
  const note = {
    noteId: random.id(),
    addedBy: helperOf(build, job),
    addedOn: wireTime(at),
    content: random.pick(privateNotes).replace('{number}', String(random.int(10_000, 99_999))),
    attachments: none,
    privacyType: random.chance(0.85) ? 'PRIVATE' : 'PUBLIC',
  }
  append(notes, job, note)
  ledger.created('Note', note)
}

function append<Row>(rows: Map<string, Row[]>, { ticket }: Job, row: Row): void {
  const held = rows.get(ticket.ticketId)
  if (held === undefined) rows.set(ticket.ticketId, [row])
  else held.push(row)
}
