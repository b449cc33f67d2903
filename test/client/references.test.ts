import { createClient, type ReferenceName, type StaleReference } from '@superhack/superops'
import { createMockTenant, type MockServer } from '@superhack/superops/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Answer, type AnsweringServer, answeringServer, rejection } from './answering-server.js'

const tenant = createMockTenant({ seed: 3, tickets: 40 })
let server: MockServer
beforeAll(async () => {
  server = await tenant.listen()
})
afterAll(() => server.close())

const minute = 60_000
let answering: AnsweringServer | undefined
beforeEach(() => {
  // Only the clock of the cache; requests and their bounds take real time.
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(async () => {
  vi.useRealTimers()
  tenant.reset()
  await answering?.close()
  answering = undefined
})
const pass = (ms: number) => vi.advanceTimersByTime(ms)

/** A server of SLAs whose `n`th answer is `answer(n)`. */
async function slas(answer: Answer) {
  answering = await answeringServer(answer)
  return answering
}
const rows = (...names: string[]) =>
  JSON.stringify({ data: { getSLAList: names.map((name, at) => ({ id: String(at + 1), name })) } })
const until = async (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true))

test('every reference list is read once, as the typed client gives its rows', async () => {
  const superops = createClient(server.credentials)
  const { ageMs, clear, ...lists } = superops.references
  const names = Object.keys(lists) as ReferenceName[]
  expect(names).toHaveLength(25)
  const first = await Promise.all(names.map((name) => superops.references[name]()))
  const requests = superops.stats().started
  const again = await Promise.all(names.map((name) => superops.references[name]()))
  expect(superops.stats().started).toBe(requests)
  for (const [at, name] of names.entries()) expect([name, again[at] === first[at]]).toEqual([name, true])
  expect(await superops.references.statuses()).toEqual(await superops.query.getStatusList())
  expect(await superops.references.categories()).toEqual(await superops.query.getCategoryList())
  expect(await superops.references.deviceCategories()).toEqual(await superops.query.getDeviceCategories())
  superops.close()
})

test('technicians are walked to the end, with ids and names only', async () => {
  const all = Array.from({ length: 130 }, (_, at) => ({
    userId: String(1000 + at),
    name: `Technician ${at}`,
  }))
  answering = await answeringServer((response, { variables }) => {
    const { page, pageSize } = variables.input as { page: number; pageSize: number }
    const userList = all.slice((page - 1) * pageSize, page * pageSize)
    const listInfo = { page, pageSize, hasMore: page * pageSize < all.length, totalCount: all.length }
    response.end(JSON.stringify({ data: { getTechnicianList: { userList, listInfo } } }))
  })
  const superops = answering.client()
  expect(await superops.references.technicians()).toEqual(all)
  const requests = answering.received.length
  expect(requests).toBeGreaterThan(1)
  expect(answering.received[0]?.query).toContain('userList { userId name }')
  await superops.references.technicians()
  expect(answering.received).toHaveLength(requests)
})

test('a walk that could not be completed is given, but not kept', async () => {
  answering = await answeringServer((response, _, number) => {
    const userList = [{ userId: '1', name: 'Ada' }]
    // The total tells of a row that never comes.
    const listInfo = { page: 1, pageSize: 100, hasMore: false, totalCount: number <= 3 ? 2 : 1 }
    response.end(JSON.stringify({ data: { getTechnicianList: { userList, listInfo } } }))
  })
  const superops = answering.client()
  expect(await superops.references.technicians()).toEqual([{ userId: '1', name: 'Ada' }])
  expect(superops.references.ageMs('technicians')).toBeUndefined()
  expect(await superops.references.technicians()).toEqual([{ userId: '1', name: 'Ada' }])
  expect(superops.references.ageMs('technicians')).toBe(0)
  expect(answering.received).toHaveLength(4)
})

test('no caller can change what the others get', async () => {
  const superops = createClient(server.credentials)
  const categories = (await superops.references.categories()) as unknown as { subCategories: object[] }[]
  const nested = categories.find(({ subCategories }) => subCategories?.length > 0)
  expect(() => categories.pop()).toThrow(TypeError)
  expect(() => nested?.subCategories.pop()).toThrow(TypeError)
  expect(() => Object.assign(nested?.subCategories[0] ?? {}, { name: 'x' })).toThrow(TypeError)
  superops.close()
})

test('callers at the same time and copies of the client share one request', async () => {
  const { received, client } = await slas((response) => response.end(rows('Gold')))
  const superops = client()
  const copy = superops.with({ priority: 'backfill' })
  const answers = await Promise.all([
    superops.references.slas(),
    copy.references.slas(),
    superops.references.slas(),
  ])
  expect(answers[0]).toEqual([{ id: '1', name: 'Gold' }])
  expect(new Set(answers).size).toBe(1)
  expect(await copy.references.slas()).toBe(answers[0])
  expect(received).toHaveLength(1)
})

test('a caller that aborts leaves the others their request; only the last one ends it', async () => {
  let ended = 0
  const held: (() => void)[] = []
  const { received, client } = await slas((response) => {
    response.on('close', () => ended++)
    held.push(() => response.end(rows('Gold')))
  })
  const superops = client()
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()]
  const one = rejection(superops.references.slas({ signal: first.signal }))
  const two = superops.references.slas({ signal: second.signal })
  await until(() => held.length === 1)
  first.abort(new Error('enough'))
  expect(await one).toMatchObject({ kind: 'aborted', operation: 'getSLAList' })
  expect(ended).toBe(0)
  held[0]?.()
  expect(await two).toHaveLength(1)

  superops.references.clear('slas')
  const left = [first, third].map(({ signal }) => rejection(superops.references.slas({ signal })))
  expect(await left[0]).toMatchObject({ kind: 'aborted' })
  await until(() => held.length === 2)
  third.abort()
  // In the same turn: the reading that just lost its last caller is none to join.
  const anew = superops.with({ signal: second.signal }).references.slas()
  expect(await left[1]).toMatchObject({ kind: 'aborted' })
  await until(() => held.length === 3 && ended === 2)
  held[2]?.()
  expect(await anew).toHaveLength(1)
  expect(received).toHaveLength(3)
})

test('a caller with a deadline waits no longer, the others do', async () => {
  let release = () => {}
  const { client, received } = await slas((response) => {
    release = () => response.end(rows('Gold'))
  })
  const superops = client()
  const patient = superops.references.slas()
  await until(() => received.length === 1)
  expect(await rejection(superops.references.slas({ deadlineMs: 30 }))).toMatchObject({
    kind: 'timeout',
    bound: 'deadlineMs',
    ms: 30,
  })
  release()
  expect(await patient).toHaveLength(1)
})

test('a list is served for its time, then read again', async () => {
  const { received, client } = await slas((response, _, number) => response.end(rows(`Gold ${number}`)))
  const superops = client({ referenceTtlMs: 2 * minute })
  expect(superops.references.ageMs('slas')).toBeUndefined()
  await superops.references.slas()
  pass(2 * minute)
  expect(superops.references.ageMs('slas')).toBe(2 * minute)
  expect(await superops.references.slas()).toEqual([{ id: '1', name: 'Gold 1' }])
  pass(1)
  expect(await superops.references.slas()).toEqual([{ id: '1', name: 'Gold 2' }])
  expect(superops.references.ageMs('slas')).toBe(0)
  expect(received).toHaveLength(2)
})

test('by default a list is kept for 15 minutes', async () => {
  const { received, client } = await slas((response) => response.end(rows('Gold')))
  const superops = client()
  await superops.references.slas()
  pass(15 * minute)
  await superops.references.slas()
  expect(received).toHaveLength(1)
  pass(1)
  await superops.references.slas()
  expect(received).toHaveLength(2)
})

test('errors are shared, but not kept', async () => {
  const { received, client } = await slas((response, _, number) => {
    if (number === 1) response.writeHead(503).end()
    else response.end(rows('Gold'))
  })
  const superops = client({ retries: 0 })
  const errors = await Promise.all([
    rejection(superops.references.slas()),
    rejection(superops.references.slas()),
  ])
  expect(errors).toMatchObject([{ kind: 'http' }, { kind: 'http' }])
  expect(await superops.references.slas()).toHaveLength(1)
  expect(received).toHaveLength(2)
})

test('an expired list is served, and told, while reading it again fails for a while', async () => {
  let broken = false
  const { received, client } = await slas((response) => {
    if (broken) response.writeHead(503).end()
    else response.end(rows('Gold'))
  })
  const logged: unknown[] = []
  const log = (facts: object, message: string) => logged.push([facts, message])
  const logger = { debug: () => {}, info: () => {}, warn: log, error: log }
  const superops = client({
    retries: 0,
    referenceTtlMs: minute,
    referenceStaleIfErrorMs: 10 * minute,
    logger,
  })
  const told: StaleReference[] = []
  superops.events.on('stale', (stale) => told.push(stale))
  const gold = await superops.references.slas()
  broken = true
  pass(11 * minute)
  logged.length = 0
  expect(await superops.references.slas()).toBe(gold)
  expect(await superops.references.slas()).toBe(gold)
  const stale = { reference: 'slas', ageMs: 11 * minute, error: 'http' }
  expect(told).toEqual([stale, stale])
  expect(logged.filter((line) => String(line).includes('served'))).toHaveLength(2)
  // Each call tried again.
  expect(received).toHaveLength(3)
  pass(1)
  expect(await rejection(superops.references.slas())).toMatchObject({ kind: 'http' })
  broken = false
  expect(await superops.references.slas()).toEqual(gold)
  expect(told).toHaveLength(2)
})

test('what would fail again is told as the error that it is', async () => {
  let broken = false
  const { client } = await slas((response) => {
    if (broken) response.writeHead(401).end()
    else response.end(rows('Gold'))
  })
  const superops = client({ referenceTtlMs: minute })
  await superops.references.slas()
  broken = true
  pass(minute + 1)
  expect(await rejection(superops.references.slas())).toMatchObject({ kind: 'auth' })
})

test('a caller whose deadline passes gets the expired list, one that aborts does not', async () => {
  let silent = false
  const { client } = await slas((response) => {
    if (!silent) response.end(rows('Gold'))
  })
  const superops = client({ referenceTtlMs: minute })
  const gold = await superops.references.slas()
  silent = true
  pass(minute + 1)
  const controller = new AbortController()
  const aborted = rejection(superops.references.slas({ signal: controller.signal }))
  expect(await superops.references.slas({ deadlineMs: 30 })).toBe(gold)
  controller.abort()
  expect(await aborted).toMatchObject({ kind: 'aborted' })
  // An abort leaves the expired list for the next.
  expect(await superops.references.slas({ deadlineMs: 30 })).toBe(gold)
})

test('clear forgets one list or all, also one that is being read', async () => {
  const held: (() => void)[] = []
  const { received, client } = await slas((response, _, number) => {
    held.push(() => response.end(rows(`Gold ${number}`)))
  })
  const superops = client()
  const before = superops.references.slas()
  await until(() => held.length === 1)
  superops.references.clear('slas')
  const after = superops.references.slas()
  await until(() => held.length === 2)
  for (const answer of held) answer()
  expect(await before).toEqual([{ id: '1', name: 'Gold 1' }])
  expect(await after).toEqual([{ id: '1', name: 'Gold 2' }])
  expect(await superops.references.slas()).toBe(await after)
  superops.references.clear()
  expect(superops.references.ageMs('slas')).toBeUndefined()
  expect(received).toHaveLength(2)
})

test('close ends readings and empties the cache, for copies too', async () => {
  const held: (() => void)[] = []
  const { client } = await slas((response, { query }) => {
    if (query.includes('getSLAList')) response.end(rows('Gold'))
    else held.push(() => response.end())
  })
  const superops = client()
  const copy = superops.with({})
  await superops.references.slas()
  const waiting = rejection(copy.references.statuses())
  await until(() => held.length === 1)
  superops.close()
  expect(await waiting).toMatchObject({ kind: 'aborted' })
  expect(copy.references.ageMs('slas')).toBeUndefined()
  expect(await rejection(copy.references.slas())).toMatchObject({ kind: 'aborted' })
})

test('a list that is kept needs no timer', async () => {
  const { client } = await slas((response) => response.end(rows('Gold')))
  const superops = client()
  await superops.references.slas()
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout', 'setInterval'] })
  for (let call = 0; call < 20; call++) await superops.references.slas()
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  [{ referenceTtlMs: 0 }, 'referenceTtlMs: expected an integer of at least 1, received 0'],
  [
    { referenceStaleIfErrorMs: -1 },
    'referenceStaleIfErrorMs: expected an integer of at least 0, received -1',
  ],
])('%o is refused', (options, message) => {
  expect(() => createClient({ apiKey: 'k', tenantId: 't', ...options })).toThrow(new TypeError(message))
})
