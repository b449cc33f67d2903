/** How a terminal is written to. */
export interface Style {
  readonly width: number
  readonly color: boolean
  readonly utf8: boolean
}

export type Tone = 'late' | 'risk' | 'error' | 'warning' | 'bar' | 'strong' | 'quiet' | 'mock' | 'plain'

const codes: Record<Tone, string> = {
  late: '1;97;41',
  risk: '1;33',
  error: '1;31',
  warning: '33',
  bar: '34',
  strong: '1',
  quiet: '2',
  mock: '1;97;44',
  plain: '',
}

export const paint = (style: Style, tone: Tone, text: string): string =>
  style.color && tone !== 'plain' && text !== '' ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text

interface Streams {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** Columns that a report is written in. */
export const leastWidth = 40
export const mostWidth = 120

/** Style of a stream: NO_COLOR, TERM=dumb, FORCE_COLOR=0 and the flag switch colour off, FORCE_COLOR beats the terminal test. */
export function styleOf(
  stream: Streams,
  env: Readonly<Record<string, string | undefined>>,
  flags: { color: boolean; width?: number },
): Style {
  const force = env.FORCE_COLOR ?? ''
  const isOff = force === '0' || force === 'false'
  const forced = force !== '' && !isOff
  const refused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb' || isOff || !flags.color
  const locale = `${env.LC_ALL || env.LC_CTYPE || env.LANG || ''}`
  const columns = flags.width ?? (stream.columns || Number(env.COLUMNS) || 80)
  return {
    width: Math.max(leastWidth, Math.min(mostWidth, columns)),
    color: !refused && (forced || stream.isTTY === true),
    utf8: locale === '' || /utf-?8/i.test(locale),
  }
}
