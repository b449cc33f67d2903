/** What one option of a fault must be. */
export interface Check {
  readonly expects: string
  readonly required?: boolean
  isFine(value: unknown): boolean
}

export type Checks<Options> = { readonly [Name in keyof Options]-?: Check }

/** Largest wait that `setTimeout` takes. */
const LONGEST_MS = 2_147_483_647

const isWhole = (value: unknown, least: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= least
const isBetween = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most

export const wholeNumber = (least: number): Check => ({
  expects: `a whole number, ${least} or more`,
  isFine: (value) => isWhole(value, least),
})
export const milliseconds: Check = {
  expects: 'milliseconds, 0 or more',
  isFine: (value) => isBetween(value, 0, LONGEST_MS),
}
export const share: Check = {
  expects: 'a number from 0 to 1',
  isFine: (value) => isBetween(value, 0, 1),
}
export const text: Check = { expects: 'a text', isFine: (value) => typeof value === 'string' }
export const functionCheck: Check = { expects: 'a function', isFine: (value) => typeof value === 'function' }
export const oneOf = (...values: readonly unknown[]): Check => ({
  expects: values.join(', '),
  isFine: (value) => values.includes(value),
})
export const needed = (check: Check): Check => ({ ...check, required: true })

/** Wrong options of a fault; `field` names the one that is wrong. */
export class FaultOptionError extends TypeError {
  readonly field: string
  constructor(fault: string, field: string, message: string) {
    super(`faults.${fault}: ${message}`)
    this.field = field
  }
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

/** Throws a {@link FaultOptionError} for what is unknown, missing or of the wrong kind; never tells the value. */
export function checkOptions<Options extends object>(
  fault: string,
  given: Options,
  checks: Checks<Options>,
): void {
  if (typeOf(given) !== 'object')
    throw new FaultOptionError(fault, 'options', `options expects an object, received ${typeOf(given)}.`)
  const known = Object.entries<Check>(checks)
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(checks, name)) continue
    const names = known.map(([other]) => other).join(', ')
    throw new FaultOptionError(fault, name, `unknown option ${name}; known are ${names}.`)
  }
  for (const [name, { expects, required, isFine }] of known) {
    const value = (given as Record<string, unknown>)[name]
    if (value === undefined ? required === true : !isFine(value))
      throw new FaultOptionError(fault, name, `${name} expects ${expects}, received ${typeOf(value)}.`)
  }
}
