import type { Input } from '../../scene.js'
import type { FieldFacts, OperationFacts, SchemaModel } from '../../schema-model.js'
import { readTime } from '../../world/wire-time.js'
import { inputValues } from './input-values.js'
import type { Problem } from './problem.js'
import { targetField, writtenType } from './target.js'

/** Wherever a field of that name is written. */
const patterns: Readonly<Record<string, RegExp>> = {
  countryCode: /^[A-Z]{2}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  emailDomains: /^[^\s@.]+(\.[^\s@.]+)+$/,
  end: /^([01]\d|2[0-3]):[0-5]\d$/,
  start: /^([01]\d|2[0-3]):[0-5]\d$/,
}

/** Only where the reference tells a length. */
const lengths: Readonly<Record<string, number>> = { options: 255, paymentReference: 255 }

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}($|T)/.test(text) && !Number.isNaN(readTime(text))
export const isInstant = (text: string): boolean => !Number.isNaN(readTime(text))

const isReadable: Readonly<Record<string, (text: string) => boolean>> = {
  Day: isDay,
  Decimal: (text) => /^-?\d+(\.\d+)?$/.test(text),
  Instant: isInstant,
}

const isFreeText = (model: SchemaModel, { type, kind, isId }: FieldFacts): boolean =>
  kind === 'text' && !isId && model.enumValues(type).length === 0

/** What an input lacks or has in a wrong form, without a look at the world. */
export function formProblems(operation: OperationFacts, input: Input): Problem[] {
  const { model, argument, result } = operation
  const type = argument?.type ?? ''
  const changed = targetField(operation) && writtenType(model, result.type)
  const problems: Problem[] = []
  for (const { field, attribute, value, input: owner } of inputValues(model, type, input)) {
    // What a record always has cannot be cleared either.
    const isPromised = changed !== undefined && owner === input && isRequired(model, changed, field.name)
    if (value === null) {
      if (isPromised) problems.push({ code: 'mandatory_validation_failed', attribute })
      continue
    }
    if (typeof value !== 'string') continue
    if (isFreeText(model, field) && value.trim() === '') {
      if (field.required || isPromised) problems.push({ code: 'mandatory_validation_failed', attribute })
      else if (field.name in patterns) problems.push({ code: 'value_pattern_validation_failed', attribute })
      continue
    }
    if (isReadable[field.type]?.(value) === false)
      problems.push({ code: 'type_validation_failed', attribute })
    if (patterns[field.name]?.test(value) === false)
      problems.push({ code: 'value_pattern_validation_failed', attribute })
    if (value.length > (lengths[field.name] ?? Number.POSITIVE_INFINITY))
      problems.push({ code: 'value_length_exceeds_limit', attribute })
  }
  return problems
}

const isRequired = (model: SchemaModel, type: string, name: string): boolean =>
  model.field(type, name)?.required === true
