/**
 * A server in a process of its own whose list of tickets is as long as wanted: every answer is made of one recorded page,
 * its rows stamped anew with ids and times, newest first: `tsx page-server.ts rows`. To any message it answers with the
 * times of the requests so far.
 */
import { createServer } from 'node:http'
import { documentOf } from '@superhack/superops/entities'
import { createMockTenant } from '@superhack/superops/testing'

const rows = Number(process.argv[2])
const newest = Date.UTC(2026, 0, 5)

async function recordedPage(): Promise<object[]> {
  const tenant = createMockTenant({ tickets: 100 })
  const { apiKey, tenantId } = tenant.credentials
  const { body } = await tenant.handle({
    headers: {
      authorization: `Bearer ${apiKey}`,
      customersubdomain: tenantId,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      query: documentOf('getTicketList'),
      variables: { input: { page: 1, pageSize: 100 } },
    }),
  })
  return JSON.parse(body).data.getTicketList.tickets
}

const stamps = { ticketId: '<id>', displayId: '<id>', createdTime: '<time>', updatedTime: '<time>' }
const templates = (await recordedPage()).map((row) =>
  JSON.stringify({ ...row, ...stamps }).split(/<(id|time)>/),
)

function stamped(number: number): string {
  const values = {
    id: String(10 ** 15 + rows - number),
    time: new Date(newest - number * 1000).toISOString().slice(0, 19),
  }
  const pieces = templates[number % templates.length] ?? []
  return pieces.map((piece) => values[piece as keyof typeof values] ?? piece).join('')
}

function answer(body: string): string {
  const { page, pageSize } = JSON.parse(body).variables.input
  const start = (page - 1) * pageSize
  const end = Math.min(rows, start + pageSize)
  let tickets = ''
  for (let number = start; number < end; number++) tickets += (number > start ? ',' : '') + stamped(number)
  const listInfo = JSON.stringify({ page, pageSize, hasMore: end < rows ? true : null, totalCount: rows })
  return `{"data":{"getTicketList":{"tickets":[${tickets}],"listInfo":${listInfo}}}}`
}

const arrivals: number[] = []
const server = createServer((request, response) => {
  arrivals.push(performance.now())
  let body = ''
  request.setEncoding('utf8').on('data', (piece) => {
    body += piece
  })
  request.on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json',
      date: new Date(newest + 3_600_000).toUTCString(),
    })
    response.end(answer(body))
  })
})
process.on('message', () => process.send?.(arrivals))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) process.send?.(address.port)
})
