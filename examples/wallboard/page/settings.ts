import type { PageSettings } from './page-settings.js'

export const views = ['wall', 'far', 'desk', 'phone'] as const
export type View = (typeof views)[number]
export type Theme = 'dark' | 'light'
export type Spoken = 'off' | 'late' | 'summary'

/** What a person chose, by address or by hand; undefined is as it fits. */
export interface Choices {
  readonly view?: View
  readonly theme?: Theme
  readonly clients?: 'initials' | 'full'
  readonly subjects?: 'off' | 'on'
  readonly names?: 'short' | 'full'
  readonly spoken?: Spoken
  readonly sound?: 'on' | 'off'
  readonly keys?: 'on' | 'off'
}

const allowed: { readonly [Name in keyof Required<Choices>]: readonly NonNullable<Choices[Name]>[] } = {
  view: views,
  theme: ['dark', 'light'],
  clients: ['initials', 'full'],
  subjects: ['off', 'on'],
  names: ['short', 'full'],
  spoken: ['off', 'late', 'summary'],
  sound: ['on', 'off'],
  keys: ['on', 'off'],
}

const chosenKey = 'wallboard'
const secretKey = 'wallboard-key'

export function readSettings(document: Document): PageSettings {
  const text = document.querySelector('meta[name=wallboard]')?.getAttribute('content') ?? '{}'
  return JSON.parse(text) as PageSettings
}

/** The address wins over what was chosen before; what is not allowed counts as not given. */
export function readChoices(search: string, storage: Pick<Storage, 'getItem'>): Choices {
  const query = new URLSearchParams(search)
  let kept: Record<string, unknown> = {}
  try {
    kept = (JSON.parse(storage.getItem(chosenKey) ?? '{}') ?? {}) as Record<string, unknown>
  } catch {
    // Whoever wrote it, it is no choice.
  }
  const pick = (name: string, values: readonly string[]) =>
    [query.get(name), kept[name]].find((value) => values.includes(value as string))
  const entries = Object.entries(allowed).map(([name, values]) => [name, pick(name, values)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Choices
}

const filterNames = ['client', 'technician', 'techGroup']

/** The document of those whom the page's address asks for. */
export function filteredBoard(board: string, search: string): string {
  const asked = [...new URLSearchParams(search)].filter(([name]) => filterNames.includes(name))
  return asked.length === 0 ? board : `${board}?${new URLSearchParams(asked)}`
}

/** Keeps a choice for the next time, and takes it out of the address, which would win. */
export function keepChoice(choices: Choices, change: Choices): Choices {
  const next = { ...choices, ...change }
  attempt(() => localStorage.setItem(chosenKey, JSON.stringify({ ...keptChoices(), ...change })))
  const url = new URL(location.href)
  for (const name of Object.keys(change)) url.searchParams.delete(name)
  if (url.href !== location.href) history.replaceState(null, '', url)
  return next
}

const keptChoices = () => readChoices('', localStorage)

/** The key of a board that asks for one; it stays on this screen. */
export const readKey = (): string | null => attempt(() => localStorage.getItem(secretKey)) ?? null
export const keepKey = (key: string): void => void attempt(() => localStorage.setItem(secretKey, key))

/** The width decides unless someone did. */
export function viewOf(choices: Choices, width: number): View {
  if (choices.view !== undefined) return choices.view
  return width >= 1600 ? 'wall' : width >= 760 ? 'desk' : 'phone'
}

export function themeOf(choices: Choices, view: View, prefersLight: boolean): Theme {
  if (choices.theme !== undefined) return choices.theme
  return view === 'wall' || view === 'far' || !prefersLight ? 'dark' : 'light'
}

/** Storage may be forbidden, or full. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
