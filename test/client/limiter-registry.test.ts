import { createRequire } from 'node:module'
import { type ClientOptions, createClient, createLimiter } from '@superhack/superops'
import { afterEach, expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const common = require('@superhack/superops') as { createClient: typeof createClient }

const token = 'canary-token-51be'
const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** Opens a client; answers the warnings it logged, and the client. */
function client(options: Partial<ClientOptions> = {}, create = createClient) {
  const warnings: [facts: object, message: string][] = []
  const told = () => {}
  const logger = {
    debug: told,
    info: told,
    error: told,
    warn: (facts: object, message: string) => warnings.push([facts, message]),
  }
  const superops = create({ apiKey: token, tenantId: 'acme', logger, ...options })
  open.push(() => superops.close())
  return { superops, warnings }
}

test('a second client of a tenant and token with a limiter of its own warns once, and says what to do', () => {
  const first = client()
  const second = client()
  expect(first.warnings).toEqual([])
  expect(second.warnings).toEqual([
    [
      { url: 'https://api.superops.ai/msp', tenantId: 'acme' },
      'another client of this tenant and token has a limiter of its own, so that together they exceed the limit: ' +
        'pass both the same createLimiter(...), see docs/limits.md',
    ],
  ])
  second.superops.with({ priority: 'backfill' })
  expect(second.warnings).toHaveLength(1)
  expect(JSON.stringify(second.warnings)).not.toContain(token)
})

test('the token is trimmed, and the copies for ESM and CommonJS see each other', () => {
  client({}, common.createClient)
  expect(client({ apiKey: ` ${token} ` }).warnings).toHaveLength(1)
})

test.each<[string, Partial<ClientOptions>]>([
  ['another token', { apiKey: 'another-token' }],
  ['another tenant', { tenantId: 'other' }],
  ['another host', { region: 'eu' }],
  ['a token function', { apiKey: () => token }],
  ['no limit', { requestsPerMinute: Number.POSITIVE_INFINITY }],
])('a client with %s does not warn', (_, options) => {
  client()
  expect(client(options).warnings).toEqual([])
})

test('clients that share a limiter do not warn, one beside them does', () => {
  const limiter = createLimiter()
  client({ limiter })
  expect(client({ limiter }).warnings).toEqual([])
  expect(client().warnings).toHaveLength(1)
  expect(client({ limiter }).warnings).toHaveLength(1)
  limiter.close()
})

test('a client without a limit is none to warn of', () => {
  client({ requestsPerMinute: Number.POSITIVE_INFINITY })
  expect(client().warnings).toEqual([])
})

test('token functions are told apart by identity', () => {
  const apiKey = () => token
  client({ apiKey })
  expect(client({ apiKey }).warnings).toHaveLength(1)
  expect(client({ apiKey: () => token }).warnings).toEqual([])
})

test('a client that was closed is forgotten, also when it is closed twice', () => {
  const first = client()
  const second = client()
  first.superops.close()
  first.superops.close()
  expect(client().warnings).toHaveLength(1)
  for (const close of open.splice(0)) close()
  second.superops.close()
  expect(client().warnings).toEqual([])
})

test('what is noted holds neither token nor tenant in clear text', () => {
  client()
  const registries = Object.getOwnPropertySymbols(globalThis).filter((symbol) =>
    symbol.description?.startsWith('@superhack/superops/limiters'),
  )
  expect(registries).toHaveLength(1)
  const held = registries.map((symbol) => Reflect.get(globalThis, symbol)) as {
    limiters: Map<string, unknown>
  }[]
  const text = JSON.stringify([...(held[0]?.limiters ?? [])])
  expect(text).toMatch(/^\[\["[\w+/=]{44}",\[\d+\]\]\]$/)
})

test('a thousand clients that come and go leave nothing', () => {
  for (let count = 0; count < 1000; count++)
    createClient({ apiKey: `token-${count}`, tenantId: 'acme' }).close()
  const symbol = Symbol.for('@superhack/superops/limiters/1')
  expect((Reflect.get(globalThis, symbol) as { limiters: Map<string, unknown> }).limiters.size).toBe(0)
})
