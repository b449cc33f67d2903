import { setImmediate } from 'node:timers/promises'
import { createHandler, extractionSnapshot } from '@superhack/superops/http'
import { assessQuality } from '@superhack/superops/quality'
import { expect, test } from 'vitest'

const tickets = Array.from({ length: 8000 }, (_, at) => ({
  ticketId: String(at),
  displayId: `240304-${at}`,
  subject: at % 7 === 0 ? null : `Case ${at}`,
  client: { accountId: String(at % 50) },
  technician: { userId: String(at % 9) },
  status: at % 3 === 0 ? 'Open' : 'Closed',
  createdTime: '2024-03-04T09:00:00',
  resolutionTime: at % 3 === 0 ? null : '2024-03-04T11:00:00',
}))
const technicians = Array.from({ length: 9 }, (_, at) => ({ userId: String(at), name: `T ${at}` }))
const snapshotAt = (finishedAt: string) => {
  const report = { finishedAt } as Parameters<typeof extractionSnapshot>[0]['report']
  const data = { tickets, technicians } as unknown as Parameters<typeof extractionSnapshot>[0]['data']
  return extractionSnapshot({ data, origin: 'mock', report })
}
const request = () => new Request('http://localhost/v1/reports/quality')

test('while the report of quality is made others have their turn, and those who ask meanwhile share it', async () => {
  const first = snapshotAt('2024-03-05T11:00:00.000Z')
  let snapshot = first
  const handler = createHandler({ snapshot: () => snapshot, apiKeys: false })
  let isMade = false
  const asked = handler(request()).finally(() => (isMade = true))
  let turns = 0
  while (!isMade) {
    await setImmediate()
    if (++turns === 1) snapshot = snapshotAt('2024-03-05T12:00:00.000Z')
  }
  expect(turns).toBeGreaterThan(3)
  const report = await (await asked).json()
  expect(report).toEqual({
    report: 'quality',
    at: '2024-03-05T11:00:00.000Z',
    origin: 'mock',
    quality: JSON.parse(JSON.stringify(assessQuality(first.data, first.context))),
  })
  expect(await (await handler(request())).json()).toEqual(report)
})

test('a report that is under way ends when the handler is closed', async () => {
  const closing = new AbortController()
  const handler = createHandler({
    snapshot: () => snapshotAt('2024-03-05T11:00:00.000Z'),
    apiKeys: false,
    signal: closing.signal,
  })
  const asked = handler(request())
  await setImmediate()
  closing.abort()
  const answer = await asked
  expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'too_busy' }])
})
