import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { createMockTenant, type MockServer } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseCommandLine } from '../../examples/main/cli.js'
import { UsageError } from '../../examples/main/usage-error.js'
import { asScript, type Ended } from '../program.js'
import { mainJob } from './main-job.js'

// It only waits, long enough to read several times beside all other suites: the other tests run meanwhile.
let lived: Promise<Ended>
beforeAll(() => {
  lived = mainJob(['live', '--for', '30s', '--port', '0', '--tickets', '500', '--speed', '900'])
})

test('without credentials it says so first, reads the mock tenant and ends with the headline and the way to what is live', async () => {
  const { code, stdout, stderr } = await asScript('main')([])
  const lines = stdout.trimEnd().split('\n')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(lines[0]).toBe(' MOCK DATA  Embedded mock tenant, seed 7: SUPEROPS_API_KEY is not set.')
  expect(stdout).toContain('read tickets: 500 rows')
  for (const title of [
    'Read',
    'Decode issues',
    'Time to resolution',
    'SLA, 30 days',
    'Open by priority and age',
  ])
    expect(lines.some((line) => line.startsWith(`${title} ─`))).toBe(true)
  expect(lines.at(-3)).toMatch(/30 days: \d+\.\d % fixed in time, \d+\.\d % answered\.$/)
  expect(lines.slice(-2)).toEqual(['', 'Live: npm start -- live'])
  expect(stdout).not.toContain('\u001b')
})

test('--json prints one document with the figures of the report', async () => {
  const { code, stdout, stderr } = await mainJob(['report', '--json', '--seed', '3', '--tickets', '60'])
  const model = JSON.parse(stdout)
  expect(code).toBe(0)
  expect(stderr).toContain('Embedded mock tenant, seed 3')
  expect(model.source).toEqual({ origin: 'mock', tenant: 'mock', seed: 3 })
  expect(model.read.entities[0]).toMatchObject({ entity: 'tickets', rows: 60, complete: true })
  const { metCount, breachedCount, complianceRatio } = model.sla.resolution
  expect(complianceRatio).toBeCloseTo(metCount / (metCount + breachedCount), 10)
})

test('NO_COLOR and --no-color beat FORCE_COLOR', async () => {
  const small = ['--tickets', '5']
  const [forced, noColor, flag] = await Promise.all([
    mainJob(small, { FORCE_COLOR: '1' }),
    mainJob(small, { FORCE_COLOR: '1', NO_COLOR: '1' }),
    mainJob([...small, '--no-color'], { FORCE_COLOR: '1' }),
  ])
  expect(forced.stdout).toContain('\u001b[1;97;44m MOCK DATA ')
  expect(noColor.stdout + flag.stdout).not.toContain('\u001b')
})

test.each<[args: string[], says: RegExp]>([
  [['--tickets', '0'], /--tickets/],
  [['--seed', '-1'], /--seed/],
  [['--width', '10'], /--width/],
  [['--wrong'], /--wrong/],
  [['nothing'], /nothing|too many arguments/],
  [['live', '--for', 'ever'], /--for/],
])('%j is a wrong command line', (args, says) => {
  expect(() => parseCommandLine(args)).toThrow(says)
  expect(() => parseCommandLine(args)).toThrow(UsageError)
})

test.each<[args: string[], env: Record<string, string>, says: RegExp]>([
  [['--tickets', 'many'], {}, /--tickets.*whole number from 1 to 100000/],
  [[], { SUPEROPS_API_KEY: 'canary-token' }, /SUPEROPS_TENANT_ID/],
  [[], { SUPEROPS_TENANT_ID: 'acme' }, /SUPEROPS_API_KEY/],
  [
    [],
    { SUPEROPS_API_KEY: 'canary-token', SUPEROPS_TENANT_ID: 'acme', SUPEROPS_REGION: 'mars' },
    /SUPEROPS_REGION/,
  ],
  [
    [],
    { SUPEROPS_API_KEY: 'canary-token', SUPEROPS_TENANT_ID: 'acme', SUPEROPS_FALLBACK: 'always' },
    /SUPEROPS_FALLBACK: expected none or mock/,
  ],
  [['--seed', '1'], { SUPEROPS_API_KEY: 'canary-token', SUPEROPS_TENANT_ID: 'acme' }, /--seed/],
])('%j with %j is refused with exit code 2', async (args, env, says) => {
  const { code, stdout, stderr } = await mainJob(args, env)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(says)
  expect(stderr).not.toMatch(/canary-token|\n {4}at /)
})

test('--help tells the flags', async () => {
  const { code, stdout } = await mainJob(['report', '--help'])
  expect(code).toBe(0)
  for (const flag of ['--json', '--seed', '--tickets', '--no-color', '--width'])
    expect(stdout).toContain(flag)
})

describeLive()
function describeLive(): void {
  const tenant = createMockTenant({ tickets: 40, subdomain: 'acme', apiKey: 'canary-token' })
  let server: MockServer
  const env = () => ({
    SUPEROPS_API_KEY: 'canary-token',
    SUPEROPS_TENANT_ID: 'acme',
    SUPEROPS_API_BASE_URL: server.url,
    SUPEROPS_REQUESTS_PER_MINUTE: '60000',
  })
  beforeAll(async () => {
    server = await tenant.listen()
  })
  afterAll(() => server.close())

  test('SUPEROPS_FALLBACK=mock reports a tenant that cannot be reached from the mock, says so, and fails', async () => {
    const unreachable = { ...env(), SUPEROPS_API_BASE_URL: 'http://127.0.0.1:1', SUPEROPS_FALLBACK: 'mock' }
    const [text, json] = await Promise.all([
      mainJob(['--tickets', '20'], unreachable),
      mainJob(['--json', '--seed', '3', '--tickets', '20'], unreachable),
    ])
    expect({ code: text.code, stderr: text.stderr }).toEqual({ code: 1, stderr: '' })
    expect(text.stdout).toContain(
      ' MOCK DATA  Embedded mock tenant, seed 7: acme cannot be reached.\nSuperOps report · mock',
    )
    const { source, read } = JSON.parse(json.stdout)
    expect(source).toEqual({ origin: 'mock', tenant: 'mock', seed: 3, insteadOf: 'acme' })
    expect(read.complete).toBe(10)
    expect(read.entities[0]).toMatchObject({ entity: 'tickets', rows: 20, origin: 'mock' })
    expect({ code: json.code, stderr: json.stderr }).toEqual({
      code: 1,
      stderr: ' MOCK DATA  Embedded mock tenant, seed 3: acme cannot be reached.\n',
    })
  })

  test('SUPEROPS_FALLBACK=mock changes nothing for a tenant that answers', async () => {
    tenant.reset()
    const { code, stdout } = await mainJob([], { ...env(), SUPEROPS_FALLBACK: 'mock' })
    expect(code).toBe(0)
    expect(stdout).not.toContain('MOCK')
    expect(stdout).toContain('read tickets: 40 rows')
  })

  test('with credentials it reads that tenant and nothing is written', async () => {
    tenant.reset()
    const { code, stdout } = await mainJob([], env())
    expect(code).toBe(0)
    expect(stdout).not.toContain('MOCK')
    expect(stdout).toContain('SuperOps report · acme · 30 days to ')
    expect(tenant.calls().filter(({ kind }) => kind === 'mutation')).toEqual([])
  })

  test('an entity that cannot be read is told, and the rest reported', async () => {
    tenant.reset()
    tenant.faults.intercept(({ operations }) =>
      operations.includes('getAlertList') ? { status: 404, body: '' } : undefined,
    )
    const { code, stdout, stderr } = await mainJob([], env())
    expect(stdout).toMatch(/alerts.*incomplete/)
    expect(stdout).toContain('read tickets: 40 rows')
    expect(stderr).toMatch(/^alerts: /)
    expect(code).toBe(1)
  })

  test('a refused token ends it with exit code 1 and a reason', async () => {
    tenant.reset()
    const { code, stdout, stderr } = await mainJob([], { ...env(), SUPEROPS_API_KEY: 'wrong-canary' })
    expect(code).toBe(1)
    expect(stdout).not.toContain('SuperOps report')
    expect(stderr).toMatch(/^Reading failed \(auth\)\. /)
    expect(stderr).not.toContain('wrong-canary')
  })
}

test('live shows events of all five streams and ends with exit code 0', async () => {
  const { code, stdout, stderr } = await lived
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.split('\n')[0]).toBe(' MOCK DATA  Embedded mock tenant, seed 7: SUPEROPS_API_KEY is not set.')
  expect(stdout.split('\n')[1]).toMatch(/^Wallboard http:\/\/127\.0\.0\.1:\d+ · ends after 30 s$/)
  for (const stream of ['metrics', 'tickets', 'sla-alerts', 'technician-activity', 'system-health'])
    expect(stdout).toMatch(new RegExp(`^\\d\\d:\\d\\d:\\d\\d {2}${stream} `, 'm'))
})

test('live refuses a port that is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { code, stderr } = await mainJob(['live', '--for', '5s', '--port', String(port), '--tickets', '5'])
  server.close()
  expect(code).toBe(1)
  expect(stderr).toContain(String(port))
  expect(stderr).not.toMatch(/\n {4}at /)
})
