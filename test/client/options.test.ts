import { type ClientOptions, configFromEnv, createClient } from '@superhack/superops'
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
  ['the IT surface', { baseUrl: 'https://api.superops.ai/it' }, 'baseUrl: this client reads the MSP surface'],
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

test('an explicit rate beats the rate that a delay allows', () => {
  const env = { SUPEROPS_API_KEY: 'k', SUPEROPS_TENANT_ID: 'acme', SUPEROPS_API_RATE_LIMIT_DELAY: '2' }
  expect(configFromEnv(env)).toMatchObject({ requestsPerMinute: 30 })
  expect(configFromEnv({ ...env, SUPEROPS_REQUESTS_PER_MINUTE: '100' })).toMatchObject({
    requestsPerMinute: 100,
  })
})
