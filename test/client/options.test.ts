import { type ClientOptions, configFromEnv, createClient } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'

const token = 'canary-token-5c1d'
const good: ClientOptions = { apiKey: token, tenantId: 'acme' }

test.each<[string, Record<string, unknown>, string]>([
  [
    'a missing key',
    { apiKey: undefined },
    'apiKey: expected a token or a function that gives one, received undefined',
  ],
  ['a blank key', { apiKey: '  ' }, 'apiKey: expected a token, received a blank text'],
  [
    'a key with a line break',
    { apiKey: `${token}\nX: y` },
    'apiKey: expected printable ASCII without blanks',
  ],
  [
    'a missing subdomain',
    { tenantId: undefined },
    'tenantId: expected the subdomain of the tenant, received undefined',
  ],
  [
    'a blank subdomain',
    { tenantId: ' ' },
    'tenantId: expected the subdomain of the tenant, received a blank text',
  ],
  ['an unknown region', { region: 'apac' }, "region: expected 'us' or 'eu', received another text"],
  ['an unknown option', { timeout: 5 }, 'timeout: no such option'],
  ['a negative timeout', { timeoutMs: -1 }, 'timeoutMs: expected an integer of at least 1, received -1'],
  [
    'telemetry that is no function',
    { telemetry: {} },
    'telemetry: expected a function such as openTelemetry(trace), received object',
  ],
  ['a text for a number', { retries: '3' }, 'retries: expected an integer of at least 0, received string'],
  [
    'a limit of nothing',
    { requestsPerMinute: 0 },
    'requestsPerMinute: expected a number of at least 1, received 0',
  ],
  [
    'the wrong host',
    { baseUrl: 'https://api.superops.com/msp' },
    'baseUrl: api.superops.com does not exist; the host is api.superops.ai',
  ],
  [
    'the IT surface',
    { baseUrl: 'https://api.superops.ai/it' },
    'baseUrl: /it is read by the createClient of @superhack/superops/it',
  ],
  ['no URL', { baseUrl: 'superops' }, 'baseUrl: expected a URL'],
  [
    'an unknown zone',
    { sourceTimeZone: 'Mars/Olympus' },
    'sourceTimeZone: expected an IANA zone name such as Europe/Berlin',
  ],
  [
    'an unknown way to decode',
    { decode: 'loose' },
    "decode: expected 'tolerant' or 'strict', received another text",
  ],
])('%s is refused by name', (_what, change, message) => {
  const error = catchError(() => createClient({ ...good, ...change } as ClientOptions))
  expect(error).toBeInstanceOf(TypeError)
  expect(String(error)).toContain(message)
  expect(String(error)).not.toContain(token)
})

function catchError(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('the environment is read in seconds and given in milliseconds', () => {
  const config = configFromEnv({
    SUPEROPS_API_KEY: ' token ',
    SUPEROPS_TENANT_ID: 'https://acme.superops.ai',
    SUPEROPS_API_BASE_URL: 'https://api.superops.ai',
    SUPEROPS_REGION: 'EU',
    SUPEROPS_API_TIMEOUT: '2.5',
    SUPEROPS_MAX_RETRIES: '0',
    SUPEROPS_REQUESTS_PER_MINUTE: '800',
    SUPEROPS_SOURCE_TIME_ZONE: 'Asia/Kolkata',
  })
  expect(config).toEqual({
    apiKey: 'token',
    tenantId: 'acme',
    baseUrl: 'https://api.superops.ai/msp',
    region: 'eu',
    timeoutMs: 2500,
    retries: 0,
    requestsPerMinute: 800,
    sourceTimeZone: 'Asia/Kolkata',
  })
})

test('every problem of the environment is told at once, by name and without values', () => {
  const error = catchError(() =>
    configFromEnv({
      SUPEROPS_API_KEY: token,
      SUPEROPS_REGION: 'apac',
      SUPEROPS_API_TIMEOUT: 'soon',
      SUPEROPS_PRODUCT: 'it',
    }),
  )
  const text = String(error)
  for (const name of ['SUPEROPS_REGION', 'SUPEROPS_API_TIMEOUT', 'SUPEROPS_PRODUCT', 'SUPEROPS_TENANT_ID']) {
    expect(text).toContain(`${name}:`)
  }
  expect(text).not.toContain(token)
})

test.each<[delay: string, rate: string | undefined, becomes: number | undefined, warned: string[]]>([
  [
    '2',
    undefined,
    30,
    [
      'SUPEROPS_API_RATE_LIMIT_DELAY: allows 30 requests per minute, fewer than the 100 of SUPEROPS_REQUESTS_PER_MINUTE',
    ],
  ],
  [
    '2',
    '800',
    30,
    [
      'SUPEROPS_API_RATE_LIMIT_DELAY: allows 30 requests per minute, fewer than the 800 of SUPEROPS_REQUESTS_PER_MINUTE',
    ],
  ],
  ['0.5', '60', 60, []],
  ['0.1', undefined, undefined, []],
  ['0', '60', 60, []],
])('a delay of %s s caps a rate of %s, and says so', (delay, rate, becomes, warned) => {
  const warnings: string[] = []
  const config = configFromEnv(
    {
      SUPEROPS_API_KEY: 'k',
      SUPEROPS_TENANT_ID: 'acme',
      SUPEROPS_API_RATE_LIMIT_DELAY: delay,
      SUPEROPS_REQUESTS_PER_MINUTE: rate,
    },
    { warn: (message) => warnings.push(message) },
  )
  expect({ rate: config.requestsPerMinute, warnings }).toEqual({ rate: becomes, warnings: warned })
})

const to = createMockTenant({ tickets: 1 })
const configured = { SUPEROPS_API_KEY: token, SUPEROPS_TENANT_ID: 'acme' }

test.each<[Record<string, string>, object]>([
  [
    { ...configured, SUPEROPS_FALLBACK: 'mock' },
    { ...good, fallback: { to, when: 'unreachable' } },
  ],
  [{ SUPEROPS_FALLBACK: ' Mock ' }, { fallback: { to, when: 'unconfigured' } }],
  [{ ...configured, SUPEROPS_FALLBACK: 'none' }, good],
  [configured, good],
])('%j gives options with what is to be fallen back to', (env, expected) => {
  const config = configFromEnv(env, { mock: () => to })
  expect(config).toEqual(expected)
  createClient(config).close()
})

test('SUPEROPS_FALLBACK=mock without a mock has no effect but a warning', () => {
  const warnings: string[] = []
  const config = configFromEnv(
    { ...configured, SUPEROPS_FALLBACK: 'mock' },
    { warn: (message) => warnings.push(message) },
  )
  expect({ config, warnings }).toEqual({
    config: good,
    warnings: [expect.stringMatching(/^SUPEROPS_FALLBACK: /)],
  })
})

test.each<[Record<string, string>, RegExp]>([
  [{ ...configured, SUPEROPS_FALLBACK: 'live' }, /^environment: SUPEROPS_FALLBACK: expected none or mock$/],
  [{ SUPEROPS_FALLBACK: 'mock', SUPEROPS_TENANT_ID: 'acme' }, /^environment: SUPEROPS_API_KEY: not set$/],
  [{ SUPEROPS_FALLBACK: 'none' }, /SUPEROPS_API_KEY: not set; SUPEROPS_TENANT_ID: not set$/],
  [{ ...configured, SUPEROPS_API_TIMEOUT: 'Infinity' }, /SUPEROPS_API_TIMEOUT: expected a number/],
])('%j is refused by name', (env, message) => {
  expect(() => configFromEnv(env, { mock: () => to })).toThrow(message)
})

test.each<[string, Record<string, unknown>, string]>([
  ['no object', { fallback: 'mock' }, 'fallback: expected an object, received string'],
  ['no tenant', { fallback: { when: 'unreachable' } }, 'fallback.to: expected a tenant with handle'],
  ['a time', { fallback: { to, when: 'always' } }, "fallback.when: expected 'unconfigured' or 'unreachable'"],
  [
    'no pause',
    { fallback: { to, when: 'unreachable', probeEveryMs: 0 } },
    'fallback.probeEveryMs: expected an',
  ],
  ['an unknown part', { fallback: { to, when: 'unreachable', every: 1 } }, 'fallback.every: no such option'],
  [
    'a mock in place of a mock',
    { origin: 'mock', fallback: { to, when: 'unreachable' } },
    "from origin 'mock'",
  ],
  ['an unknown origin', { origin: 'stale' }, "origin: expected 'live' or 'mock', received another text"],
  [
    'no key while unreachable',
    { apiKey: undefined, fallback: { to, when: 'unreachable' } },
    'apiKey: expected a token',
  ],
  [
    'no key but a subdomain',
    { apiKey: undefined, fallback: { to, when: 'unconfigured' } },
    'apiKey: expected a token',
  ],
])('a fallback with %s is refused by name', (_what, change, message) => {
  const error = catchError(() => createClient({ ...good, ...change } as ClientOptions))
  expect(error).toBeInstanceOf(TypeError)
  expect(String(error)).toContain(message)
})
