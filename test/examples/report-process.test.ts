import { createMockTenant } from '@superhack/superops/testing'
import stringWidth from 'string-width'
import { beforeAll, describe, expect, test } from 'vitest'
import { compiled, type Ended, type Run } from '../program.js'

type Environment = Readonly<Record<string, string | undefined>>

let start: Run
beforeAll(async () => {
  start = await compiled('main')
})

const noLocale = { LC_ALL: undefined, LC_CTYPE: undefined, LANG: 'C.UTF-8' }
const neutral: Environment = { ...noLocale, TERM: 'xterm', NO_COLOR: undefined, CI: undefined }
/** A process whose standard output says that it is a terminal of so many columns. */
const terminal = (columns: number, env: Environment = {}): Environment => ({
  ...neutral,
  NODE_OPTIONS: `--import=data:text/javascript,Object.assign(process.stdout,{isTTY:true,columns:${columns}})`,
  ...env,
})
const piped = (columns: number, env: Environment = {}): Environment => ({
  ...neutral,
  COLUMNS: String(columns),
  ...env,
})

const csi = '\u001b['
// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours are made of
const colours = /\u001b\[([\d;]+)m([^\u001b]*)\u001b\[0m/g
const withoutColours = (text: string) => text.replace(colours, '$2')
/** From its title on: what is drawn while reading is gone by then. */
const reportOf = ({ stdout }: Ended) => {
  const title = stdout.indexOf('SuperOps report')
  return stdout.slice(stdout.startsWith(`${csi}1m`, title - 4) ? title - 4 : title)
}
const linesOf = (text: string) => text.trimEnd().split('\n')
const titlesOf = (text: string) =>
  linesOf(text).flatMap((line) =>
    Array.from(line.matchAll(/([A-Z][A-Za-z0-9, ]+?) ─/g), ([, title]) => title),
  )

const upper = ['Read', 'Decode issues', 'Data quality', 'Clients', 'Technicians', 'Service delivery']
const [time, sla, open] = ['Time to resolution', 'SLA, 30 days', 'Open by priority and age']
const lower = ['Late and due next', 'In short']
const oneColumn = [...upper, time, sla, open, ...lower]
const twoColumns = [...upper, open, time, sla, ...lower]

describe.each([
  [40, oneColumn],
  [60, oneColumn],
  [80, oneColumn],
  [120, twoColumns],
] as const)('at %i columns', (columns, titles) => {
  test('a terminal gets every part in its order and colours, and other output the same without', async () => {
    const [shown, plain] = await Promise.all([start([], terminal(columns)), start([], piped(columns))])
    expect([shown.code, plain.code]).toEqual([0, 0])
    for (const report of [withoutColours(reportOf(shown)), reportOf(plain)]) {
      expect(titlesOf(report)).toEqual(titles)
      expect(report).not.toContain(csi)
      for (const line of linesOf(report)) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
    }
    const headings = linesOf(withoutColours(reportOf(shown))).filter((line) => /^[A-Z].* ─/.test(line))
    expect(new Set(headings.map((line) => stringWidth(line)))).toEqual(new Set([columns]))
    expect(plain.stdout).not.toContain(csi)
    expect(linesOf(plain.stdout).slice(0, 2).join(' ')).toMatch(
      /^ MOCK DATA .* SUPEROPS_API_KEY is not set\./,
    )
    expect(shown.stdout).toContain(`${csi}1;97;44m MOCK DATA ${csi}0m`)
  })

  test('every colour stands on a word that says the same', async () => {
    const report = reportOf(await start([], terminal(columns)))
    const wordOf: Readonly<Record<string, RegExp>> = {
      // A number alone: in the column `late`.
      '1;97;41': /late|^ \d+$/,
      '1;33': /at risk|below/,
      '1;31': /critical|error|set aside/,
      '33': /warning|doubtful|incomplete/,
    }
    const painted = Array.from(report.matchAll(colours), ([, code = '', text = '']) => ({ code, text }))
    const meant = painted.filter(({ code }) => code in wordOf)
    expect(meant.map(({ code }) => code)).toContain('33')
    for (const { code, text } of meant) expect(text).toMatch(wordOf[code] ?? /^$/)
    for (const { code } of painted)
      expect(Object.keys(wordOf)).toContain(/^(?:1|2|34)$/.test(code) ? '33' : code)
  })
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, one that never ends too
const setsColour = /\u001b\[[\d;]*m/

test.each<[name: string, env: Environment, args: string[], isColoured: boolean]>([
  ['a terminal', terminal(80), [], true],
  ['a terminal in CI', terminal(80, { CI: 'true' }), [], true],
  ['a terminal with NO_COLOR', terminal(80, { NO_COLOR: '1' }), [], false],
  ['a terminal with an empty NO_COLOR', terminal(80, { NO_COLOR: '' }), [], true],
  ['a terminal with FORCE_COLOR=0', terminal(80, { FORCE_COLOR: '0' }), [], false],
  ['a terminal with --no-color', terminal(80), ['--no-color'], false],
  ['a dumb terminal', terminal(80, { TERM: 'dumb' }), [], false],
  ['a pipe', piped(80), [], false],
  ['a pipe in CI', piped(80, { CI: 'true' }), [], false],
  ['a pipe with FORCE_COLOR', piped(80, { FORCE_COLOR: '1' }), [], true],
])('%s: colours or none', async (_name, env, args, isColoured) => {
  const { code, stdout } = await start(['--tickets', '5', ...args], env)
  expect({ code, isColoured: setsColour.test(stdout) }).toEqual({ code: 0, isColoured })
})

test('a terminal that cannot move its cursor gets lines instead of bars', async () => {
  const { stdout } = await start(['--tickets', '5'], terminal(80, { TERM: 'dumb' }))
  expect(stdout).not.toContain('\u001b')
  expect(stdout).toContain('\nread clients: 3 rows, 1 request\n')
})

test('where the locale has no UTF-8 the whole report is ASCII, names included', async () => {
  const { stdout } = await start([], piped(80, { LC_ALL: 'C' }))
  expect(stdout).toMatch(/^[\n\x20-\x7e]+$/)
  expect(stdout).toMatch(/^Read -+ 10 of 10 complete - /m)
  expect(stdout).toMatch(/^ {2}over 7 d +\d+ {2}#+/m)
})

test('the product for IT teams has departments, and a dash for what it does not know', async () => {
  const { code, stdout } = await start([], piped(80, { SUPEROPS_PRODUCT: 'it' }))
  expect(code).toBe(0)
  expect(titlesOf(reportOf({ code, stdout, stderr: '' }))).toEqual(
    oneColumn.map((title) => (title === 'Clients' ? 'Departments' : title)),
  )
  expect(stdout).toMatch(/^ {2}Mei Ahmed +\S+ +\S+ +– +– +\d+\.\d %$/m)
})

test('what could not be read is unknown, not 0, and its headings say so', async () => {
  const tenant = createMockTenant({ tickets: 20 })
  const server = await tenant.listen()
  tenant.faults.intercept(({ operations }) =>
    operations.includes('getTicketList') ? { status: 404, body: '' } : undefined,
  )
  const { code, stdout, stderr } = await start([], {
    ...piped(80),
    SUPEROPS_API_KEY: server.credentials.apiKey as string,
    SUPEROPS_TENANT_ID: server.credentials.tenantId,
    SUPEROPS_API_BASE_URL: server.url,
    SUPEROPS_REQUESTS_PER_MINUTE: '60000',
  })
  await server.close()
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^tickets: /) })
  expect(stdout).not.toMatch(/\b0 late|no open ticket|nothing has a running clock|read tickets/)
  for (const title of oneColumn.slice(5))
    expect(stdout).toMatch(new RegExp(`\n${title} ─+ incomplete: tickets\n {2}– tickets not read\n`))
})

test('a tenant that cannot be reached ends it with the reason and what to look at', async () => {
  const { code, stdout, stderr } = await start([], {
    ...piped(80),
    SUPEROPS_API_KEY: 'nonsense-canary',
    SUPEROPS_TENANT_ID: 'acme',
    SUPEROPS_API_BASE_URL: 'http://127.0.0.1:1',
    SUPEROPS_MAX_RETRIES: '0',
  })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^Reading failed \(network\)\. .*ECONNREFUSED/)
  expect(stderr).toMatch(
    /\nCheck the network, SUPEROPS_REGION and SUPEROPS_API_BASE_URL\. .*npm run doctor\n$/,
  )
  expect(stderr).not.toContain('canary')
})

test('half-set credentials end it with the way out', async () => {
  const { code, stderr } = await start([], { ...piped(80), SUPEROPS_API_KEY: 'nonsense-canary' })
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'environment: SUPEROPS_TENANT_ID: not set\nSet SUPEROPS_API_KEY and SUPEROPS_TENANT_ID to read a tenant, or neither to read the mock tenant.\n',
  })
})

test('a product that does not exist is refused, not replaced by mock data', async () => {
  const { code, stdout, stderr } = await start([], { ...piped(80), SUPEROPS_PRODUCT: 'psa' })
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: 'SUPEROPS_PRODUCT: expected msp or it\n',
  })
})
