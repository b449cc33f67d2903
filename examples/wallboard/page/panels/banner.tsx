import type { Frame } from '../frame.js'

/** What to do about codes after which the server takes no more of this client. */
const refusals: Readonly<Record<number, string>> = {
  4501: 'The server and this page do not speak alike. Reload the page.',
  4502: 'The server waited for a key in vain. Reload the page.',
  4505: 'The server allows fewer streams. Raise maxSubscriptions of the WebSocket sink.',
  4509: 'The server refused too much. Reload the page.',
}

export function Banner({ frame, onAgain }: { readonly frame: Frame; readonly onAgain: () => void }) {
  const { condition, times, board, drawnAt } = frame
  const figuresOf = board === undefined ? '' : times.second(Date.parse(board.at))
  switch (condition.kind) {
    case 'good':
      return null
    case 'loading':
      return condition.reason === null ? null : (
        <section class="banner" aria-label="State of the figures">
          Still reading: {condition.reason}
        </section>
      )
    case 'gap':
      return (
        <section class="banner" aria-label="State of the figures">
          <b>Catching up</b> · {times.minute(Date.parse(condition.from))}–{times.minute(frame.now)} was missed
        </section>
      )
    case 'stale':
      return (
        <section class="banner" aria-label="State of the figures">
          <b>Not current</b> · figures of {figuresOf} · {condition.reason}
        </section>
      )
    case 'lost': {
      const seconds = Math.ceil((condition.retryAt - drawnAt) / 1000)
      return (
        <section class="banner" aria-label="State of the figures">
          <b>Connection lost</b> · figures of {figuresOf} ·{' '}
          {seconds > 0 ? `next try in ${seconds} s` : 'trying now'}
        </section>
      )
    }
    case 'refused':
      return (
        <section class="banner" aria-label="State of the figures">
          <b>Not connected</b> · {refusals[condition.code] ?? `The server ended it: ${condition.reason}.`} (
          {condition.code}){' '}
          <button type="button" onClick={onAgain}>
            Try again
          </button>
        </section>
      )
  }
}
