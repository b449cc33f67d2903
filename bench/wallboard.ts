/**
 * Weight of the wallboard, and how it draws in a browser while events come: time to first figures, share of the main
 * thread, gaps between frames.
 *
 * npm run bench -- wallboard
 */
import { createClient } from '@superhack/superops'
import { type Source, StreamManager } from '@superhack/superops/streams'
import { chromium } from 'playwright-core'
import { serveLive } from '../examples/main/serve-live.js'
import { bundlePage } from '../examples/wallboard/bundle-page.js'
import { findBrowser } from '../test/metrics/browser.js'
import { desk, now } from './desk.js'

const seconds = 10
const everyMs = 200
const perTick = 10

/** Run in the page before its own script. */
const watch = `
  globalThis.gaps = []
  globalThis.longTasks = []
  let last = performance.now()
  const look = (now) => {
    gaps.push(now - last)
    last = now
    if (globalThis.firstFigures === undefined && document.querySelector('[data-tile=open] .value:not(.block)'))
      globalThis.firstFigures = now
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ entryTypes: ['longtask'] })`

const { files } = await bundlePage()
let total = 0
for (const [path, { body, gzip = body }] of files) {
  // The browser asks for it when a name has one of its letters.
  const isOnDemand = path.includes('latin-ext')
  if (!isOnDemand) total += gzip.byteLength
  const kb = (buffer: Buffer) => `${(buffer.byteLength / 1024).toFixed(1)} kB`
  console.log(
    `${path.replace(/.*\//, '').padEnd(46)} ${kb(body).padStart(9)}, gzip ${kb(gzip)}${isOnDemand ? ', on demand' : ''}`,
  )
}
console.log(`first load ${(total / 1024).toFixed(1)} kB gzip`)

const executablePath = findBrowser(process.env)
if (executablePath === undefined) console.log('no browser was found: nothing was drawn')
else await draw(executablePath)

async function draw(browserPath: string): Promise<void> {
  const began = performance.now()
  const present = () => Date.parse(now) + performance.now() - began
  const { tickets = [] } = desk({ tickets: 1000 })
  const changed = new Map(tickets.map((row) => [String(row.ticketId), { ...row }]))
  const ids = [...changed.keys()]
  let next: string[] = ids
  const source: Source = {
    async *read(entities) {
      for (const entity of entities) {
        const rows = entity === 'tickets' ? next.flatMap((id) => changed.get(id) ?? []) : []
        const end = { complete: true, requests: 1, totalCount: rows.length }
        yield { entity, origin: 'mock', rows, removed: [], restored: [], end }
      }
    },
  }
  const client = createClient({ apiKey: 'token', tenantId: 'acme' })
  const server = await serveLive(0, { seed: 7 })
  const streams = new StreamManager({ client, source, now: present }).to(server.sink)
  server.serve(streams, { client, now: present })
  await streams.start()
  await streams.refresh()
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
  let at = 0
  const timer = setInterval(() => {
    next = Array.from({ length: perTick }, () => ids[at++ % ids.length] ?? '')
    for (const id of next) {
      const row = changed.get(id) ?? {}
      const updatedTime = new Date(present()).toISOString()
      changed.set(id, { ...row, priority: at % 2 === 0 ? 'High' : 'Medium', updatedTime } as typeof row)
    }
    void streams.refresh('tickets')
  }, everyMs)
  try {
    for (const throttle of [1, 4]) {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      const session = await page.context().newCDPSession(page)
      await session.send('Performance.enable')
      await page.addInitScript(watch)
      await page.goto(server.url)
      await page.waitForSelector('[data-tile=open] .value:not(.block)')
      const first = await page.evaluate('firstFigures')
      await session.send('Emulation.setCPUThrottlingRate', { rate: throttle })
      await page.waitForTimeout(1000)
      const busy = async () => {
        const { metrics } = await session.send('Performance.getMetrics')
        return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
      }
      const before = await busy()
      await page.evaluate('gaps.length = 0, longTasks.length = 0')
      await page.waitForTimeout(seconds * 1000)
      const after = await busy()
      const { gaps, long } = await page.evaluate<{ gaps: number[]; long: number }>(
        '({ gaps, long: longTasks.length })',
      )
      const p99 = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.99)] ?? Number.NaN
      const share = ((after.TaskDuration ?? 0) - (before.TaskDuration ?? 0)) / seconds
      console.log(
        `CPU ÷ ${throttle}: first figures ${Math.round(Number(first))} ms; ${(perTick * 1000) / everyMs} events/s: main thread ${(100 * share).toFixed(1)} %, frame gap p99 ${p99.toFixed(1)} ms, long tasks ${long}, nodes ${after.Nodes}`,
      )
      await page.close()
    }
  } finally {
    clearInterval(timer)
    await browser.close()
    await streams.stop()
    await server.close()
    client.close()
  }
}
