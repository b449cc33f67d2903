import { render } from 'preact'
import { Announcer, summaryOf } from './announcer.js'
import { followBoard } from './follow-board.js'
import { deskName, type Frame, frameOf, isExact, leftOf } from './frame.js'
import { keepingFocus, RowMotion } from './motion.js'
import { Help, KeyForm, TableDialog, type TableName } from './panels/dialogs.js'
import type { Action } from './panels/foot.js'
import { Wallboard } from './panels/wallboard.js'
import { keepAwake } from './screen.js'
import { ServerClock } from './server-clock.js'
import {
  type Choices,
  filteredBoard,
  keepChoice,
  keepKey,
  readChoices,
  readKey,
  readSettings,
  themeOf,
  viewOf,
  views,
} from './settings.js'
import { Tone } from './sound.js'
import { type BoardState, conditionOf } from './state.js'
import { showsSeconds } from './words.js'

/** Between two drawings, however much happens. */
const leastMs = 250

const settings = readSettings(document)
const root = document.getElementById('board') ?? document.body
const said = document.getElementById('said') ?? root
const clock = new ServerClock()
const motion = new RowMotion()
const tone = new Tone()
const announcer = new Announcer((text) => {
  said.textContent = text
}, performance.now())
const light = matchMedia('(prefers-color-scheme: light)')

let choices = readChoices(location.search, localStorage)
let state: BoardState = { startedAt: performance.now() }
/** What was shown when a person paused. */
let paused: Frame | undefined
let dialog: 'help' | TableName | undefined
let drawnAt = Number.NEGATIVE_INFINITY
let isAsked = false

function presentFrame(): Frame {
  const at = performance.now()
  return frameOf({
    board: state.board,
    now: clock.now(),
    drawnAt: at,
    boardAt: state.boardAt ?? at,
    condition: conditionOf(state, at),
    settings,
    choices,
    view: viewOf(choices, innerWidth),
  })
}

/** At most four times a second, when the screen is drawn anyway. */
function drawSoon(): void {
  if (isAsked) return
  isAsked = true
  setTimeout(() => requestAnimationFrame(draw), Math.max(0, drawnAt + leastMs - performance.now()))
}

/** What a person asked for does not wait. */
function drawNow(): void {
  requestAnimationFrame(draw)
}

function draw(): void {
  isAsked = false
  drawnAt = performance.now()
  const present = presentFrame()
  const isPaused = paused !== undefined
  // A choice of how it looks counts at once, also of what stands still.
  const frame = paused === undefined ? present : { ...paused, choices, view: present.view }
  const { view, condition, board } = frame
  const { dataset } = document.documentElement
  dataset.view = view
  dataset.theme = themeOf(choices, view, light.matches)
  dataset.condition = condition.kind
  const isMock = board?.origin === 'mock' || (board === undefined && settings.seed !== null)
  document.title = `${isMock ? '[mock] ' : ''}Service desk ${deskName(frame)}`.trim()
  keepingFocus(() =>
    render(
      state.key !== undefined ? (
        <KeyForm isRefused={state.key === 'refused'} onKey={showKey} />
      ) : (
        <>
          <Wallboard
            frame={frame}
            pausedAt={paused?.now ?? null}
            actions={actions()}
            onTable={(name) => open(name)}
            onAgain={() => following.again()}
          />
          {dialog === 'help' && (
            <Help
              choices={choices}
              keys={[...actions(), ...hiddenActions].map(({ key, label }) => [key, label] as const)}
              onChoose={choose}
              onSummary={() => {
                if (frame.board !== undefined) said.textContent = summaryOf(frame.board)
              }}
              onClose={() => open(undefined)}
            />
          )}
          {dialog !== undefined && dialog !== 'help' && (
            <TableDialog name={dialog} frame={frame} onClose={() => open(undefined)} />
          )}
        </>
      ),
      root,
    ),
  )
  motion.run(root, isPaused || drawnAt < 1000)
  if (isPaused) return
  const isAlarm = announcer.look(frame.rows, condition)
  announcer.speak(board, choices.spoken ?? 'late', drawnAt)
  if (choices.sound === 'on' && isAlarm) tone.play()
}

/** Time left runs by minutes; by seconds only where a row has few of them, or a try is counted down to. */
function tick(): void {
  if (paused !== undefined) return
  const frame = presentFrame()
  const { condition, rows, drawnAt: at, boardAt } = frame
  const isFast = !isExact(frame)
  const hasSeconds =
    rows?.some((row) => row.level !== 'late' && showsSeconds(leftOf(row, frame) ?? 0)) === true
  const isChange = condition.kind !== document.documentElement.dataset.condition
  const isMinute = Math.floor(frame.now / 60_000) !== lastMinute
  const isStep = Math.floor((at - boardAt) / 10_000) !== lastStep
  lastMinute = Math.floor(frame.now / 60_000)
  lastStep = Math.floor((at - boardAt) / 10_000)
  if (isFast || hasSeconds || isChange || isMinute || isStep || condition.kind === 'lost') drawSoon()
  else announcer.speak(state.board, choices.spoken ?? 'late', at)
}
let lastMinute = Number.NaN
let lastStep = Number.NaN

function choose(change: Choices): void {
  choices = keepChoice(choices, change)
  drawNow()
}

function open(next: typeof dialog): void {
  if (dialog === next) return
  dialog = next
  drawNow()
}

function showKey(key: string): void {
  keepKey(key)
  following.again()
}

function actions(): Action[] {
  const { theme = 'dark' } = document.documentElement.dataset
  return [
    {
      key: 'p',
      label: paused === undefined ? 'Pause' : 'Go on',
      run: () => {
        paused = paused === undefined ? presentFrame() : undefined
        drawNow()
      },
    },
    { key: 't', label: 'Theme', run: () => choose({ theme: theme === 'dark' ? 'light' : 'dark' }) },
    {
      key: 's',
      label: choices.sound === 'on' ? 'Sound on' : 'Sound off',
      run: () => {
        tone.allow()
        choose({ sound: choices.sound === 'on' ? 'off' : 'on' })
      },
    },
    { key: '?', label: 'Help', run: () => open('help') },
  ]
}

const hiddenActions: readonly Action[] = [
  {
    key: 'v',
    label: 'View',
    run: () => {
      const view = viewOf(choices, innerWidth)
      choose({ view: views[(views.indexOf(view) + 1) % views.length] ?? 'wall' })
    },
  },
  {
    key: 'f',
    label: 'Full screen',
    run: () =>
      void (
        document.fullscreenElement === null
          ? document.documentElement.requestFullscreen()
          : document.exitFullscreen()
      ).catch(() => {}),
  },
]

document.addEventListener('keydown', (event) => {
  const { key, target, altKey, ctrlKey, metaKey } = event
  const isTyping = target instanceof HTMLInputElement && target.type === 'password'
  if (choices.keys === 'off' || altKey || ctrlKey || metaKey || isTyping || dialog !== undefined) return
  const action = [...actions(), ...hiddenActions].find((one) => one.key === key)
  if (action === undefined) return
  event.preventDefault()
  action.run()
})

const following = followBoard({
  ...settings,
  board: filteredBoard(settings.board, location.search),
  clock,
  key: readKey,
  onChange: (next) => {
    state = next
    if (paused === undefined) drawSoon()
  },
  onNewBuild: () => location.reload(),
})
light.addEventListener('change', drawSoon)
addEventListener('resize', drawSoon)
setInterval(tick, 1000)
keepAwake(() => ['wall', 'far'].includes(viewOf(choices, innerWidth)))
draw()
