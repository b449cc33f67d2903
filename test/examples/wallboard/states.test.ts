import { afterAll, expect } from 'vitest'
import { endAll } from '../../http/serving.js'
import {
  browserTest,
  eventually,
  figuresShown,
  openBoard,
  rowsOf,
  slowBrowserTest,
  tiles,
} from './browser.js'
import { cuttable } from './cuttable.js'
import { at, serveDesk, ticket } from './desk.js'

afterAll(endAll)

const bannerOf = (page: Awaited<ReturnType<typeof openBoard>>) =>
  page.$eval('.banner', (banner) => banner.textContent).catch(() => null)

slowBrowserTest(
  'a connection that drops for a moment stays silent; one that stays away is told and recovered',
  async () => {
    const desk = await serveDesk()
    const line = await cuttable(desk.url)
    const page = await openBoard(line.url)
    await figuresShown(page)
    line.cut()
    await page.waitForTimeout(2500)
    expect(await bannerOf(page)).toBe(null)
    await desk.put(ticket('998', { technician: null, createdTime: at(0) }))
    await expect
      .poll(() => bannerOf(page), { timeout: 6000 })
      .toMatch(/^Connection lost · figures of 10:42:\d\d · /)
    expect(await page.getAttribute('html', 'data-condition')).toBe('lost')
    expect(await page.innerText('.signal')).toBe('not connected')
    const grey = await page.evaluate("getComputedStyle(document.querySelector('.tile.late')).backgroundColor")
    expect(grey).toBe('rgb(91, 68, 66)')
    expect(await page.textContent('#said')).toBe('Connection lost.')
    const { 'no-owner': before } = await tiles(page)
    line.mend()
    await expect.poll(() => bannerOf(page), { timeout: 25_000 }).toBe(null)
    await eventually(() => tiles(page)).toMatchObject({ 'no-owner': `${Number(before) + 1}` })
    expect(line.frames().filter((frame) => frame.includes('"type":"gap"'))).toEqual([])
    expect(line.frames().some((frame) => frame.includes('"recovered":true'))).toBe(true)
  },
)

browserTest('missed events are told as a gap, until the figures stand behind it', async () => {
  const desk = await serveDesk({ streams: { maxBufferSize: 2 } })
  const line = await cuttable(desk.url)
  const page = await openBoard(line.url, {
    before: `window.banners = []
      addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
        const text = document.querySelector('.banner')?.textContent
        if (text) banners.push(text)
      }).observe(document.body, { childList: true, characterData: true, subtree: true }))`,
  })
  await figuresShown(page)
  line.cut()
  for (const minute of [1, 2, 3, 4])
    await desk.put(ticket('1000', { createdTime: at(0), updatedTime: at(minute) }))
  const { open } = await tiles(page)
  line.delayBoard(600)
  line.mend()
  await eventually(() => tiles(page)).toMatchObject({ open: `${Number(open) + 1}` })
  await eventually(() => bannerOf(page)).toBe(null)
  expect(await page.evaluate('banners')).toContainEqual(
    expect.stringMatching(/^Catching up · 10:42–10:42 was missed$/),
  )
  expect(line.frames().some((frame) => frame.includes('"type":"gap"'))).toBe(true)
})

slowBrowserTest('a server that starts anew on the same port is followed with its own figures', async () => {
  const desk = await serveDesk()
  const page = await openBoard(desk.url)
  await figuresShown(page)
  await desk.close()
  await serveDesk({ port: Number(new URL(desk.url).port), tickets: [ticket('1'), ticket('2')] })
  await expect.poll(() => tiles(page), { timeout: 20_000 }).toMatchObject({ open: '2', overdue: '0' })
  expect(await rowsOf(page)).toEqual([])
  expect(await page.innerText('.due .empty')).toBe('Nothing has a running clock')
})

browserTest(
  'a client that the server takes no more is told why, and does not come back by itself',
  async () => {
    const desk = await serveDesk()
    const line = await cuttable(desk.url)
    const page = await openBoard(line.url)
    await figuresShown(page)
    line.closeWith(4501)
    await eventually(() => bannerOf(page)).toMatch(/^Not connected · .*do not speak alike.* \(4501\)/)
    const { connections } = line
    const before = connections()
    await page.waitForTimeout(1500)
    expect(connections()).toBe(before)
    await page.click('.banner button')
    await eventually(() => bannerOf(page)).toBe(null)
  },
)

slowBrowserTest('mock data are named in every view, on the page and in its title', async () => {
  const desk = await serveDesk({ rate: 60 })
  const page = await openBoard(desk.url)
  for (const view of ['wall', 'far', 'desk', 'phone']) {
    await page.setViewportSize({ width: view === 'phone' ? 390 : 1920, height: 1080 })
    await page.goto(`${desk.url}/?view=${view}`)
    await figuresShown(page)
    expect(await page.isVisible('.mock')).toBe(true)
    expect(await page.innerText('.mock')).toMatch(/Mock data\s+seed 7 · time runs 60 ×/)
    expect(await page.title()).toBe('[mock] Service desk Acme MSP')
  }
})

browserTest('a calm desk is grey and says so; a part that was not read is named and no zero', async () => {
  const calm = await serveDesk({ tickets: [] })
  const page = await openBoard(calm.url)
  await figuresShown(page)
  expect(await tiles(page)).toEqual({
    overdue: '–',
    'at-risk': '–',
    'no-owner': '–',
    'no-reply': '–',
    open: '–',
  })
  await calm.put(ticket('1', { status: 'Resolved', resolutionTime: at(-900), createdTime: at(-2000) }))
  await eventually(() => tiles(page)).toEqual({
    overdue: '0',
    'at-risk': '0',
    'no-owner': '0',
    'no-reply': '0',
    open: '0',
  })
  expect(await page.$$eval('.tile .sub', (all) => all.map((one) => one.textContent))).toEqual([
    'nothing is late',
    'no clock runs',
    'all assigned',
    'all answered',
    'no open ticket',
  ])
  expect(await page.$$('.tile.late, .tile.risk')).toEqual([])
  const partial = await serveDesk({ failing: ['technicians'] })
  await page.goto(partial.url)
  await eventually(() => page.innerText('.technicians .note')).toBe('not read in full')
})

browserTest('before the first reading headings stand over blocks of the final size', async () => {
  const desk = await serveDesk()
  const line = await cuttable(desk.url)
  line.stallBoard()
  const page = await openBoard(line.url)
  await page.waitForSelector('.due-row.block')
  expect(await page.$$eval('.tile .sub', (all) => all.map((one) => one.textContent))).toEqual(
    Array(5).fill('reading …'),
  )
  expect(await page.$$eval('h2', (all) => all.map((one) => one.textContent))).toEqual([
    'Due next',
    'Technicians',
    'Open by priority and age',
    'Today by the hour',
    'SLA met per day',
  ])
  const heights = () =>
    page.$$eval('.tile, .left .panel', (all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
  const before = await heights()
  line.mend()
  await page.reload()
  await figuresShown(page)
  expect(await heights()).toEqual(before)
})

slowBrowserTest('a first document that does not come is explained after ten seconds', async () => {
  const desk = await serveDesk()
  const line = await cuttable(desk.url)
  line.stallBoard()
  const page = await openBoard(line.url)
  await expect
    .poll(() => bannerOf(page), { timeout: 16_000 })
    .toMatch(/^Still reading: (no answer yet|no answer within 10 s)$/)
})

slowBrowserTest('figures of a tenant that can be read no more are called not current', async () => {
  const desk = await serveDesk({ streams: { updateIntervalMs: 1000 } })
  const page = await openBoard(desk.url)
  await figuresShown(page)
  desk.vanish()
  await expect
    .poll(() => bannerOf(page), { timeout: 15_000 })
    .toMatch(/^Not current · figures of 10:42:\d\d · \d polls failed in a row$/)
  expect(await page.getAttribute('html', 'data-condition')).toBe('stale')
  expect(await page.innerText('.signal')).toBe('not current')
})

browserTest('when the server has another page, it is loaded as soon as the connection is back', async () => {
  const desk = await serveDesk()
  const line = await cuttable(desk.url)
  const page = await openBoard(line.url)
  await figuresShown(page)
  await page.route('**/', async (route) => {
    if (route.request().method() !== 'HEAD') return route.continue()
    return route.fulfill({ headers: { 'x-wallboard-build': 'another' } })
  })
  await page.evaluate('window.isOld = true')
  line.cut()
  line.mend()
  await expect
    .poll(() => page.evaluate('window.isOld === undefined').catch(() => false), { timeout: 20_000 })
    .toBe(true)
  await figuresShown(page)
})

browserTest('the row that has the focus keeps it when rows move', async () => {
  const desk = await serveDesk({ ticketUrl: 'https://acme.example/t/{ticketId}' })
  const page = await openBoard(desk.url, { query: '?view=desk', width: 1366, height: 768 })
  await figuresShown(page)
  const row = '.due-row:not(.late)[data-row]'
  const id = await page.$eval(`${row} >> nth=1`, (one) => one.getAttribute('data-row'))
  const order = () => page.$$eval(row, (rows) => rows.map((one) => one.getAttribute('data-row')))
  const before = await order()
  await page.focus(`.due-row[data-row="${id}"] a`)
  await desk.put(ticket('998', { resolutionDueTime: at(1) }))
  await eventually(async () => (await order()).slice(0, 3)).toEqual(['998', ...before.slice(0, 2)])
  expect(await page.evaluate(`document.activeElement.closest('[data-row]')?.dataset.row`)).toBe(id)
})
