import type { Field } from '../../../entities/generated/types.js'
import type { ClientErrorCode } from '../../errors/operation-failure.js'
import type { Scene } from '../../scene.js'
import { isRow } from '../write-record.js'
import { isDay, isInstant } from './form.js'
import type { Rule } from './rule.js'

type Verdict = ClientErrorCode | undefined
type Check = (value: unknown, choices: readonly (string | null)[]) => Verdict

const atMost =
  (length: number): Check =>
  (value) =>
    typeof value !== 'string'
      ? 'type_validation_failed'
      : value.length > length
        ? 'value_length_exceeds_limit'
        : undefined

const numeric =
  (digits: RegExp): Check =>
  (value) =>
    Number.isNaN(Number.parseFloat(String(value))) || !/^-?[\d.]+$/.test(String(value))
      ? 'type_validation_failed'
      : digits.test(String(value))
        ? undefined
        : 'value_length_exceeds_limit'

const time =
  (isFine: (text: string) => boolean): Check =>
  (value) =>
    typeof value === 'string' && isFine(value) ? undefined : 'type_validation_failed'

const choice: Check = (value, choices) =>
  typeof value !== 'string'
    ? 'type_validation_failed'
    : choices.includes(value)
      ? undefined
      : 'referred_value_does_not_exist'

const several: Check = (value, choices) =>
  Array.isArray(value)
    ? value.map((entry: unknown) => choice(entry, choices)).find((verdict) => verdict !== undefined)
    : 'type_validation_failed'

/** By kind of field; documented are the lengths, and that only checkbox and multi-select hold lists. */
const checks: Readonly<Record<string, Check>> = {
  CHECKBOX: several,
  DATE: time(isDay),
  DATETIME: time(isInstant),
  DECIMAL: numeric(/^-?\d{1,10}(\.\d{1,2})?$/),
  MULTI_SELECT: several,
  NUMERIC: numeric(/^-?\d{1,10}$/),
  PARAGRAPH: atMost(65_535),
  RADIO: choice,
  SELECT: choice,
  TEXT: atMost(255),
}

export const fieldsOf = (module: string, { world }: Scene): readonly Field[] =>
  world.tables.Field.rows.filter((field) => field.module === module)

/** Values of `customFields` by the kind of their column; columns that the module lacks are unknown. */
export const customFields =
  (module: string): Rule =>
  ({ input, scene }) => {
    if (!isRow(input.customFields)) return []
    const fields = fieldsOf(module, scene)
    return Object.entries(input.customFields).flatMap(([attribute, value]) => {
      const field = fields.find(
        ({ columnName, fieldCategory }) => fieldCategory === 'CUSTOM' && columnName === attribute,
      )
      if (field === undefined) return [{ code: 'referred_value_does_not_exist', attribute }]
      const choices = (field.options ?? []).flatMap((option) => option?.value ?? [])
      const code = value === null ? undefined : checks[field.fieldType]?.(value, choices)
      return code === undefined ? [] : [{ code, attribute }]
    })
  }
