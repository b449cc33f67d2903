import type { DueRow } from '../board.js'
import { clientText, type Frame, isExact, leftOf, personText } from '../frame.js'
import { useFittingRows } from '../use-size.js'
import { duration, figure, spokenDuration } from '../words.js'
import { Panel } from './panel.js'

/** Rows of a screen that scrolls. */
const scrolled = { desk: 14, phone: 12 } as const

/** One list in order of time. */
export function DueNext({ frame }: { readonly frame: Frame }) {
  const { figures: board, rows, view } = frame
  const [list, fitting] = useFittingRows(view === 'far' ? 9 : 8)
  const most =
    view === 'phone'
      ? scrolled.phone
      : view === 'desk'
        ? Math.max(fitting.count, scrolled.desk)
        : fitting.count
  const style = view === 'wall' || view === 'far' ? { height: `${fitting.height}rem` } : {}
  const { furtherDueCount, furtherLateCount } = board?.figures ?? {}
  const shown = rows?.slice(0, most) ?? []
  const late = rows?.filter(({ level }) => level === 'late').length ?? 0
  const shownLate = shown.filter(({ level }) => level === 'late').length
  const moreLate = (furtherLateCount ?? 0) + late - shownLate
  const more = (rows?.length ?? 0) - late - (shown.length - shownLate) + (furtherDueCount ?? 0)
  const notes = [
    ...(moreLate > 0 ? [`${figure(moreLate)} more late`] : []),
    ...(more > 0 ? [`${figure(more)} more on the clock`] : []),
  ]
  const missing = rows === null && board !== undefined ? 'tickets are not known' : undefined
  return (
    <Panel id="due" title="Due next" note={notes.join(', ')} missing={missing}>
      <ol class="due-rows" ref={list}>
        {board === undefined
          ? Array.from({ length: most }, (_, at) => (
              <li key={`block ${at}`} class="due-row block" style={style} />
            ))
          : shown.map((row) => <Row key={row.ticketId ?? ''} row={row} frame={frame} style={style} />)}
      </ol>
      {rows?.length === 0 && <p class="empty">Nothing has a running clock</p>}
    </Panel>
  )
}

interface RowProps {
  readonly row: DueRow
  readonly frame: Frame
  readonly style: { readonly height?: string }
}

function Row({ row, frame, style }: RowProps) {
  const { level, clock, due, priorityRank, displayId, subject, clientName, technicianName, ticketId } = row
  const { choices, settings, view } = frame
  const left = leftOf(row, frame)
  const isLate = level === 'late'
  const time = left === null ? '–' : duration(Math.abs(left), isExact(frame) && !isLate)
  const owner = technicianName === null ? null : personText(technicianName, frame)
  const client = clientText(clientName, frame)
  const isNoisy = choices.subjects !== 'off'
  const href = view === 'desk' || view === 'phone' ? addressOf(settings.ticketUrl, ticketId) : undefined
  const text = subject ?? 'no subject'
  const spoken = left === null ? '' : spokenDuration(Math.abs(left))
  return (
    <li
      class={`due-row ${level}`}
      style={style}
      data-row={ticketId ?? ''}
      data-says={`${level} ${technicianName ?? ''} ${clock}`}
    >
      <span class="unseen">{isLate ? `late by ${spoken}` : `due in ${spoken}`}</span>
      <span class="chip" aria-hidden="true">
        <time dateTime={due ?? ''}>{time}</time>
        {isLate && <small> late</small>}
        <small class="to"> {isLate ? clock : `to ${clock}`}</small>
      </span>
      <span class="clock">{clock}</span>
      <span class={`rank rank-${priorityRank ?? 'none'}`}>
        {priorityRank === null ? '' : `P${priorityRank}`}
      </span>
      <bdi class="client">{client}</bdi>
      {isNoisy && (
        <span class="subject">
          {href === undefined ? (
            <bdi>{text}</bdi>
          ) : (
            <a href={href} rel="noreferrer" target="_blank">
              {displayId ?? text}
            </a>
          )}
          {href !== undefined && <bdi> {text}</bdi>}
        </span>
      )}
      {!isNoisy && <span class="subject">{displayId}</span>}
      {owner === null ? (
        <strong class="owner none">
          <svg class="ring" viewBox="0 0 10 10" aria-hidden="true">
            <circle cx="5" cy="5" r="3.8" />
          </svg>
          no owner
        </strong>
      ) : (
        <bdi class="owner">{owner}</bdi>
      )}
    </li>
  )
}

/** Only addresses of the web: the template is the server's, the id a stranger's. */
function addressOf(template: string | null, ticketId: string | null): string | undefined {
  if (template === null || ticketId === null || !/^https?:\/\//.test(template)) return undefined
  return template.replace('{ticketId}', encodeURIComponent(ticketId))
}
