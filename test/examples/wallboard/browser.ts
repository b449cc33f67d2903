import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atEnd } from '../../http/serving.js'
import { browserPath, whyNoBrowser } from '../../metrics/browser.js'
import { isFull } from '../../runs.js'

if (whyNoBrowser !== undefined) process.stderr.write(`NOT RUN: the wallboard (${whyNoBrowser})\n`)

/** A test in a browser; without one it says that it did not run, or fails where one is required. */
export const browserTest = (title: string, run: () => Promise<void>, timeout = 60_000): void => {
  if (whyNoBrowser !== undefined) test.skip(`NOT RUN, ${whyNoBrowser}: ${title}`, () => {})
  else test(title, { timeout }, run)
}

/** One that takes long: in full runs only. */
export const slowBrowserTest = (title: string, run: () => Promise<void>): void => {
  if (isFull) browserTest(title, run, 300_000)
  else test.skip(`full runs only: ${title}`, () => {})
}

let launched: Promise<Browser> | undefined

/** One for all pages of a file; root may not use the sandbox, and nothing foreign is loaded. */
export function browser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('a browser is required')
  if (launched === undefined) {
    launched = chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
    const own = launched
    atEnd(async () => {
      launched = undefined
      await (await own).close()
    })
  }
  return launched
}

/** What no page may do: say something on the console, throw, or ask elsewhere. */
export interface Offences {
  readonly told: string[]
}

export interface OpenOptions extends BrowserContextOptions {
  readonly width?: number
  readonly height?: number
  readonly query?: string
  /** Run in the page before its own script. */
  readonly before?: string
}

/** Opens the wallboard; every offence of the page is told. */
export async function openBoard(
  url: string,
  { width = 1920, height = 1080, query = '', before, ...options }: OpenOptions = {},
): Promise<Page & Offences> {
  const context = await (await browser()).newContext({ viewport: { width, height }, ...options })
  atEnd(() => context.close())
  const page = await context.newPage()
  const told: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) told.push(message.text())
  })
  page.on('pageerror', (error) => told.push(error.message))
  page.on('request', (request) => {
    const isOwn = new URL(request.url()).host === new URL(request.frame().url()).host
    if (!request.isNavigationRequest() && !isOwn) told.push(`asked ${request.url()}`)
  })
  if (before !== undefined) await page.addInitScript(before)
  await page.goto(`${url}/${query}`)
  return Object.assign(page, { told })
}

export const figuresShown = (page: Page) => page.waitForSelector('[data-tile=open] .value:not(.block)')

/** Of a tile its figure and what stands below. */
export const tileOf = async (page: Page, id: string) => ({
  value: await page.textContent(`[data-tile=${id}] .value`),
  sub: await page.innerText(`[data-tile=${id}] .sub`),
})

export async function tiles(page: Page): Promise<Record<string, string | null>> {
  const ids = ['overdue', 'at-risk', 'no-owner', 'no-reply', 'open']
  const values = await Promise.all(ids.map(async (id) => [id, (await tileOf(page, id)).value] as const))
  return Object.fromEntries(values)
}

/** Time, clock and client of the rows as they are read. */
export const rowsOf = (page: Page): Promise<string[]> =>
  page.$$eval('.due-row', (rows) =>
    rows.map((row) =>
      ['.chip time', '.clock', '.rank', '.client', '.owner']
        .map((part) => row.querySelector(part)?.textContent?.replaceAll('\u00a0', ' ').trim() ?? '')
        .join(' | '),
    ),
  )

export const eventually = <Value>(read: () => Promise<Value>) =>
  expect.poll(read, { timeout: 8000, interval: 50 })
