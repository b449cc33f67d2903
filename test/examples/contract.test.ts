import { createLimiter } from '@superhack/superops'
import { createMockTenant, type MockServer } from '@superhack/superops/testing'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { askTenant } from '../../examples/contract/ask.js'
import { compare } from '../../examples/contract/compare.js'
import { observe, observeMock } from '../../examples/contract/observe.js'
import { printComparison } from '../../examples/contract/print.js'
import { samples } from '../../examples/contract/trials.js'
import { compiled, type Run } from '../program.js'

// One of the worlds that the contract test compares with, so that no rare form makes a difference.
const tenant = createMockTenant({ seed: 3, apiKey: 'canary-token' })
let server: MockServer
// Each run builds several worlds in a process of its own.
vi.setConfig({ testTimeout: 120_000 })
beforeAll(async () => {
  server = await tenant.listen()
})
beforeEach(() => tenant.reset())
afterAll(() => server.close())

let run: Run
beforeAll(async () => {
  run = await compiled('contract')
})

/** Runs the contract test, against the tenant over real HTTP unless told otherwise. */
const contract: Run = (args, env) =>
  run(args, {
    SUPEROPS_API_KEY: 'canary-token',
    SUPEROPS_TENANT_ID: 'acme',
    SUPEROPS_API_BASE_URL: server.url,
    SUPEROPS_REQUESTS_PER_MINUTE: '60000',
    ...env,
  })

/** Lets an operation answer what the tenant would, changed. */
function change(operation: string, edit: (body: string) => string): void {
  tenant.faults.intercept((call) =>
    call.operations.includes(operation) ? { body: edit(call.proceed().body) } : undefined,
  )
}

test('a tenant like the mock has no differences, and is only read', async () => {
  const asker = askTenant(server.credentials)
  const shapes = await observe(asker, samples.tenant)
  asker.close()
  expect(printComparison(compare(shapes, await observeMock([3])))).toBe(
    'Queries asked: 75. Differences: 0, in 0 of them.\nNot asked, for want of a record: getAssetInfoByTPEndpointIds.\nNothing in the answer: getTicketNoteList.\n',
  )
  const calls = tenant.calls()
  expect(new Set(calls.map(({ operation }) => operation)).size).toBe(75)
  expect(new Set(calls.map(({ kind }) => kind))).toEqual(new Set(['query']))
  expect(calls.filter(({ failure }) => failure !== undefined)).toEqual([])
})

const inject = () => {
  change('getTicketList', (body) =>
    body
      .replaceAll(/"(createdTime)":"([^"]+)"/g, '"$1":"$2Z"')
      .replaceAll(/"source":"\w+"/g, '"source":"CARRIER_PIGEON"')
      .replaceAll(/"accountId":"(\d+)"/g, '"accountId":$1,"canary":"Canary Ltd","displayName":"Canary Ltd"'),
  )
  change('getClientList', (body) =>
    body
      .replaceAll(/"name":"[^"]*"/g, '"name":"Canary Ltd"')
      .replace(/"totalCount":(\d+)/, '"totalCount":"$1"')
      .replaceAll('"stage":"Active"', '"stage":null'),
  )
  change('getTeamList', () => '{"data":{"getTeamList":[]}}')
  change('getSLAList', (body) => body.replaceAll(/"id":"\d+",/g, ''))
  change(
    'getInvoice',
    () =>
      '{"errors":[{"message":"Canary Ltd","extensions":{"classification":"DataFetchingException","clientError":[{"code":"forbidden","param":{"attributes":["Canary Ltd"]}}]}}],"data":{"getInvoice":null}}',
  )
  tenant.faults.intercept(({ operations }) =>
    operations.includes('getTaxList') ? { status: 503, body: '<html>Canary Ltd</html>' } : undefined,
  )
}

interface Told {
  readonly operation: string
  readonly isEmpty: boolean
  readonly differences: readonly {
    readonly path: string
    readonly tenant: Record<string, number>
    readonly mock: Record<string, number>
  }[]
}

test('differences are told by path with what was seen on both sides, never with values', async () => {
  inject()
  const json = await contract(['--json'])
  expect(json.code).toBe(1)
  const told: Told[] = JSON.parse(json.stdout)
  expectTable(printComparison(JSON.parse(json.stdout)))
  const seen = Object.fromEntries(
    told.flatMap(({ operation, differences }) =>
      differences.map(({ path, tenant, mock }) => [
        `${operation} ${path}`,
        [Object.keys(tenant).sort(), Object.keys(mock).sort()],
      ]),
    ),
  )
  const zulu = expect.arrayContaining([expect.stringMatching(/^time 0000-00-00T00:00:00(\.0+)?Z$/)])
  expect(seen).toEqual({
    'getTicketList data.tickets[].createdTime': [zulu, expect.arrayContaining(['time 0000-00-00T00:00:00'])],
    'getTicketList data.tickets[].source': [['member CARRIER_PIGEON, not in the schema'], ['member']],
    'getTicketList data.tickets[].client.accountId': [['bare id'], ['quoted id']],
    'getTicketList data.tickets[].client.displayName': [['string'], ['absent']],
    'getTicketList data.tickets[].client.*': [['string'], ['absent']],
    'getClientList data.listInfo.totalCount': [['string'], ['number']],
    'getClientList data.clients[].stage': [expect.arrayContaining(['null']), ['string']],
    'getSLAList data[].id': [['absent'], ['quoted id']],
    'getInvoice errors': [['DataFetchingException forbidden'], ['none']],
    'getInvoice data': [['null'], ['object']],
    'getTaxList HTTP': [['503'], ['200']],
  })
  expect(json.stdout + json.stderr).not.toMatch(/canary/i)
  expect(told.filter(({ isEmpty }) => isEmpty).map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['getTeamList', 'getInvoice', 'getTaxList', 'getTax']),
  )
})

function expectTable(table: string): void {
  expect(table).toMatch(/^query +path +tenant +mock\n/)
  expect(table).toMatch(
    /^getTicketList +data\.tickets\[\]\.client\.accountId +bare id ×\d+ +quoted id ×\d+$/m,
  )
  expect(table).toContain('Differences: 11, in 5 of them.')
  expect(table).toMatch(/^Not asked.*getTax\b/m)
  expect(table).toMatch(/^Nothing in the answer:.*getTeamList/m)
  expect(table).not.toMatch(/canary/i)
  for (const { name, accountId } of tenant.world.clients) {
    expect(table).not.toContain(name)
    expect(table).not.toContain(accountId)
  }
}

test('the request limit is obeyed, and what it refuses is asked again', async () => {
  // A minute of this tenant takes 300 ms.
  const limited = createMockTenant({ tickets: 5, requestsPerMinute: 3, clock: () => Date.now() * 200 })
  await using behind = await limited.listen()
  const limiter = createLimiter({ requestsPerMinute: 3, windowMs: 300, safetyMs: 100 })
  const asker = askTenant({ ...behind.credentials, limiter })
  const seven = await Promise.all(Array.from({ length: 7 }, () => asker.ask('getTeamList', {})))
  expect(seven.filter(({ text }) => !text.startsWith('{"data":{"getTeamList":['))).toEqual([])
  const before = limiter.stats().refused
  let asked = 0
  limited.faults.intercept(() => (++asked === 1 ? { status: 429, body: '' } : undefined))
  expect(await asker.ask('getTeamList', {})).toMatchObject({ status: 200 })
  expect(limiter.stats().refused).toBeGreaterThan(before)
  asker.close()
})

test.each([
  [
    [],
    { SUPEROPS_API_KEY: undefined, SUPEROPS_TENANT_ID: undefined },
    /SUPEROPS_API_KEY: not set; SUPEROPS_TENANT_ID: not set/,
  ],
  [[], { SUPEROPS_TENANT_ID: '' }, /SUPEROPS_TENANT_ID: not set/],
  [[], { SUPEROPS_API_KEY: 'wrong' }, /HTTP 401: check SUPEROPS_API_KEY/],
  [[], { SUPEROPS_API_BASE_URL: 'http://127.0.0.1:1/msp' }, /does not answer/],
  [['--wrong'], {}, /--wrong/],
])('%j with %j ends with exit code 2', async (args, env, says) => {
  const { code, stdout, stderr } = await contract(args, env)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(says)
  expect(stderr).not.toMatch(/canary-token|\n {4}at /)
})
