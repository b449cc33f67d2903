import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLossless, quoteUnsafeIntegers } from '../../src/client/lossless-json.js'
import { runs } from '../runs.js'

test.each([
  ['a member', '{"a":12345678901234567890}', { a: '12345678901234567890' }],
  ['the whole text', '12345678901234567890', '12345678901234567890'],
  ['a negative number', '[-12345678901234567890]', ['-12345678901234567890']],
  ['the first unsafe integer', '[9007199254740991,9007199254740992]', [9007199254740991, '9007199254740992']],
  ['a pretty-printed member', '{\n  "a" : 12345678901234567890\n}', { a: '12345678901234567890' }],
  ['a member with an empty name', '{"":12345678901234567890}', { '': '12345678901234567890' }],
  ['a name of digits', '{"1":12345678901234567890}', { 1: '12345678901234567890' }],
  [
    'a value after an escaped backslash',
    '{"p":"C:\\\\","b":12345678901234567890}',
    { p: 'C:\\', b: '12345678901234567890' },
  ],
])('%s keeps its digits', (_what, text, expected) => {
  expect(parseLossless(text)).toEqual(expected)
})

test.each([
  ['digits in a string', '{"s":"call 12345678901234567890, now"}'],
  ['what looks like a member in a string', '{"s":"\\", \\"a\\": 12345678901234567890, "}'],
  ['JSON inside a string', '{"s":"{\\"id\\":12345678901234567890}"}'],
  ['a long fraction', '[0.12345678901234567890]'],
  ['an exponent', '[12345678901234567890e3]'],
  ['a long float', '[12345678901234567890.5]'],
])('%s is left alone', (_what, text) => {
  expect(quoteUnsafeIntegers(text)).toBe(text)
})

/** Doubles that JSON prints as long integers are covered by the bigints. */
const isNoUnsafeInteger = (value: number) => Number.isSafeInteger(value) || /[.e]/.test(String(value))

const awkward = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }).map((id) => `"id": ${id}, \\"x\\":${id}`),
  fc.constantFrom('\\', '"', '\\"', '{"a":12345678901234567890}', ',"a":', ' 12345678901234567890}'),
)
/** A value whose big integers are marked, so that it can be printed with and without quotes. */
const document = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }),
    awkward,
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter(isNoUnsafeInteger),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(awkward, tie('value'), { maxKeys: 4 }),
  ),
})).value

const isUnsafe = (value: bigint) =>
  value > BigInt(Number.MAX_SAFE_INTEGER) || value < -BigInt(Number.MAX_SAFE_INTEGER)

function print(value: unknown, space: string): string {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => print(item, space)).join(`,${space}`)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(Object.is(value, -0) ? 0 : value)
  const members = Object.entries(value).map(
    ([name, item]) => `${JSON.stringify(name)}${space}:${space}${print(item, space)}`,
  )
  return `{${members.join(`,${space}`)}}`
}

function expected(value: unknown): unknown {
  if (typeof value === 'bigint') return isUnsafe(value) ? String(value) : Number(value)
  if (Array.isArray(value)) return value.map(expected)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
  // As JSON.parse makes them: __proto__ is a member like any other.
  const out: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(value)) {
    Object.defineProperty(out, name, {
      value: expected(item),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return out
}

test('in any document no integer loses a digit and nothing else changes', () => {
  fc.assert(
    fc.property(document, fc.constantFrom('', ' ', '\n  '), (value, space) => {
      expect(parseLossless(print(value, space))).toEqual(expected(value))
    }),
    { numRuns: runs(100_000) },
  )
})

/** What quoting means, token by token: strings are passed over, of the rest unsafe integers get quotes. */
function quotedByTokens(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs, (token) =>
    /^-?\d+$/.test(token) && isUnsafe(BigInt(token)) ? `"${token}"` : token,
  )
}

const wideText = fc.constantFrom('İİİİ', '１２３４５６７８９０', '\ud83d\ude00', '\ud83d', '"', '\\', '’')

test('the scanner quotes what a reader of every token quotes, also beside characters beyond Latin-1', () => {
  const text = fc
    .tuple(fc.dictionary(fc.oneof(awkward, wideText), fc.oneof(document, wideText), { maxKeys: 4 }), document)
    .map((value) => print(value, ''))
  fc.assert(
    fc.property(text, (json) => {
      expect(quoteUnsafeIntegers(json)).toBe(quotedByTokens(json))
    }),
    { numRuns: runs(300_000) },
  )
})

test('0 of 100 000 64-bit ids are altered, quoted or not, nested, beside strings with escapes', () => {
  const ids = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 63n }), fc.boolean(), awkward), {
    minLength: 100,
    maxLength: 100,
  })
  fc.assert(
    fc.property(ids, (rows) => {
      const text = rows.map(
        ([id, quoted, noise]) =>
          `{"noise":${JSON.stringify(noise)},"client":{"accountId":${quoted ? `"${id}"` : id},"name":${JSON.stringify(noise)}}}`,
      )
      const parsed = parseLossless(`[${text.join(',')}]`) as { client: { accountId: string | number } }[]
      expect(parsed.map(({ client }) => String(client.accountId))).toEqual(rows.map(([id]) => String(id)))
    }),
    { numRuns: runs(1000) },
  )
})

test('a megabyte of digits, quotes and backslashes is read in linear time', () => {
  const size = 1_000_000
  for (const text of [
    `[${'1'.repeat(size)}]`,
    JSON.stringify('\\"'.repeat(size / 2)),
    `[${'12345678901234567890,'.repeat(size / 20)}1]`,
  ]) {
    const started = performance.now()
    quoteUnsafeIntegers(text)
    expect(performance.now() - started).toBeLessThan(2000)
  }
})
