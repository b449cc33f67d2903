import { once } from 'node:events'
import { connect } from 'node:net'
import { createClient } from '@superhack/superops'
import { createExtractor } from '@superhack/superops/extract'
import { createHandler, extractionSnapshot, type HandlerOptions } from '@superhack/superops/http'
import { createMockTenant } from '@superhack/superops/testing'
import { createWebhookSecret, signWebhook } from '@superhack/superops/webhooks'
import { afterAll, expect, test } from 'vitest'
import { apiKey, ask, atEnd, endAll, serve, serveTenant } from './serving.js'

afterAll(endAll)

const served = serveTenant()

test('a key is asked for, in either header, before anything is told', async () => {
  const { url } = await served
  for (const path of [
    '/v1/streams',
    '/v1/reports/board',
    '/v1/no-such',
    '/no-such',
    '/metrics',
    '/v1/nudge',
  ]) {
    const method = path === '/v1/nudge' ? 'POST' : 'GET'
    for (const key of [null, 'another-key-of-a-backend', '']) {
      const refused = await ask(`${url}${path}`, { key, method })
      expect(refused).toMatchObject({ status: 401, json: { code: 'unauthorized' } })
      expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    }
  }
  expect((await ask(`${url}/v1/streams`, { key: null, headers: { 'x-api-key': apiKey } })).status).toBe(200)
  expect((await ask(`${url}/health/live`, { key: null })).json).toEqual({ status: 'live' })
  expect((await ask(`${url}/health/ready`, { key: null })).json).toEqual({ status: 'ready' })
})

test('other methods are told which there are, HEAD is GET without a body', async () => {
  const { url } = await served
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const refused = await ask(`${url}/v1/reports/board`, { method })
    expect(refused).toMatchObject({ status: 405, json: { code: 'method_not_allowed' } })
    expect(refused.headers.get('allow')).toBe('GET, HEAD')
  }
  expect((await ask(`${url}/v1/nudge`)).headers.get('allow')).toBe('POST')
  const head = await ask(`${url}/v1/entities/clients`, { method: 'HEAD' })
  const get = await ask(`${url}/v1/entities/clients`)
  expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: '' })
  for (const name of ['etag', 'content-length', 'content-type'])
    expect(head.headers.get(name)).toBe(get.headers.get(name))
  expect((await ask(`${url}/v1/no-such`)).json.code).toBe('not_found')
  expect((await ask(`${url}/v1/entities/no-such`)).json.code).toBe('unknown_entity')
})

test('figures of the process come as Prometheus reads them', async () => {
  const { url, streams } = await served
  const { text, headers } = await ask(`${url}/metrics`)
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const sample = /^superops_[a-z_]+(\{[a-z]+="[^"]*"\})? [0-9.+Inf]+$/
  expect(
    text.split('\n').filter((line) => line !== '' && !line.startsWith('# ') && !sample.test(line)),
  ).toEqual([])
  expect(text).toContain(`\nsuperops_polls_total ${streams.status().polls}\n`)
  expect(text).toContain('\nsuperops_up 1\n')
  expect(text).toMatch(/^superops_stream_sequence\{stream="tickets"\} \d+$/m)
  expect(text).toMatch(/^superops_entity_age_seconds\{entity="tickets"\} [\d.]+$/m)
  expect(text).toMatch(/^superops_tickets_open \d+$/m)
  expect(text).toMatch(/^superops_requests_total \d+$/m)
})

test('pages hold every record that was there all the time exactly once, while records come and go', async () => {
  const { url, client, streams } = await served
  const all = (await ask(`${url}/v1/entities/tickets?limit=1000`)).json.rows as { ticketId: string }[]
  const [gone = { ticketId: '' }] = all
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const more: string = cursor === null ? '' : `&cursor=${cursor}`
    const page = (await ask(`${url}/v1/entities/tickets?limit=7${more}`)).json
    ids.push(...page.rows.map(({ ticketId }: { ticketId: string }) => ticketId))
    cursor = page.next
    if (ids.length === 14) {
      await client.mutation.softDeleteTickets({ input: [{ ticketId: gone.ticketId }] })
      await streams.nudge('tickets', gone.ticketId)
    }
    await client.mutation.createTicket({
      input: {
        subject: 'New',
        source: 'FORM',
        requestType: 'Incident',
        client: {
          accountId: ((await ask(`${url}/v1/entities/clients`)).json.rows[0] as { accountId: string })
            .accountId,
        },
      },
    })
    await streams.refresh('tickets')
  } while (cursor !== null)
  expect(new Set(ids).size).toBe(ids.length)
  expect(all.map(({ ticketId }) => ticketId).filter((id) => !ids.includes(id))).toEqual([])
})

test('records are chosen by client, by technician and by group', async () => {
  const { url, streams } = await served
  const { data } = streams.snapshot() ?? expect.fail('nothing was read')
  const ticket =
    data.tickets?.find(({ technician }) => technician) ?? expect.fail('no ticket has a technician')
  const [client, technician] = [ticket.client?.accountId ?? '', ticket.technician?.userId ?? '']
  const { rows } = (
    await ask(`${url}/v1/entities/tickets?client=${client}&technician=${technician}&limit=1000`)
  ).json
  const chosen = data.tickets?.filter(
    (one) => one.client?.accountId === client && one.technician?.userId === technician,
  )
  expect(rows.map(({ ticketId }: { ticketId: string }) => ticketId)).toEqual(
    chosen?.map(({ ticketId }) => ticketId).sort(),
  )
  const groupId = data.tickets?.find(({ techGroup }) => techGroup)?.techGroup?.groupId ?? ''
  const idsOf = async (query: string) =>
    (await ask(`${url}/v1/entities/${query}&limit=1000`)).json.rows.map(
      (row: { ticketId?: string; userId?: string }) => row.ticketId ?? row.userId,
    )
  expect(await idsOf(`tickets?techGroup=${groupId}`)).toEqual(
    data.tickets
      ?.filter(({ techGroup }) => techGroup?.groupId === groupId)
      .map(({ ticketId }) => ticketId)
      .sort(),
  )
  expect(await idsOf(`technicians?techGroup=${groupId}`)).toEqual(
    data.technicians
      ?.filter(({ groups }) => groups?.some((group) => group?.groupId === groupId))
      .map(({ userId }) => userId)
      .sort(),
  )
  const alerts = (await ask(`${url}/v1/entities/alerts?client=${client}&limit=1000`)).json.rows
  expect(
    alerts.every(
      (row: { asset: { client: { accountId: string } } }) => row.asset.client.accountId === client,
    ),
  ).toBe(true)
  expect((await ask(`${url}/v1/entities/clients?client=${client}`)).json.rows).toHaveLength(1)
})

const post = (
  url: string,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
  key: string | null = apiKey,
) =>
  ask(`${url}/v1/nudge`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    key,
  })

test('a nudge has the record read anew, whatever else it claims', async () => {
  const { url, client, streams, tenant } = await served
  const { ticketId } = (await client.tickets.list().first()) ?? expect.fail('no ticket')
  await client.mutation.updateTicket({ input: { ticketId, subject: 'Paper jam' } })
  const before = tenant.calls('getTicket').length
  const hint = JSON.stringify({ entity: 'tickets', id: ticketId, subject: 'Forged' })
  const answers = await Promise.all([post(url, hint), post(url, hint), post(url, hint)])
  expect(answers.map(({ status, json }) => ({ status, json }))).toEqual(
    Array.from({ length: 3 }, () => ({ status: 202, json: { accepted: true } })),
  )
  const subject = () => streams.snapshot()?.data.tickets?.find((one) => one.ticketId === ticketId)?.subject
  await expect.poll(subject).toBe('Paper jam')
  // Hints of one moment are one read.
  expect(tenant.calls('getTicket').length).toBe(before + 1)
})

test('what is no hint is refused by its form, size or type', async () => {
  const { url } = await served
  const codeOf = async (body: NonNullable<RequestInit['body']>, headers = {}) => {
    const { status, json } = await post(url, body, headers)
    return [status, json.code]
  }
  for (const body of ['', '{', 'null', '[]', '{}', '{"entity":"tickets"}', '{"entity":7,"id":"1"}'])
    expect(await codeOf(body)).toEqual([400, 'bad_request'])
  for (const hint of [
    { entity: 'toString', id: '1' },
    { entity: 'tickets', id: '../1' },
    { entity: 'tickets', id: 7 },
  ])
    expect(await codeOf(JSON.stringify(hint))).toEqual([400, 'bad_request'])
  expect(await codeOf(new Uint8Array([0xff, 0xfe]))).toEqual([400, 'bad_request'])
  expect(await codeOf('{}', { 'content-type': 'text/plain' })).toEqual([415, 'unsupported_media_type'])
  expect(await codeOf('{}', { 'webhook-id': 'x'.repeat(201) })).toEqual([400, 'bad_request'])
})

/** Nudges that reach the manager, behind options of their own. */
async function serveNudges(options: Partial<HandlerOptions>) {
  const nudged: string[] = []
  const streams = { nudge: async (entity: string, id: string) => nudged.push(`${entity} ${id}`) > 0 }
  const url = await serve({
    streams: streams as unknown as NonNullable<HandlerOptions['streams']>,
    apiKeys: [apiKey],
    ...options,
  })
  return { url, nudged }
}

test('a signed nudge needs no key; one that comes again is accepted and passed over', async () => {
  const secret = createWebhookSecret()
  const { url, nudged } = await serveNudges({ nudges: { secret } })
  const body = '{"entity":"tickets","id":"7"}'
  const signed = (id: string, signedBody = body, ageSeconds = 0) => {
    const timestamp = Math.floor(Date.now() / 1000) - ageSeconds
    return signWebhook({ id, timestamp, body: signedBody, secret })
  }
  const send = (headers: Record<string, string>) => post(url, body, headers, null)
  expect((await send({ 'webhook-id': 'm1' })).status).toBe(401)
  expect((await send(signed('m1', 'other'))).status).toBe(401)
  expect((await send(signed('m1', body, 600))).status).toBe(401)
  expect((await send(signed('m1'))).status).toBe(202)
  await expect.poll(() => nudged).toEqual(['tickets 7'])
  expect((await send(signed('m1'))).status).toBe(202)
  expect((await send(signed('m2'))).status).toBe(202)
  await expect.poll(() => nudged).toEqual(['tickets 7', 'tickets 7'])
})

test('a body that is too large, or does not come, ends there', async () => {
  const { url } = await serveNudges({ bodyTimeoutMs: 50 })
  expect(await post(url, 'x'.repeat(1024 * 1024 + 1))).toMatchObject({
    status: 413,
    json: { code: 'too_large' },
  })
  const piece = Buffer.alloc(64 * 1024, 'x')
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(piece) })
  const init = { duplex: 'half', body: endless } as RequestInit
  const answer = await ask(`${url}/v1/nudge`, {
    method: 'POST',
    ...init,
    headers: { 'content-type': 'application/json' },
  }).catch(({ cause }) => cause)
  // The answer may be cut off by what is still being sent.
  expect(answer.status ?? answer.code).toBeOneOf([413, 'EPIPE', 'ECONNRESET', 'UND_ERR_SOCKET'])
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(
    `POST /v1/nudge HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${apiKey}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
  )
  let text = ''
  socket.on('data', (data) => (text += data))
  await once(socket, 'close')
  expect(text).toMatch(/^HTTP\/1.1 408 /)
})

test('what fails inside is answered without a word of it, and told to the operator', async () => {
  const errors: unknown[] = []
  const failure = new Error('a-secret-inside')
  const url = await serve({
    apiKeys: [apiKey],
    snapshot: () => {
      throw failure
    },
    onError: (error) => {
      errors.push(error)
      throw error
    },
  })
  const answer = await ask(`${url}/v1/reports/board`)
  expect(answer).toMatchObject({ status: 500, json: { code: 'internal' } })
  expect(answer.text).not.toContain('secret')
  expect(errors).toEqual([failure])
})

test('an extraction is served as it is, and before it there is nothing to serve', async () => {
  const tenant = createMockTenant({ seed: 5, tickets: 20 })
  const mock = await tenant.listen()
  const client = createClient(mock.credentials)
  atEnd(async () => {
    client.close()
    await mock.close()
  })
  let latest: ReturnType<typeof extractionSnapshot> | undefined
  const url = await serve({ apiKeys: [apiKey], snapshot: () => latest })
  expect(await ask(`${url}/v1/reports/board`)).toMatchObject({ status: 503, json: { code: 'not_read_yet' } })
  expect(await ask(`${url}/health/ready`)).toMatchObject({ status: 503, json: { status: 'starting' } })
  const extraction = await createExtractor(client).run({ entities: ['tickets', 'technicians'] })
  latest = extractionSnapshot(extraction, { reportTimeZone: 'Europe/Berlin' })
  expect((await ask(`${url}/v1/entities/tickets`)).json.rows).toHaveLength(20)
  const { json: board } = await ask(`${url}/v1/reports/board`)
  expect(board).toMatchObject({
    at: extraction.report.finishedAt,
    origin: 'mock',
    health: null,
    positions: {},
  })
  expect((await ask(`${url}/v1/entities/clients`)).json.code).toBe('unknown_entity')
  expect((await ask(`${url}/v1/streams`)).json).toEqual({ streams: [] })
  expect(await post(url, '{"entity":"tickets","id":"7"}')).toMatchObject({ status: 503 })
  expect((await ask(`${url}/health/ready`)).json).toEqual({ status: 'ready' })
})

test('wrong options are told by name', () => {
  const wrong = (options: object) => () => createHandler(options as HandlerOptions)
  expect(wrong({})).toThrow(
    new TypeError('apiKeys: expected a list of texts, or false to serve everyone, received undefined'),
  )
  expect(wrong({ apiKeys: ['short'] })).toThrow(
    new TypeError('apiKeys: expected texts of 16 characters or more, received string'),
  )
  expect(wrong({ apiKeys: [] })).toThrow(TypeError)
  expect(wrong({ apiKeys: false, basePath: 'api' })).toThrow(/^basePath: expected a path/)
  expect(wrong({ apiKeys: false, clockRate: 0 })).toThrow(/^clockRate: expected/)
  expect(wrong({ apiKeys: false, heartbeatMs: 0 })).toThrow(/^heartbeatMs: expected/)
})

test('routes begin at the base path', async () => {
  const url = await serve({ apiKeys: [apiKey], basePath: '/api' })
  expect((await fetch(`${url}/api/health/live`)).status).toBe(200)
  expect((await ask(`${url}/health/live`)).status).toBe(404)
})
