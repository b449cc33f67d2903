/*
 * SuperOps prints 64-bit ids as bare numbers inside JSON leaves; JSON.parse rounds them.
 * Integers beyond 2^53 - 1 are put in quotes first. Any run of 16 digits covers one position in
 * sixteen, so only those are looked at; a hit is then proven to stand outside of a string.
 */

const firstUnsafe = '9007199254740992'
const QUOTE = 34
const BACKSLASH = 92
const MINUS = 45
const COMMA = 44
const COLON = 58
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

const isDigit = (code: number) => code >= 48 && code <= 57
const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9
const isNamePart = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || isDigit(code)

function spaceBefore(text: string, at: number): number {
  let i = at
  while (i >= 0 && isSpace(text.charCodeAt(i))) i--
  return i
}

/** Whether the quote at `at` is escaped by an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && text.charCodeAt(i) === BACKSLASH) i--
  return (at - 1 - i) % 2 === 1
}

/** Follows quotes from the last known position, to tell whether a later one is inside a string. */
class StringState {
  readonly #text: string
  #position = 0
  #inside = false
  // Cached: an array of numbers without quotes must not be searched again per element.
  #nextQuote = -2

  constructor(text: string) {
    this.#text = text
  }
  isInside(at: number): boolean {
    for (;;) {
      if (this.#nextQuote !== -1 && this.#nextQuote < this.#position) {
        this.#nextQuote = this.#text.indexOf('"', this.#position)
      }
      const quote = this.#nextQuote
      if (quote === -1 || quote >= at) return this.#inside
      if (!this.#inside) this.#inside = true
      else if (!isEscaped(this.#text, quote)) this.#inside = false
      this.#position = quote + 1
    }
  }
  /** Known to be outside of a string at this position. */
  outsideAt(at: number): void {
    this.#position = at
    this.#inside = false
  }
}

/**
 * What stands before a number tells whether it can be a value: `member` is proven by `{"name":` or
 * `,"name":`, `maybe` needs the string state, `never` is text inside a string.
 */
function contextBefore(text: string, at: number, after: number): 'member' | 'maybe' | 'never' {
  const left = spaceBefore(text, at)
  if (left < 0) return 'maybe'
  const code = text.charCodeAt(left)
  if (code === OPEN_BRACKET) return after === CLOSE_BRACE ? 'never' : 'maybe'
  if (code === COMMA) return after === CLOSE_BRACE ? 'never' : 'maybe'
  if (code !== COLON) return 'never'
  const quote = spaceBefore(text, left - 1)
  if (quote < 0 || text.charCodeAt(quote) !== QUOTE) return 'never'
  let i = quote - 1
  while (i >= 0 && isNamePart(text.charCodeAt(i))) i--
  if (i < 0 || i === quote - 1 || text.charCodeAt(i) !== QUOTE || isDigit(text.charCodeAt(i + 1)))
    return 'maybe'
  const before = spaceBefore(text, i - 1)
  const opener = before < 0 ? 0 : text.charCodeAt(before)
  return opener === OPEN_BRACE || opener === COMMA ? 'member' : 'maybe'
}

/**
 * Puts quotes around every integer literal outside of strings whose magnitude exceeds 2^53 - 1.
 * Floats, exponents and safe integers are left alone; text that is no JSON stays no JSON.
 */
export function quoteUnsafeIntegers(text: string): string {
  const length = text.length
  const strings = new StringState(text)
  let out = ''
  let copied = 0
  for (let probe = 15; probe < length; probe += 16) {
    if (!isDigit(text.charCodeAt(probe))) continue
    let start = probe
    let end = probe + 1
    while (start > 0 && isDigit(text.charCodeAt(start - 1))) start--
    while (end < length && isDigit(text.charCodeAt(end))) end++
    if (end - start < 16) continue
    probe = end - 1
    if (end - start === 16 && text.slice(start, end) < firstUnsafe) continue
    let right = end
    while (right < length && isSpace(text.charCodeAt(right))) right++
    const after = right === length ? 0 : text.charCodeAt(right)
    if (after !== COMMA && after !== CLOSE_BRACE && after !== CLOSE_BRACKET && after !== 0) continue
    const first = start > 0 && text.charCodeAt(start - 1) === MINUS ? start - 1 : start
    const context = contextBefore(text, first - 1, after)
    if (context === 'never') continue
    if (context === 'maybe' && strings.isInside(first)) continue
    out += `${text.slice(copied, first)}"${text.slice(first, end)}"`
    copied = end
    strings.outsideAt(end)
  }
  return copied === 0 ? text : out + text.slice(copied)
}

/**
 * JSON.parse that keeps the digits of unsafe integers, as text.
 *
 * @throws SyntaxError as JSON.parse does; its message quotes the text, so it must not be passed on.
 */
export const parseLossless = (text: string): unknown => JSON.parse(quoteUnsafeIntegers(text))
