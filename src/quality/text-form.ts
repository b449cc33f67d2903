import { isBlank } from './blank.js'

/** Control characters, and the mark of a character that was lost. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BROKEN = /[\u0000-\u001f\u007f-\u009f\ufffd]/
const LONGEST_NAME = 255
const PHONE = /^\d{5,20}$/
const EXTENSION = /\s*(?:ext\.?|extension|x|#)\s*\d+$/i

/** The test of every text that is given; false for what is given but no text, null when nothing is. */
export function areTexts(values: readonly unknown[], test: (text: string) => boolean): boolean | null {
  let isAnyGiven = false
  for (const value of values) {
    if (isBlank(value)) continue
    isAnyGiven = true
    if (typeof value !== 'string' || !test(value)) return false
  }
  return isAnyGiven ? true : null
}

/** The test of a text that is given. */
export const isText = (value: unknown, test: (text: string) => boolean): boolean | null =>
  isBlank(value) ? null : typeof value === 'string' && test(value)

/** Whether a code that is given is one of those that are known. */
export const isOneOf = (value: unknown, codes: readonly string[]): boolean | null =>
  isText(value, (text) => codes.includes(text))

export const hasNoBrokenCharacters = (text: string): boolean => !BROKEN.test(text)

export const isShortName = (text: string): boolean => text.length <= LONGEST_NAME

/** 5 to 20 digits beside `+ - ( ) . space` and an extension. */
export const isPhoneNumber = (text: string): boolean =>
  PHONE.test(
    text
      .trim()
      .replace(EXTENSION, '')
      .replace(/[-+(). ]/g, ''),
  )
