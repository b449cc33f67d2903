import { parseDay } from '../values/day.js'
import { isRecord } from './records.js'

export type Fields = Readonly<Record<string, unknown>>

const none: Fields = Object.freeze({})

/** Fields of an inner object, of whatever was written in its place. */
export const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : none)

/** An inner list, empty for whatever else was written in its place. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Days since 1970 of `YYYY-MM-DD`, NaN for anything else. */
export const dayOf = (value: unknown): number => (typeof value === 'string' ? parseDay(value) : Number.NaN)
