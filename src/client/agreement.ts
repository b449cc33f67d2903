import { parseInstant } from '../values/instant.js'

/** Whether a row shows what an input asked for: `unseen` when the row holds nothing of it. */
export type Agreement = 'agrees' | 'differs' | 'unseen'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Servers keep seconds, so an instant agrees to the second. */
const toleranceMs = 1000

/**
 * Compares what a mutation was to write with a row read later.
 *
 * Fields of the input that the row does not show, such as the description of a ticket, decide nothing.
 */
export function agreementOf(input: Row, row: Row): Agreement {
  let seen = false
  for (const [name, wanted] of Object.entries(input)) {
    const agrees = compareField(name, wanted, row)
    if (agrees === false) return 'differs'
    seen ||= agrees === true
  }
  return seen ? 'agrees' : 'unseen'
}

/** Undefined when the row does not show the field. */
function compareField(name: string, wanted: unknown, row: Row): boolean | undefined {
  if (wanted === undefined) return undefined
  if (name in row) return sameValue(wanted, row[name])
  const change = /^(add|delete)([A-Z]\w*)$/.exec(name)
  if (change === null) return undefined
  const field = `${change[2]?.charAt(0).toLowerCase()}${change[2]?.slice(1)}`
  const held = row[field]
  if (!Array.isArray(held) || !Array.isArray(wanted)) return undefined
  const holds = (entry: unknown) => held.some((own) => sameValue(entry, own))
  return change[1] === 'add' ? wanted.every(holds) : !wanted.some(holds)
}

const isNothing = (value: unknown) => value === null || value === undefined || value === ''

function sameValue(wanted: unknown, held: unknown): boolean {
  if (isNothing(wanted)) return isNothing(held) || (Array.isArray(held) && held.length === 0)
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(held) &&
      wanted.length === held.length &&
      wanted.every((entry, at) => sameValue(entry, held[at]))
    )
  }
  // An identifier names the record whose reference the row holds.
  if (isRow(wanted))
    return isRow(held) && Object.entries(wanted).every(([name, value]) => sameValue(value, held[name]))
  const [wantedMs, heldMs] = [instantOf(wanted), instantOf(held)]
  if (wantedMs !== undefined && heldMs !== undefined) return Math.abs(wantedMs - heldMs) < toleranceMs
  const [one, other] = [plain(wanted), plain(held)]
  return one === other || (one !== '' && Number(one) === Number(other))
}

function instantOf(value: unknown): number | undefined {
  const ms =
    value instanceof Date ? value.getTime() : typeof value === 'string' ? parseInstant(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

/** Text without the markup and spacing that servers add or take away. */
const plain = (value: unknown): string =>
  String(value)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
