import { formatInstant, parseInstant } from '../../values/instant.js'

/** UTC without a zone, milliseconds only where there are some: `2022-06-28T05:25:10`, `2022-06-28T05:25:10.270`. */
export const wireTime = (ms: number): string => formatInstant(ms).slice(0, ms % 1000 === 0 ? 19 : 23)

/** The vendor prints alert times with minutes only: `2021-12-18T15:35`. */
export const wireMinute = (ms: number): string => formatInstant(ms).slice(0, 16)

export const wireDay = (ms: number): string => formatInstant(ms).slice(0, 10)

/** NaN when the text is no time; a day counts as its first instant. */
export const readTime = (text: string): number => parseInstant(text.length === 10 ? `${text}T00:00:00` : text)
