import type { PriorityRank, StatusClass } from './context.js'

/** Classes and ranks of the tenant's free names. */
export interface Names {
  /** Null for a blank name. */
  statusClass(name: unknown): StatusClass | null
  priorityRank(name: unknown): PriorityRank | null
  /** The name as it is compared; null for what is no text. */
  category(name: unknown): string | null
}

type NamesByValue<Value extends PropertyKey> = Readonly<Record<Value, readonly string[]>>

const STATUS_NAMES: NamesByValue<Exclude<StatusClass, 'unknown'>> = {
  open: [
    'new',
    'open',
    'assigned',
    'in progress',
    'on-site',
    'on site',
    'scheduled',
    'customer responded',
    'under investigation',
    'reopened',
  ],
  paused: [
    'on hold',
    'pending',
    'waiting on customer',
    'waiting for customer',
    'awaiting customer',
    'waiting on third party',
    'waiting on vendor',
  ],
  resolved: ['resolved'],
  closed: ['closed'],
  cancelled: ['cancelled', 'canceled', 'abandoned', 'spam', 'duplicate', 'merged'],
}

const PRIORITY_NAMES: NamesByValue<PriorityRank> = {
  1: ['critical', 'urgent', 'emergency', 'p1', '1'],
  2: ['high', 'p2', '2'],
  3: ['medium', 'normal', 'p3', '3'],
  4: ['low', 'very low', 'p4', 'p5', '4', '5'],
}

const STATUS_CLASS: ReadonlyMap<string, StatusClass> = new Map(
  (Object.keys(STATUS_NAMES) as Exclude<StatusClass, 'unknown'>[]).flatMap((value) =>
    STATUS_NAMES[value].map((name) => [name, value] as const),
  ),
)
const PRIORITY_RANK: ReadonlyMap<string, PriorityRank> = new Map(
  ([1, 2, 3, 4] as const).flatMap((value) => PRIORITY_NAMES[value].map((name) => [name, value] as const)),
)

const MEMO_SIZE = 1000

/** Compatible characters made equal (NFKC), white space trimmed and collapsed, lower case of no locale. */
export function normaliseName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Remembers raw names, a bounded number of them: normalising takes eight times as long as finding one again. */
export function createNames(
  statusMap?: Readonly<Record<string, StatusClass>>,
  priorityMap?: Readonly<Record<string, PriorityRank>>,
): Names {
  // Without a map of one's own the answers are always the same, so a call per page keeps what earlier pages learnt.
  if (statusMap === undefined && priorityMap === undefined) return defaultNames
  return namesOf(statusMap ?? {}, priorityMap ?? {})
}

function namesOf(
  statusMap: Readonly<Record<string, StatusClass>>,
  priorityMap: Readonly<Record<string, PriorityRank>>,
): Names {
  const ownStatus = normalisedMap(statusMap)
  const ownPriority = normalisedMap(priorityMap)
  return {
    statusClass: remember((raw) => {
      const name = normaliseName(raw)
      return name === '' ? null : (ownStatus.get(name) ?? STATUS_CLASS.get(name) ?? 'unknown')
    }),
    priorityRank: remember((raw) => {
      const name = normaliseName(raw)
      return ownPriority.get(name) ?? PRIORITY_RANK.get(name) ?? null
    }),
    category: remember(normaliseName),
  }
}

const defaultNames = namesOf({}, {})

/** Of two spellings of one name the first by code unit counts, whatever the order of the keys. */
function normalisedMap<Value>(values: Readonly<Record<string, Value>>): Map<string, Value> {
  const map = new Map<string, Value>()
  for (const raw of Object.keys(values).sort().reverse()) map.set(normaliseName(raw), values[raw] as Value)
  return map
}

function remember<Value>(find: (raw: string) => Value | null): (raw: unknown) => Value | null {
  const memo = new Map<string, Value | null>()
  return (raw) => {
    if (typeof raw !== 'string') return null
    const known = memo.get(raw)
    if (known !== undefined) return known
    const value = find(raw)
    if (memo.size >= MEMO_SIZE) memo.clear()
    memo.set(raw, value)
    return value
  }
}
