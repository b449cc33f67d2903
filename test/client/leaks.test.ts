import { getEventListeners } from 'node:events'
import type { SuperOpsError } from '@superhack/superops'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'
import { answeringServer } from './answering-server.js'

test('10 000 calls leave no timer, no listener and no socket behind', async () => {
  const server = await answeringServer((response, _received, number) => {
    if (number % 3 === 0) response.socket?.destroy()
    else if (number % 3 === 1) response.writeHead(503).end()
    else response.end('{"data":{"getSLAList":[]}}')
  })
  const shared = new AbortController()
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  const superops = server.client().with({ signal: shared.signal })
  const ask = () => superops.query.getSLAList().catch((error: SuperOpsError) => error.kind)
  for (let left = runs(10_000); left > 0; left -= 50) await Promise.all(Array.from({ length: 50 }, ask))
  expect(getEventListeners(shared.signal, 'abort')).toHaveLength(0)
  expect(timers() - before).toBeLessThanOrEqual(1)
  expect(await server.connections()).toBeGreaterThan(0)
  superops.close()
  await expect.poll(server.connections, { timeout: 5000 }).toBe(0)
  await server.close()
}, 120_000)
