import type { BoardDocument } from '@superhack/superops/http'
import { boardMetrics } from '@superhack/superops/metrics'
import { afterAll, expect } from 'vitest'
import { endAll } from '../../http/serving.js'
import {
  browserTest,
  eventually,
  figuresShown,
  openBoard,
  rowsOf,
  slowBrowserTest,
  tileOf,
  tiles,
} from './browser.js'
import { at, serveDesk, ticket } from './desk.js'

afterAll(endAll)

browserTest('every figure of the page is that of the metrics on the same records', async () => {
  const desk = await serveDesk()
  const page = await openBoard(desk.url)
  await figuresShown(page)
  expect(await page.title()).toBe('[mock] Service desk Acme MSP')
  expect(await page.innerText('.mock')).toMatch(/^Mock data\s+seed 7$/)
  const { data, context } = desk.streams.snapshot() ?? expect.fail('nothing was read')
  const figures = boardMetrics(data, context)
  expect(await tiles(page)).toEqual({
    overdue: `${figures.overdueTicketCount}`,
    'at-risk': `${figures.atRiskTicketCount}`,
    'no-owner': `${figures.unassignedTicketCount}`,
    'no-reply': `${figures.unansweredTicketCount}`,
    open: `${figures.openTicketCount}`,
  })
  const board = (await (await fetch(`${desk.url}/v1/reports/board`)).json()) as BoardDocument
  const text = (selector: string) => page.$$eval(selector, (all) => all.map((one) => one.textContent))
  expect(await text('.age-table .sum')).toEqual(
    board.openByPriorityAndAge?.rows.map(({ openCount }) => `${openCount}`),
  )
  expect(await text('.age-table tbody td:not(.sum)')).toEqual(
    board.openByPriorityAndAge?.rows.flatMap(({ counts }) =>
      counts.map((count) => (count === 0 ? '·' : `${count}`)),
    ),
  )
  expect(await text('.person .count b')).toEqual(board.technicians?.map(({ openCount }) => `${openCount}`))
  const { createdCount, resolvedCount } = board.today
  expect(await page.textContent('.today .note')).toBe(`${createdCount} in, ${resolvedCount} resolved`)
  const { metCount, evaluatedCount } = board.sla
  expect(await page.textContent('.sla .note')).toBe(`today ${metCount} of ${evaluatedCount} fixed in time`)
  expect(await rowsOf(page)).toEqual([
    '42 min | reply | P1 | Halden Logistics | no owner',
    '3 h 10 | fix | P2 | Northwind Dental | Marcus W.',
    expect.stringMatching(/^3:\d\d min \| reply \| P2 \| Bright & Sons \| no owner$/),
    '11 min | fix | P1 | Meridian Legal | Priya N.',
    '25 min | fix | P4 | Castle Homes | Sofia L.',
    '1 h 17 | fix | P3 | Okoye Architects | Aisha R.',
    '2 h 14 | fix | P3 | Okoye Architects | Daniel C.',
    '4 h 59 | fix | P3 | Okoye Architects | Marcus W.',
  ])
  expect(page.told).toEqual([])
})

browserTest('an address with owners shows their tickets alone, says whose, and stays so', async () => {
  const desk = await serveDesk()
  const page = await openBoard(desk.url, { query: '?view=desk&client=c1&technician=tech-0' })
  await figuresShown(page)
  expect(await page.innerText('.desk-name')).toBe('Acme MSP · Halden Logistics · Aisha Rahman')
  expect(await page.title()).toBe('[mock] Service desk Acme MSP · Halden Logistics · Aisha Rahman')
  const { data, context } = desk.streams.snapshot() ?? expect.fail('nothing was read')
  const isOf = (client: string, technician: string) =>
    data.tickets?.filter((one) => one.client?.accountId === client && one.technician?.userId === technician)
  const own = isOf('c1', 'tech-0') ?? []
  const { openTicketCount } = boardMetrics({ ...data, tickets: own }, context)
  expect((await tiles(page)).open).toBe(`${openTicketCount}`)
  const foreign = ticket('998', { client: { accountId: 'c9', name: 'Fresh Ltd' }, technician: null })
  await desk.put(foreign, ticket('999', { resolutionDueTime: at(5) }))
  await eventually(() => tiles(page)).toMatchObject({ open: `${(openTicketCount ?? 0) + 1}` })
  expect((await rowsOf(page)).filter((text) => text.includes('Fresh Ltd'))).toEqual([])
  expect(new URL(page.url()).search).toBe('?view=desk&client=c1&technician=tech-0')
  expect(page.told).toEqual([])
})

browserTest('letters beyond the first font are asked for when a name has one', async () => {
  const desk = await serveDesk()
  const page = await openBoard(desk.url)
  await figuresShown(page)
  const fonts = () =>
    page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => name)
      .filter((name) => name.endsWith('.woff2')).map((name) => name.replace(/.*inter-|-wght.*/g, ''))`)
  expect(await fonts()).toEqual(['latin'])
  await desk.put(ticket('998', { client: { accountId: 'c8', name: 'Škoda Łódź' }, resolutionDueTime: at(5) }))
  await eventually(fonts).toEqual(['latin', 'latin-ext'])
  expect(await page.evaluate(`document.fonts.check('16px Inter', 'Škoda Łódź')`)).toBe(true)
  expect(page.told).toEqual([])
})

browserTest('a ticket changes its row, tile, cell and nothing else, within a second', async () => {
  const desk = await serveDesk()
  const page = await openBoard(desk.url)
  await figuresShown(page)
  await page.waitForTimeout(1100)
  const before = await tiles(page)
  const of = (name: string) => Number(before[name])
  const fresh = ticket('999', {
    priority: 'Low',
    client: { accountId: 'c9', name: 'Fresh Ltd' },
    technician: null,
    createdTime: at(0),
    updatedTime: at(0),
    firstResponseTime: null,
    firstResponseDueTime: at(8),
    resolutionDueTime: at(400),
  })
  const row = async () => (await rowsOf(page)).find((text) => text.includes('Fresh Ltd')) ?? ''
  const cell = () => page.innerText('.age-table tbody tr:has(th:has-text("Low")) td:nth-child(2)')
  const lowBefore = await cell()
  const changedAt = Date.now()
  await desk.put(fresh)
  await eventually(row).toMatch(/min \| reply \| P4 \| Fresh Ltd \| no owner/)
  expect(Date.now() - changedAt).toBeLessThan(1000)
  expect(await tiles(page)).toEqual({
    ...before,
    'no-owner': `${of('no-owner') + 1}`,
    'no-reply': `${of('no-reply') + 1}`,
    open: `${of('open') + 1}`,
  })
  expect(Number(await cell())).toBe((Number(lowBefore) || 0) + 1)
  const assigned = { ...fresh, technician: { userId: 'tech-5', name: 'Tom Olsen' }, updatedTime: at(1) }
  await desk.put(assigned)
  await eventually(row).toMatch(/\| Tom O\.$/)
  expect(await tiles(page)).toMatchObject({
    'no-owner': before['no-owner'],
    'no-reply': `${of('no-reply') + 1}`,
  })
  await eventually(() => page.innerText('.person:has(.name:text-is("Tom O.")) .did')).toBe('took 0999')
  const answered = { ...assigned, firstResponseTime: at(1), updatedTime: at(2) }
  await desk.put(answered)
  await eventually(() => tiles(page)).toMatchObject({ 'no-reply': before['no-reply'] })
  await desk.put({ ...answered, status: 'Resolved', resolutionTime: at(2), updatedTime: at(3) })
  await eventually(() => tiles(page)).toEqual(before)
  await eventually(row).toBe('')
  expect(page.told).toEqual([])
})

browserTest('a ticket that falls due turns late without a poll, and it is said once', async () => {
  const desk = await serveDesk({ tickets: [ticket('0')] })
  const page = await openBoard(desk.url, {
    before: `window.sayings = []
      addEventListener('DOMContentLoaded', () => new MutationObserver(() =>
        sayings.push(document.getElementById('said').textContent)).observe(document.getElementById('said'), { childList: true, characterData: true, subtree: true }))`,
  })
  await figuresShown(page)
  const due = new Date(desk.now() + 1500).toISOString()
  await desk.put(ticket('1', { resolutionDueTime: due, createdTime: at(-5) }))
  const { polls } = desk.streams.status()
  await eventually(() => page.getAttribute('.due-row', 'class')).toContain('critical')
  expect(await tiles(page)).toMatchObject({ overdue: '0', 'at-risk': '1' })
  expect((await tileOf(page, 'overdue')).sub).toBe('nothing is late')
  await eventually(() => page.getAttribute('.due-row', 'class')).toContain('late')
  await eventually(() => tiles(page)).toMatchObject({ overdue: '1', 'at-risk': '0' })
  expect(desk.streams.status().polls).toBe(polls)
  await eventually(() => page.evaluate('sayings')).toEqual(['Fix late: Halden Logistics, Aisha Rahman.'])
})

slowBrowserTest('a browser whose clock is hours off shows the same time left', async () => {
  const desk = await serveDesk()
  const skewed = (hours: number) => `const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given) { super(...(given.length === 0 ? [Date.now()] : given)) }
      static now() { return Real.now() + ${hours} * 3600000 }
    }`
  const right = await openBoard(desk.url)
  const early = await openBoard(desk.url, { before: skewed(-3) })
  const late = await openBoard(desk.url, { before: skewed(3), timezoneId: 'Pacific/Apia', locale: 'de-DE' })
  for (const page of [right, early, late]) await figuresShown(page)
  const steady = async (page: typeof right) => ({
    rows: (await rowsOf(page)).filter((row) => !/^\d:\d\d/.test(row)),
    time: await page.textContent('.head .time'),
  })
  expect(await steady(early)).toEqual(await steady(right))
  expect(await steady(late)).toEqual(await steady(right))
})
