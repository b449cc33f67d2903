import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createClient } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { afterAll, expect, test } from 'vitest'

const command = new URL('../../dist/superops-mock.js', import.meta.url).pathname
const directory = mkdtempSync(join(tmpdir(), 'superops-command-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

interface Started extends AsyncDisposable {
  readonly url: string
  readonly token: string
  readonly subdomain: string
  readonly lines: string[]
  /** Ends it by a signal; answers its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

const exited = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

async function start(...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, [command, '--port', '0', ...args])
  const lines: string[] = []
  const first = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('ended early')))
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line)
      resolve(line)
    })
  })
  const end = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return exited(child)
  }
  return {
    ...(JSON.parse(first) as Started),
    lines,
    end,
    [Symbol.asyncDispose]: async () => void (await end()),
  }
}

async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [command, ...args])
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    err += String(chunk)
  })
  const code = await exited(child)
  return { code, out, err }
}

const ask = async ({ url, token, subdomain }: Started) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, customersubdomain: subdomain },
    body: '{"query":"{ getTicketList(input: {}) { listInfo { totalCount } } }"}',
  })
  return { status: response.status, text: await response.text() }
}

test('it serves a tenant of the size and seed asked for, with the control API, and ends by a signal', async () => {
  const mock = await start('--tickets', '12', '--seed', '3')
  const superops = createClient({ apiKey: mock.token, tenantId: mock.subdomain, baseUrl: mock.url })
  const tickets = await superops.tickets.list().toArray()
  superops.close()
  const { world } = createMockTenant({ tickets: 12, seed: 3 })
  expect(tickets.map(({ ticketId }) => ticketId).sort()).toEqual(
    world.tickets.map(({ ticketId }) => ticketId).sort(),
  )
  const control = await fetch(new URL('/__mock/world', mock.url))
  expect(await control.json()).toMatchObject({ counts: { tickets: 12 } })
  expect(await mock.end('SIGINT')).toBe(0)
  expect(await (await start('--tickets', '1')).end('SIGTERM')).toBe(0)
})

test('quota, faults and verbose take effect, and the log holds no token', async () => {
  const file = join(directory, 'faults.json')
  writeFileSync(file, '[{ "fault": "status", "status": 503, "count": 1 }]')
  await using mock = await start('--tickets', '1', '--quota', '2', '--faults', file, '--verbose')
  const before = mock.lines.length
  expect((await ask(mock)).status).toBe(503)
  expect((await ask(mock)).text).toContain('totalCount')
  await ask(mock)
  expect((await ask(mock)).text).toContain('rate_limit_exceeded')
  await expect.poll(() => mock.lines.length).toBeGreaterThanOrEqual(Math.max(before, 3) + 4)
  const log = mock.lines.slice(3)
  expect(log[0]).toMatch(/^POST \/msp getTicketList 503 \d+ ms$/)
  expect(log.join('\n')).not.toContain(mock.token)
})

test('--live lets the time of the world run', async () => {
  await using mock = await start('--tickets', '5', '--live=10000')
  const now = async () => {
    const world = await fetch(new URL('/__mock/world', mock.url))
    return Date.parse(((await world.json()) as { now: string }).now)
  }
  const started = await now()
  await expect.poll(now, { timeout: 5000 }).toBeGreaterThan(started + 3_600_000)
})

test('help and version', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(await run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  const help = await run('--help')
  expect([help.code, help.err]).toEqual([0, ''])
  for (const flag of ['port', 'seed', 'tickets', 'product', 'quota', 'live', 'faults', 'verbose'])
    expect(help.out).toContain(`--${flag}`)
})

const brokenFile = join(directory, 'broken.json')
writeFileSync(brokenFile, '[')
const wrongFile = join(directory, 'wrong.json')
writeFileSync(wrongFile, '[{ "fault": "latency", "ms": 1 }, { "fault": "latency", "ms": "1" }]')

test.each([
  [['--prot', '1'], /--prot/],
  [['--port', 'x'], /--port expects a whole number, from 0 to 65535/],
  [['--port', '70000'], /--port/],
  [['--seed', '-1'], /--seed/],
  [['--tickets'], /--tickets/],
  [['--tickets', '1.5'], /--tickets expects a whole number, 0 or more/],
  [['--quota', '0'], /--quota expects a whole number, 1 or more/],
  [['--live=fast'], /--live expects a speed above 0/],
  [['--product', 'psa'], /--product expects msp/],
  [['--faults', join(directory, 'none.json')], /--faults: .*none\.json cannot be read/],
  [['--faults', brokenFile], /--faults: .*broken\.json is no JSON/],
  [['--faults', wrongFile], /--faults: \[1\]\.ms: faults\.latency: ms expects milliseconds/],
  [['serve'], /serve/],
])('%j is refused with exit code 2', async (args, message) => {
  const { code, out, err } = await run(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(message)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('a port in use is exit code 1', async () => {
  await using server = await createMockTenant({ tickets: 1 }).listen()
  expect(await run('--port', String(server.port), '--tickets', '1')).toEqual({
    code: 1,
    out: '',
    err: `superops-mock: port ${server.port} is in use; choose another with --port.\n`,
  })
})
