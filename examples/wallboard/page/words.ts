const minuteMs = 60_000
const dayMinutes = 24 * 60
/** Figure and unit stay together. */
const space = '\u00a0'
/** Up to here the seconds count. */
const exactMs = 10 * minuteMs

/** `3:43 min`, `51 min`, `3 h 10`, `1 d 4 h`, `12 d`; never negative. */
export function duration(ms: number, isExact: boolean): string {
  const left = Math.max(0, ms)
  const minutes = Math.floor(left / minuteMs)
  if (isExact && left < exactMs)
    return `${minutes}:${String(Math.floor((left % minuteMs) / 1000)).padStart(2, '0')}${space}min`
  if (minutes < 60) return `${minutes}${space}min`
  if (minutes < dayMinutes)
    return `${Math.floor(minutes / 60)}${space}h${space}${String(minutes % 60).padStart(2, '0')}`
  const hours = Math.floor((minutes % dayMinutes) / 60)
  return minutes < 2 * dayMinutes
    ? `${Math.floor(minutes / dayMinutes)}${space}d${space}${hours}${space}h`
    : `${Math.floor(minutes / dayMinutes)}${space}d`
}

export const showsSeconds = (ms: number): boolean => ms > 0 && ms < exactMs

/** For ears: `42 minutes`, `3 hours 10 minutes`, `2 days`. */
export function spokenDuration(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / minuteMs)
  const of = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
  if (minutes < 60) return of(minutes, 'minute')
  const rest = minutes % 60
  if (minutes < dayMinutes)
    return `${of(Math.floor(minutes / 60), 'hour')}${rest > 0 ? ` ${of(rest, 'minute')}` : ''}`
  return of(Math.floor(minutes / dayMinutes), 'day')
}

/** A figure; `–` for one that is not known. */
export const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : grouped.format(value)

const grouped = new Intl.NumberFormat('en')

export const signed = (value: number): string =>
  value > 0 ? `+${figure(value)}` : value < 0 ? `−${figure(-value)}` : '±0'

export const percent = (ratio: number): string => `${Math.round(ratio * 100)}${space}%`

/** Times of day in the zone of the figures. */
export class DayTimes {
  readonly #minutes: Intl.DateTimeFormat
  readonly #seconds: Intl.DateTimeFormat
  readonly #weekday: Intl.DateTimeFormat

  constructor(readonly timeZone: string) {
    const common = { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' } as const
    this.#minutes = new Intl.DateTimeFormat('en-GB', common)
    this.#seconds = new Intl.DateTimeFormat('en-GB', { ...common, second: '2-digit' })
    this.#weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' })
  }
  minute(ms: number): string {
    return Number.isNaN(ms) ? '' : this.#minutes.format(ms)
  }
  second(ms: number): string {
    return Number.isNaN(ms) ? '' : this.#seconds.format(ms)
  }
  /** Of a day such as 2026-01-31. */
  weekday(day: string): string {
    return this.#weekday.format(Date.parse(day))
  }
}

/** `Marcus Weber` as `Marcus W.`. */
export function shortName(name: string): string {
  const parts = name.trim().split(/\s+/)
  const last = parts.length > 1 ? [...(parts[parts.length - 1] ?? '')][0] : undefined
  return last === undefined ? name : `${parts[0]} ${last}.`
}

/** `Halden Logistics` as `H. L.`. */
export const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .map((word) => `${[...word][0] ?? ''}.`)
    .join(' ')

/** How activity is told in one word. */
const verbs: Readonly<Record<string, string>> = {
  'was assigned': 'took',
  answered: 'replied',
  'logged work': 'logged',
  'got back': 'got back',
}
export const shortVerb = (verb: string): string => verbs[verb] ?? verb

/** Of `251126-0460` what tells it from others of the day. */
export const shortId = (displayId: string): string => displayId.replace(/^\d{6}-/, '')

const ages: Readonly<Record<string, string>> = { lt1d: '< 1 d' }
/** `d1to3` as `1–3`, `gte30d` as `30 +`. */
export function ageName(name: string): string {
  const [, from, to] = /^d(\d+)to(\d+)$/.exec(name) ?? []
  if (from !== undefined) return `${from}–${to}`
  const [, below] = /^lt(\d+)d$/.exec(name) ?? []
  const [, least] = /^gte(\d+)d$/.exec(name) ?? []
  return ages[name] ?? (below !== undefined ? `< ${below} d` : least !== undefined ? `${least} +` : name)
}
