import { afterAll, expect } from 'vitest'
import { endAll } from '../../http/serving.js'
import { isFull } from '../../runs.js'
import { browserTest, eventually, figuresShown, openBoard, tiles } from './browser.js'
import { at, serveDesk, ticket, usualTickets } from './desk.js'

afterAll(endAll)

/** Texts that are wider or higher than their place, and are not meant to end in an ellipsis. */
const cutFigures = `[...document.querySelectorAll(
  '.value, .chip, .time, .title, .tile .sub, .count, .age-table td, .panel-head h2, .clock, .rank')]
  .filter((one) => one.clientWidth > 0 && (one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth + 1))
  .map((one) => one.className + ': ' + one.textContent)`
/** Parts of a panel below its end, and panels below the screen. */
const overflown = `(() => {
  const bottom = document.querySelector('.foot').getBoundingClientRect().top
  const rows = [...document.querySelectorAll('.due-row')]
  const list = document.querySelector('.due-rows').getBoundingClientRect()
  return [
    ...rows.filter((row) => row.getBoundingClientRect().bottom > list.bottom + 1).map(() => 'a row'),
    ...[...document.querySelectorAll('.panel')].filter((one) => one.getBoundingClientRect().bottom > bottom + 1).map((one) => one.className),
  ]
})()`
const sideways = 'document.documentElement.scrollWidth > innerWidth'

const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).slice(0, 80)

const hard = () => [
  ...usualTickets(),
  ticket('900', {
    subject: '<img src=x onerror="document.title=1">',
    client: { accountId: 'h', name: '<b>bold</b>' },
    priority: 'High',
    resolutionDueTime: at(-7),
  }),
  ...Array.from({ length: 199 }, (_, index) =>
    ticket(`2${index}`, {
      client: { accountId: 'l', name: index % 2 === 0 ? long : 'مؤسسة الأمل للتجارة' },
      subject: index % 2 === 0 ? long : 'プリンターが動きません',
      technician: { userId: `many-${index % 60}`, name: index % 60 === 7 ? long : `Person ${index % 60}` },
      resolutionDueTime: at(-100 - index),
      createdTime: at(-3000),
    }),
  ),
]
const many = Array.from({ length: 60 }, (_, index) => ({
  userId: `many-${index}`,
  name: index === 7 ? long : index === 8 ? '李小龍' : `Person ${index}`,
}))

browserTest(
  'two hundred late tickets hide nothing that can still be saved, and strange names stay texts',
  async () => {
    const desk = await serveDesk({ tickets: hard(), technicians: many })
    const page = await openBoard(desk.url)
    await figuresShown(page)
    expect(await page.$$eval('.due-row.late', (rows) => rows.length)).toBe(3)
    expect(await page.$$eval('.due-row:not(.late)', (rows) => rows.length)).toBeGreaterThanOrEqual(5)
    expect(await page.innerText('.due .note')).toMatch(/^199 more late, /)
    expect(await page.$$eval('.person', (all) => all.length)).toBe(8)
    expect(await page.innerText('.technicians .note')).toMatch(/^\+5\d · /)
    expect(await page.title()).toContain('Service desk')
    expect(await page.$('.due img, .due b')).toBe(null)
    await eventually(() => page.textContent('.due-row[data-row="900"] .subject')).toBe(
      '<img src=x onerror="document.title=1">',
    )
    expect(await page.evaluate(cutFigures)).toEqual([])
    expect(page.told).toEqual([])
  },
)

const sizes = [
  [320, 640, 'phone'],
  [390, 844, 'phone'],
  // A laptop of 1366 × 768 at 200 %.
  [683, 384, 'phone'],
  [760, 900, 'desk'],
  [1366, 768, 'desk'],
  [1600, 900, 'wall'],
  [1280, 720, 'wall'],
  [1920, 1080, 'wall'],
  [3840, 2160, 'wall'],
  [1920, 1080, 'far'],
] as const

browserTest('no view scrolls sideways or cuts a figure, with usual tickets and with hard ones', async () => {
  const usual = await serveDesk()
  const worst = await serveDesk({ tickets: hard(), technicians: many })
  const page = await openBoard(usual.url)
  for (const [turn, desk] of [usual, worst].entries())
    for (const [at, [width, height, view]] of sizes.entries()) {
      if (!isFull && at % 4 !== 2 * turn) continue
      await page.setViewportSize({ width, height })
      await page.goto(`${desk.url}/?view=${view}`)
      await figuresShown(page)
      const size = `${view} ${width}×${height}`
      const isWhole = view === 'wall' || view === 'far'
      await eventually(async () => ({
        size,
        sideways: await page.evaluate(sideways),
        cut: await page.evaluate(cutFigures),
        overflown: isWhole ? await page.evaluate(overflown) : [],
      })).toEqual({ size, sideways: false, cut: [], overflown: [] })
    }
  expect(page.told).toEqual([])
})

browserTest('guests read initials, no subjects and short names where that is asked for', async () => {
  const desk = await serveDesk({ ticketUrl: 'https://acme.example/t/{ticketId}' })
  const page = await openBoard(desk.url, {
    query: '?clients=initials&subjects=off&names=short',
    width: 1366,
    height: 768,
  })
  await figuresShown(page)
  expect(await page.textContent('.due-row .client')).toBe('H. L.')
  expect(await page.textContent('.due-row .subject')).toBe('050126-0460')
  const text = (await page.textContent('body')) ?? ''
  for (const name of ['Halden', 'Whole office', 'Weber']) expect(text).not.toContain(name)
  await page.goto(`${desk.url}/?clients=full`)
  await figuresShown(page)
  expect(await page.getAttribute('.due-row a', 'href')).toBe('https://acme.example/t/460')
  expect(await page.textContent('.due-row .client')).toBe('Halden Logistics')
  expect(await tiles(page)).toMatchObject({ overdue: '2' })
})
