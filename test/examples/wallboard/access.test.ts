import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { afterAll, expect } from 'vitest'
import { endAll } from '../../http/serving.js'
import { isFull } from '../../runs.js'
import { browserTest, eventually, figuresShown, openBoard, rowsOf, slowBrowserTest } from './browser.js'
import { cuttable } from './cuttable.js'
import { at, serveDesk, ticket } from './desk.js'

afterAll(endAll)

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Told by rule and place; what axe cannot decide, such as text on a hatch, is no finding. */
const findings = `axe.run().then(({ violations }) => violations
  .flatMap(({ id, impact, nodes }) => nodes.map(({ target }) => impact + ' ' + id + ' ' + target)))`

browserTest('axe finds nothing in any view and theme, nor in the help', async () => {
  const desk = await serveDesk({ ticketUrl: 'https://acme.example/t/{ticketId}' })
  const line = await cuttable(desk.url)
  // An own world, since the page lets no foreign script in.
  const page = await openBoard(line.url, { bypassCSP: true })
  const sizes = { wall: [1920, 1080], desk: [1366, 768], phone: [390, 844], far: [1920, 1080] } as const
  for (const [view, [width, height]] of Object.entries(sizes))
    for (const theme of ['dark', 'light']) {
      const isUsual = `${view} ${theme}` === 'wall dark' || `${view} ${theme}` === 'phone light'
      if (!isFull && !isUsual) continue
      await page.setViewportSize({ width, height })
      await page.goto(`${line.url}/?view=${view}&theme=${theme}`)
      await figuresShown(page)
      await page.addScriptTag({ content: axe })
      expect({ view, theme, found: await page.evaluate(findings) }).toEqual({ view, theme, found: [] })
    }
  await page.keyboard.press('?')
  await page.waitForSelector('dialog')
  expect(await page.evaluate(findings)).toEqual([])
})

slowBrowserTest('axe finds nothing while the connection is lost', async () => {
  const desk = await serveDesk()
  const line = await cuttable(desk.url)
  const page = await openBoard(line.url, { bypassCSP: true })
  await figuresShown(page)
  await page.addScriptTag({ content: axe })
  line.cut()
  await page.waitForSelector('.banner', { timeout: 15_000 })
  for (const theme of ['dark', 'light']) {
    expect(await page.getAttribute('html', 'data-theme')).toBe(theme)
    expect(await page.evaluate(findings)).toEqual([])
    await page.keyboard.press('t')
    await page.waitForTimeout(600)
  }
})

browserTest('keys pause, choose theme and view, open help, and can be switched off', async () => {
  const desk = await serveDesk()
  const page = await openBoard(desk.url)
  await figuresShown(page)
  const data = (name: string) => page.getAttribute('html', `data-${name}`)
  await page.keyboard.press('p')
  await eventually(() => page.innerText('.signal')).toMatch(/^Paused at 10:4\d$/)
  await page.waitForTimeout(1100)
  const rows = await rowsOf(page)
  await desk.put(ticket('9', { resolutionDueTime: at(-500), priority: 'Critical' }))
  await page.waitForTimeout(1200)
  expect(await rowsOf(page)).toEqual(rows)
  await page.keyboard.press('p')
  await eventually(() => page.innerText('.signal')).toMatch(/^live/)
  await eventually(() => rowsOf(page)).not.toEqual(rows)
  await page.keyboard.press('t')
  await eventually(() => data('theme')).toBe('light')
  await page.keyboard.press('v')
  await eventually(() => data('view')).toBe('far')
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.press('Space')
  expect(await page.isChecked('dialog input[type=checkbox]')).toBe(false)
  await page.keyboard.press('Escape')
  await eventually(() => page.$('dialog')).toBe(null)
  await page.keyboard.press('t')
  await page.waitForTimeout(600)
  expect(await data('theme')).toBe('light')
  // Everything the keys do, buttons do.
  await eventually(async () => {
    await page.keyboard.press('Tab')
    return page.evaluate('document.activeElement.textContent')
  }).toBe('Pause')
  expect(await page.$eval('.buttons', (one) => one.checkVisibility())).toBe(true)
  await page.keyboard.press('Enter')
  await eventually(() => page.innerText('.signal')).toMatch(/^Paused/)
  expect(page.told).toEqual([])
})

browserTest('charts are told in a sentence, and as a table', async () => {
  const desk = await serveDesk()
  const page = await openBoard(desk.url, { width: 1366, height: 768 })
  await figuresShown(page)
  expect(
    await page.$$eval('svg[role=img]', (all) => all.map((one) => one.getAttribute('aria-label'))),
  ).toEqual([
    expect.stringMatching(/^Tickets today: \d+ came in, \d+ were resolved\.$/),
    expect.stringMatching(
      /^SLA met per day, the last 15 days; the latest is \d+\s% fixed in time of a target of 95\s%\.$/,
    ),
  ])
  await page.click('.sla .as-table')
  await eventually(() => page.$$eval('dialog tbody tr', (rows) => rows.length)).toBe(15)
  await page.click('dialog button')
  await eventually(() => page.$('dialog')).toBe(null)
  expect(await page.innerText('.due-row:first-child .unseen')).toBe('late by 42 minutes')
})

browserTest('with less motion nothing moves; with forced colours late is told by an edge', async () => {
  const desk = await serveDesk()
  const page = await openBoard(desk.url, { reducedMotion: 'reduce', forcedColors: 'active' })
  await figuresShown(page)
  await page.waitForTimeout(1100)
  const running = 'document.getAnimations().length'
  const watched = page.evaluate(`new Promise((resolve) => {
    let most = 0
    const until = performance.now() + 1500
    const look = () => {
      most = Math.max(most, ${running})
      if (performance.now() < until) requestAnimationFrame(look)
      else resolve(most)
    }
    look()
  })`)
  await desk.put(ticket('9', { resolutionDueTime: at(1), priority: 'Critical' }))
  await eventually(() => page.$$eval('.due-row[data-row="9"]', (rows) => rows.length)).toBe(1)
  expect(await watched).toBe(0)
  const border = (selector: string) =>
    page.evaluate(`getComputedStyle(document.querySelector('${selector}')).borderTopStyle`)
  expect(await border('.due-row.late .chip')).toBe('double')
  expect(await border('.tile.late')).toBe('double')
})
