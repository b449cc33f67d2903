import type { ComponentChildren } from 'preact'
import { type Frame, isExact, leftOf } from '../frame.js'
import { duration, figure, signed } from '../words.js'

const minuteMs = 60_000

/** The figures that should be zero, and how many tickets there are. */
export function Tiles({ frame }: { readonly frame: Frame }) {
  const { figures: board } = frame
  const isLoading = board === undefined
  const figures = board?.figures
  const open = figures?.openTicketCount
  return (
    <ul class="tiles">
      <Tile
        id="overdue"
        title="Overdue"
        value={figures?.overdueTicketCount}
        tone={(figures?.overdueTicketCount ?? 0) > 0 ? 'late' : undefined}
        isLoading={isLoading}
        sub={overdueText(frame)}
      />
      <Tile
        id="at-risk"
        title="At risk"
        value={figures?.atRiskTicketCount}
        tone={(figures?.atRiskTicketCount ?? 0) > 0 ? 'risk' : undefined}
        isLoading={isLoading}
        sub={nextText(frame)}
      />
      <Tile
        id="no-owner"
        title="No owner"
        value={figures?.unassignedTicketCount}
        isLoading={isLoading}
        sub={
          figures?.unassignedTicketCount === 0
            ? 'all assigned'
            : aged('oldest', figures?.largestUnassignedAgeMinutes, frame)
        }
      />
      <Tile
        id="no-reply"
        title="No reply yet"
        value={figures?.unansweredTicketCount}
        isLoading={isLoading}
        sub={replyText(frame)}
      />
      <Tile
        id="open"
        title="Open"
        value={open}
        isLight
        isLoading={isLoading}
        sub={
          open === 0 ? (
            'no open ticket'
          ) : board === undefined ? null : (
            <>
              <span>{board.today.netFlow === null ? '–' : signed(board.today.netFlow)} today</span>
              <span>{figure(figures?.pausedTicketCount)} on hold</span>
            </>
          )
        }
      />
    </ul>
  )
}

interface TileProps {
  readonly id: string
  readonly title: string
  readonly value: number | null | undefined
  readonly tone?: 'late' | 'risk' | undefined
  readonly isLight?: boolean
  readonly isLoading: boolean
  readonly sub: ComponentChildren
}

function Tile({ id, title, value, tone, isLight, isLoading, sub }: TileProps) {
  const text = figure(value)
  const classes = [
    'tile',
    ...(tone === undefined ? [] : [tone]),
    ...(value === 0 ? ['calm'] : []),
    ...(isLight === true ? ['light'] : []),
    ...(text.length > 2 ? [text.length > 3 ? 'longest' : 'long'] : []),
  ]
  return (
    <li class={classes.join(' ')} data-tile={id}>
      <span class={isLoading ? 'value block' : 'value'}>{isLoading ? '' : text}</span>
      <span class="words">
        <span class="title">{title}</span>
        <span class="sub">{isLoading ? 'reading …' : sub}</span>
      </span>
    </li>
  )
}

/** Figures in minutes are of the document; they age with it. */
function aged(word: string, minutes: number | null | undefined, frame: Frame): string {
  if (minutes === null || minutes === undefined) return '–'
  const since = frame.figures === undefined ? 0 : frame.now - Date.parse(frame.figures.at)
  return `${word} ${duration(minutes * minuteMs + since, false)}`
}

function overdueText(frame: Frame): string {
  const { figures } = frame.figures ?? {}
  if (figures?.overdueTicketCount === 0) return 'nothing is late'
  if (figures?.largestOverrunMinutes === null && figures.overdueTicketCount !== null) return 'no due time'
  return aged('worst by', figures?.largestOverrunMinutes, frame)
}

function nextText(frame: Frame): string {
  const next = frame.rows?.find(({ level }) => level !== 'late')
  const left = next && leftOf(next, frame)
  if (frame.rows === null) return '–'
  if (left === undefined || left === null) return 'no clock runs'
  const word = frame.figures?.figures.atRiskTicketCount === 0 ? 'next due in' : 'next in'
  return `${word} ${duration(left, isExact(frame))}`
}

function replyText(frame: Frame): string {
  const { figures } = frame.figures ?? {}
  if (figures?.unansweredTicketCount === 0) return 'all answered'
  const late = figures?.lateUnansweredTicketCount
  if (late !== null && late !== undefined && late > 0) return `${figure(late)} late`
  const minutes = figures?.minutesToNextResponseBreach
  if (minutes === null || minutes === undefined || frame.figures === undefined) return '–'
  const since = frame.now - Date.parse(frame.figures.at)
  return `next in ${duration(minutes * minuteMs - since, false)}`
}
