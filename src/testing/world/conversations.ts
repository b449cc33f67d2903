import type {
  ClientUser,
  Note,
  Technician,
  Ticket,
  TicketConversation,
} from '../../entities/generated/types.js'
import { type Build, MINUTE_MS } from './build.js'
import {
  descriptionBodies,
  privateNotes,
  requesterReplies,
  technicianReplies,
  whens,
  whos,
} from './subjects.js'
import type { Course } from './ticket-course.js'
import { wireTime } from './wire-time.js'

/** What a talk is about. */
export interface Talk {
  readonly ticket: Ticket
  readonly course: Course
  readonly created: number
  readonly requester: ClientUser | undefined
  readonly technician: Technician | undefined
}

export interface TalkRecords {
  readonly conversations: TicketConversation[]
  readonly notes: Note[]
  /** Instant of the last of them. */
  readonly last: number
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** The opening text, replies and notes of one ticket, oldest first. */
export function talkOf(
  { random, references, now }: Build,
  { ticket, course, created, requester, technician }: Talk,
): TalkRecords {
  const conversations: TicketConversation[] = []
  const notes: Note[] = []
  const asker = requester === undefined ? null : references.to('UserRef', requester)
  const helper = technician === undefined ? null : references.to('UserRef', technician)
  const name = requester?.firstName ?? 'there'
  let last = created

  function say(at: number, type: string, content: string, user: TicketConversation['user']): void {
    const recipient = type.startsWith('TECH') ? asker : helper
    conversations.push({
      conversationId: random.id(),
      content,
      time: wireTime(at),
      user,
      toUsers: recipient === null ? [] : [{ user: recipient }],
      ccUsers: [],
      bccUsers: [],
      attachments: random.chance(0.06)
        ? [
            {
              fileName: 'screenshot.png',
              originalFileName: 'Screenshot 1.png',
              fileSize: String(random.int(9000, 900_000)),
            },
          ]
        : [],
      type,
    })
    last = Math.max(last, at)
  }

  const opening = random
    .pick(descriptionBodies)
    .replaceAll('{subject}', escapeHtml(ticket.subject))
    .replace('{when}', random.pick(whens))
    .replace('{who}', random.pick(whos))
    .replace('{name}', escapeHtml(name))
  say(
    created,
    'DESCRIPTION',
    opening,
    asker ??
      (random.chance(0.5) ? { userId: null, name: null, email: 'monitoring@example-msp.com' } : helper),
  )
  const end = course.resolution ?? now
  if (course.response !== null) {
    say(
      course.response,
      'TECH_REPLY',
      random.pick(technicianReplies).replace('{name}', escapeHtml(name)),
      helper,
    )
    let at = course.response
    for (let more = random.weighted([0, 1, 2, 4], [40, 30, 20, 10]); more > 0; more--) {
      at += Math.floor((end - at) * random.share() * 0.6)
      if (random.chance(0.5)) say(at, 'REQ_REPLY', random.pick(requesterReplies), asker)
      else say(at, 'TECH_REPLY', random.pick(technicianReplies).replace('{name}', escapeHtml(name)), helper)
    }
  }
  if (course.reopened !== null) say(course.reopened, 'REQ_REPLY', requesterReplies[3], asker)
  if (course.resolution !== null)
    say(course.resolution, 'REQ_NOTIFICATION', '<p>Your ticket was resolved.</p>', null)
  for (let count = random.weighted([0, 1, 2], [60, 28, 12]); count > 0 && technician !== undefined; count--) {
    const at = created + Math.floor((Math.max(end, created + MINUTE_MS) - created) * random.share())
    last = Math.max(last, at)
    notes.push({
      noteId: random.id(),
      addedBy: helper,
      addedOn: wireTime(at),
      content: random.pick(privateNotes).replace('{number}', String(random.int(10_000, 99_999))),
      attachments: [],
      privacyType: random.chance(0.85) ? 'PRIVATE' : 'PUBLIC',
    })
  }
  conversations.sort(byTime((row) => row.time))
  notes.sort(byTime((row) => row.addedOn))
  return { conversations, notes, last }
}

const byTime =
  <Row>(time: (row: Row) => string) =>
  (left: Row, right: Row): number =>
    time(left) < time(right) ? -1 : time(left) > time(right) ? 1 : 0
