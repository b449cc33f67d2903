/** The filters of the reference, written down a second time as plainly as possible. */
export type DataType = 'text' | 'number' | 'date' | 'boolean'

export interface Leaf {
  readonly attribute: string
  readonly operator: string
  readonly value?: unknown
}
export type Condition =
  | Leaf
  | { readonly joinOperator: 'AND' | 'OR'; readonly operands: readonly Condition[] }

/** All values at a dotted path; lists on the way count with every entry, nothing counts as none. */
export function valuesAt(row: unknown, path: string): (string | number | boolean)[] {
  const [name = '', ...rest] = path.split('.')
  const value: unknown = (row as Record<string, unknown> | null)?.[name]
  const list = Array.isArray(value) ? value : [value]
  if (rest.length > 0) return list.flatMap((entry: unknown) => (entry ? valuesAt(entry, rest.join('.')) : []))
  return list.filter((entry) => entry !== null && entry !== undefined && entry !== '')
}

const utc = (text: unknown): number => {
  const full = String(text).length === 10 ? `${text}T00:00:00` : String(text)
  return Date.parse(full.endsWith('Z') ? full : `${full}Z`)
}
const lower = (value: unknown) => String(value).toLowerCase()
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const spanMs = (value: unknown): number => {
  const { unit, quantity } = value as { unit: string; quantity: number }
  const hours = { MINUTE: 1 / 60, HOUR: 1, DAY: 24, WEEK: 168, MONTH: 720, YEAR: 8760 }[unit] ?? Number.NaN
  return quantity * hours * 3_600_000
}

type One = (found: string | number | boolean, value: unknown, now: number) => boolean

const negations: Readonly<Record<string, string>> = {
  isNot: 'is',
  notContains: 'contains',
  notIncludes: 'includes',
}

const tests: Readonly<Record<DataType, Readonly<Record<string, One>>>> = {
  text: {
    is: (found, value) => String(found) === value,
    startsWith: (found, value) => lower(found).startsWith(lower(value)),
    endsWith: (found, value) => lower(found).endsWith(lower(value)),
    contains: (found, value) => lower(found).includes(lower(value)),
    includes: (found, value) => listOf(value).includes(String(found)),
    in: (found, value) => listOf(value).includes(String(found)),
  },
  number: {
    is: (found, value) => Number(found) === value,
    greaterThan: (found, value) => Number(found) > Number(value),
    greaterThanOrEqual: (found, value) => Number(found) >= Number(value),
    lessThan: (found, value) => Number(found) < Number(value),
    lessThanOrEqual: (found, value) => Number(found) <= Number(value),
  },
  date: {
    after: (found, value) => utc(found) > utc(value),
    before: (found, value) => utc(found) < utc(value),
    between: (found, value) => utc(found) >= utc(listOf(value)[0]) && utc(found) <= utc(listOf(value)[1]),
    inLast: (found, value, now) => utc(found) <= now && utc(found) >= now - spanMs(value),
    inNext: (found, value, now) => utc(found) >= now && utc(found) <= now + spanMs(value),
  },
  boolean: { is: (found, value) => found === value },
}

/** Whether a row passes a condition; operators that no test knows throw. */
export function passes(
  row: unknown,
  condition: Condition,
  typeOf: (attribute: string) => DataType,
  now: number,
): boolean {
  if ('joinOperator' in condition) {
    const { joinOperator, operands } = condition
    const results = operands.map((operand) => passes(row, operand, typeOf, now))
    return joinOperator === 'AND' ? !results.includes(false) : results.includes(true)
  }
  const { attribute, operator, value } = condition
  const found = valuesAt(row, attribute)
  if (operator === 'isEmpty') return found.length === 0
  if (operator === 'isNotEmpty') return found.length > 0
  const positive = negations[operator] ?? operator
  const one = tests[typeOf(attribute)][positive]
  if (one === undefined) throw new Error(`no plain ${operator}`)
  const holds = found.some((entry) => one(entry, value, now))
  return positive === operator ? holds : !holds
}
