import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createStreamClient } from '@superhack/superops/stream-client'
import { afterAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startBackend as startExpress } from '../../../examples/express-backend/backend.js'
import { startBackend as startFastify } from '../../../examples/fastify-backend/backend.js'
import { serveLive } from '../../../examples/main/serve-live.js'
import { atEnd, endAll } from '../../http/serving.js'
import { figuresShown, openBoard, slowBrowserTest } from './browser.js'
import { serveDesk } from './desk.js'

afterAll(endAll)

/** With headers that `fetch` sets by itself. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test('live answers pages of this machine only, by whatever name they come', async () => {
  const desk = await serveDesk({ tickets: [] })
  const { host } = new URL(desk.url)
  for (const path of ['/', '/v1/reports/board', '/v1/streams']) {
    expect(await statusOf(`${desk.url}${path}`, { host })).toBe(200)
    expect(await statusOf(`${desk.url}${path}`, { host: 'rebound.example' })).toBe(403)
    expect(await statusOf(`${desk.url}${path}`, { host, origin: 'https://elsewhere.example' })).toBe(403)
  }
  const url = `${desk.url.replace('http', 'ws')}/stream`
  const refused = new WebSocket(url, 'superops.stream.v1', {
    headers: { origin: 'https://elsewhere.example' },
  })
  const [error] = await once(refused, 'error')
  expect(String(error)).toContain('403')
})

test('a bare client follows live at the address of the wallboard', async () => {
  const desk = await serveDesk({ tickets: [] })
  const url = `${desk.url.replace('http', 'ws')}/stream`
  const client = createStreamClient({ url, streams: [{ stream: 'metrics', mode: 'cache' }], WebSocket })
  const told = new Promise((resolve) => client.once('metrics.updated', resolve))
  expect(await told).toMatchObject({ type: 'metrics.updated' })
  client.close()
})

test('without a port of its own live takes the first free one from 8080 on', async () => {
  const first = await serveLive(undefined, {})
  atEnd(() => first.close())
  const second = await serveLive(undefined, {})
  atEnd(() => second.close())
  const [one, two] = [first, second].map(({ url }) => Number(new URL(url).port))
  expect(one).toBeGreaterThanOrEqual(8080)
  expect(two).toBeGreaterThan(one ?? 0)
  expect(two).toBeLessThan(8090)
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  atEnd(() => taken.close())
  await expect(serveLive((taken.address() as AddressInfo).port, {})).rejects.toThrow(/EADDRINUSE/)
})

test('settings are data and no part of the page, whatever they hold', async () => {
  const server = await serveLive(0, { name: '"><script>alert(1)</script>$&' })
  atEnd(() => server.close())
  const html = await (await fetch(server.url)).text()
  expect(html).not.toContain('<script>alert')
  expect(html.match(/<script /g)).toHaveLength(1)
})

test('a file is compressed for who takes it, and kept for ever under its name', async () => {
  const server = await serveLive(0, {})
  atEnd(() => server.close())
  const html = await (await fetch(server.url)).text()
  const [, script = ''] = /src="([^"]+)"/.exec(html) ?? []
  const plain = await fetch(`${server.url}${script}`, { headers: { 'accept-encoding': 'identity' } })
  const zipped = await fetch(`${server.url}${script}`)
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  expect(await zipped.text()).toBe(await plain.text())
  expect(zipped.headers.get('cache-control')).toContain('immutable')
  expect((await fetch(server.url)).headers.get('cache-control')).toBe('no-cache')
  // What the televisions of 2021 lack.
  expect(await (await fetch(`${server.url}${script}`)).text()).not.toMatch(
    /\.at\(|\.replaceAll\(|Object\.hasOwn|structuredClone|\?\?=|#\w+ in /,
  )
})

for (const [name, startBackend] of [
  ['Express', startExpress],
  ['Fastify', startFastify],
] as const)
  slowBrowserTest(
    `the ${name} backend asks the board for its key once, and keeps it out of addresses`,
    async () => {
      const apiKey = 'a-key-of-a-backend'
      const { url, close } = await startBackend({ BACKEND_API_KEY: apiKey }, 0)
      atEnd(close)
      const page = await openBoard(new URL(url).origin, { width: 1366, height: 768 })
      await page.fill('#key', 'a-wrong-key-of-a-board')
      await page.click('.key-form button')
      await page.waitForSelector('.key-form p')
      await page.fill('#key', apiKey)
      await page.click('.key-form button')
      await figuresShown(page)
      await page.waitForSelector('.dot.on')
      await page.reload()
      await figuresShown(page)
      expect(page.url()).not.toContain(apiKey)
      expect(page.told.filter((text) => !text.includes('401'))).toEqual([])
    },
  )
