import type { BoardDocument } from '@superhack/superops/http'
import { afterAll, expect } from 'vitest'
import { endAll } from '../../http/serving.js'
import { figuresShown, openBoard, slowBrowserTest, tiles } from './browser.js'
import { at, serveDesk, ticket } from './desk.js'

afterAll(endAll)

const everyMs = 200

const loads = [
  { load: 'fifty events a second for a minute', rate: 1, perTick: 10, seconds: 60 },
  { load: 'the events of a day, within minutes,', rate: 600, perTick: 4, seconds: 144 },
]

for (const { load, rate, perTick, seconds } of loads)
  slowBrowserTest(`${load} leave speech rare, the heap as it was and figures right`, async () => {
    const open = Array.from({ length: 300 }, (_, index) =>
      ticket(`${index}`, { resolutionDueTime: at(index), createdTime: at(-2000) }),
    )
    const desk = await serveDesk({ tickets: open, rate })
    const page = await openBoard(desk.url, {
      before: `window.sayings = 0
      addEventListener('DOMContentLoaded', () => new MutationObserver(() => sayings++)
        .observe(document.getElementById('said'), { childList: true, characterData: true, subtree: true }))`,
    })
    await figuresShown(page)
    const session = await page.context().newCDPSession(page)
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      return usedSize
    }
    const nodes = () => page.evaluate<number>('document.querySelectorAll("*").length')
    let told = 0
    desk.streams.on('tickets', () => told++)
    const run = async (forSeconds: number) => {
      const until = performance.now() + forSeconds * 1000
      while (performance.now() < until) {
        const started = performance.now()
        const rows = Array.from({ length: perTick }, () => {
          const index = told++ % open.length
          // By turns critical and not, so that rows, tiles and cells change.
          return ticket(`${index}`, {
            priority: told % 3 === 0 ? 'Critical' : 'Low',
            resolutionDueTime: new Date(desk.now() + (((index * 7 + told) % 400) - 3) * 60_000).toISOString(),
            createdTime: at(-2000),
            updatedTime: new Date(desk.now()).toISOString(),
          })
        })
        await desk.put(...rows)
        await page.waitForTimeout(Math.max(0, everyMs - (performance.now() - started)))
      }
    }
    await run(10)
    const before = { heap: await heap(), nodes: await nodes() }
    await page.evaluate('sayings = 0')
    await run(seconds)
    const after = { heap: await heap(), nodes: await nodes() }
    expect(told).toBeGreaterThan(2000)
    expect(await page.evaluate('sayings')).toBeLessThanOrEqual((5 * seconds) / 60)
    expect(after.heap - before.heap).toBeLessThan(1024 * 1024)
    expect(Math.abs(after.nodes - before.nodes)).toBeLessThan(50)
    expect(after.nodes).toBeLessThan(1500)
    // Time may run fast: both are read until they are of one moment.
    const difference = async () => {
      const board = (await (await fetch(`${desk.url}/v1/reports/board`)).json()) as BoardDocument
      const { overdue, open: opened } = await tiles(page)
      const { overdueTicketCount, openTicketCount } = board.figures
      return [Number(overdue) - (overdueTicketCount ?? 0), Number(opened) - (openTicketCount ?? 0)]
    }
    await expect.poll(difference, { timeout: 20_000, interval: 130 }).toEqual([0, 0])
    expect(page.told).toEqual([])
  })
