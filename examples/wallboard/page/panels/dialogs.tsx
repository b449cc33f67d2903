import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Frame } from '../frame.js'
import type { Choices } from '../settings.js'
import { figure, percent } from '../words.js'
import { hourName } from './today.js'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** The browser keeps the focus in it, and gives it back. */
function Dialog({ title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog !== null && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={ref} aria-labelledby="dialog-title" onClose={onClose}>
      <h2 id="dialog-title">{title}</h2>
      {children}
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}

interface HelpProps {
  readonly choices: Choices
  readonly keys: readonly (readonly [string, string])[]
  readonly onChoose: (change: Choices) => void
  readonly onSummary: () => void
  readonly onClose: () => void
}

export function Help({ choices, keys, onChoose, onSummary, onClose }: HelpProps) {
  const spoken = choices.spoken ?? 'late'
  const options = [
    ['off', 'nothing'],
    ['late', 'what is newly late, and the connection'],
    ['summary', 'that, and a summary every 5 minutes'],
  ] as const
  return (
    <Dialog title="Help" onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input
          type="checkbox"
          checked={choices.keys !== 'off'}
          onChange={({ currentTarget }) => onChoose({ keys: currentTarget.checked ? 'on' : 'off' })}
        />{' '}
        These keys work
      </label>
      <fieldset>
        <legend>A screen reader is told</legend>
        {options.map(([value, label]) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name="spoken"
              value={value}
              checked={spoken === value}
              onChange={() => onChoose({ spoken: value })}
            />{' '}
            {label}
          </label>
        ))}
        <button type="button" onClick={onSummary}>
          Tell the summary now
        </button>
      </fieldset>
      <p class="legend">
        <b>Overdue</b> is past the time of reply or fix. <b>At risk</b> has used three quarters of it: dashed,
        and from nine tenths on with a full edge. Colour means late time and nothing else.
      </p>
    </Dialog>
  )
}

export type TableName = 'today' | 'sla'

export function TableDialog({
  name,
  frame,
  onClose,
}: {
  readonly name: TableName
  readonly frame: Frame
  readonly onClose: () => void
}) {
  const { figures: board } = frame
  const ratio = (value: number | null) => (value === null ? '–' : percent(value))
  const [title, heads, rows] =
    name === 'today'
      ? [
          'Today by the hour',
          ['Hour', 'Came in', 'Resolved'],
          board?.today.hours.map((hour) => [hourName(hour), figure(hour.created), figure(hour.resolved)]),
        ]
      : [
          'SLA met per day',
          ['Day', 'Answered in time', 'Fixed in time'],
          board?.sla.days.map(({ day, firstResponse, resolution }) => [
            day,
            ratio(firstResponse),
            ratio(resolution),
          ]),
        ]
  return (
    <Dialog title={title} onClose={onClose}>
      <table class="numbers">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map(([first, ...others], at) => (
            <tr key={`${first} ${at}`}>
              <th scope="row">{first}</th>
              {others.map((text, column) => (
                <td key={heads[column]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}

interface KeyFormProps {
  readonly isRefused: boolean
  readonly onKey: (key: string) => void
}

/** Where the server asks for a key; it is kept on this screen and never in an address. */
export function KeyForm({ isRefused, onKey }: KeyFormProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <form
      class="key-form"
      onSubmit={(event) => {
        event.preventDefault()
        const key = input.current?.value.trim() ?? ''
        if (key !== '') onKey(key)
      }}
    >
      <label for="key">This board asks for the key of its server</label>
      <input id="key" ref={input} type="password" autocomplete="current-password" required />
      {isRefused && <p role="alert">The server does not take the key that was given.</p>}
      <button type="submit">Show the board</button>
    </form>
  )
}
