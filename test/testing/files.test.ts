import { createMockTenant } from '@superhack/superops/testing'
import { setupServer } from 'msw/node'
import { expect, test } from 'vitest'
import { type Asking, asking, tenantHeaders } from './asking.js'

const module = 'TICKET_CONVERSATION_ATTACHMENT'

interface Uploaded {
  readonly fileName: string
  readonly originalFileName: string
  readonly fileSize: number
}

function formOf(files: readonly (readonly [name: string, bytes: Uint8Array, type?: string])[], fields = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ module, ...fields })) form.append(name, String(value))
  for (const [name, bytes, type = 'image/png'] of files)
    form.append('files', new File([Buffer.from(bytes)], name, { type }))
  return form
}

const upload = (url: string, body: FormData | string, headers: Record<string, string> = tenantHeaders) =>
  fetch(new URL('/upload', url), { method: 'POST', headers, body })

function download(
  url: string,
  details: unknown,
  of = module,
  headers: Record<string, string> = tenantHeaders,
) {
  const target = new URL('/download', url)
  target.searchParams.set('module', of)
  target.searchParams.set('details', typeof details === 'string' ? details : JSON.stringify(details))
  return fetch(target, { headers })
}

async function attach(tenant: Asking, attachments: readonly unknown[]) {
  const ticketId = tenant.tenant.world.tickets[0]?.ticketId ?? ''
  const { body } = await tenant.ask(
    'mutation($input: CreateTicketConversationInput!) { createTicketConversation(input: $input) { conversationId } }',
    { input: { ticket: { ticketId }, content: 'see file', attachments } },
  )
  const made = body.data?.createTicketConversation as unknown as { conversationId: string } | undefined
  return { ticketId, conversationId: made?.conversationId }
}

test('files are uploaded, attached by a mutation, and downloaded again byte by byte', async () => {
  await using tenant = await asking({ tickets: 5 })
  const bytes = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7) % 256)
  const first = await upload(
    tenant.url,
    formOf([
      ['aaa.png', bytes],
      ['notes.txt', bytes.subarray(0, 10), 'text/plain'],
    ]),
  )
  const answer = (await first.json()) as { data: Uploaded[] }
  expect(answer).toEqual({
    data: [
      { fileName: 'aaa.png', originalFileName: 'aaa.png', fileSize: 3000 },
      { fileName: 'notes.txt', originalFileName: 'notes.txt', fileSize: 10 },
    ],
    errors: null,
  })
  const again = (await (
    await upload(tenant.url, formOf([['aaa.png', bytes.subarray(5)]]))
  ).json()) as typeof answer
  expect(again.data[0]).toEqual({ fileName: 'aaa-1.png', originalFileName: 'aaa.png', fileSize: 2995 })
  const files = [...answer.data, ...again.data].map((file) => ({ ...file, fileSize: String(file.fileSize) }))
  const place = await attach(tenant, files)
  const got = await Promise.all(
    files.map(async ({ fileName }) => {
      const response = await download(tenant.url, { ...place, fileName })
      const body = new Uint8Array(await response.arrayBuffer())
      return [response.status, response.headers.get('content-type'), Buffer.from(body).toString('hex')]
    }),
  )
  const hex = (part: Uint8Array) => Buffer.from(part).toString('hex')
  expect(got).toEqual([
    [200, 'image/png', hex(bytes)],
    [200, 'text/plain', hex(bytes.subarray(0, 10))],
    [200, 'image/png', hex(bytes.subarray(5))],
  ])
})

test('attachments of the generated world have bytes, the same ones for the same seed', async () => {
  await using tenant = await asking({ tickets: 60 })
  await using other = await asking({ tickets: 60 })
  const { world } = tenant.tenant
  const found = world.tickets
    .flatMap(({ ticketId }) => world.conversationsOf(ticketId).map((entry) => ({ ticketId, entry })))
    .find(({ entry }) => (entry.attachments ?? []).length > 0)
  const attachment = found?.entry.attachments?.[0]
  const details = {
    ticketId: found?.ticketId,
    conversationId: found?.entry.conversationId,
    fileName: attachment?.fileName,
  }
  const [one, two] = await Promise.all(
    [tenant, other].map(async ({ url }) => Buffer.from(await (await download(url, details)).arrayBuffer())),
  )
  expect(one?.length).toBe(Number(attachment?.fileSize))
  expect(one?.subarray(1, 4).toString()).toBe('PNG')
  expect(two?.equals(one ?? Buffer.alloc(0))).toBe(true)
})

test('an article answers what was written, or a text of its own', async () => {
  await using tenant = await asking({ tickets: 5 })
  const article = tenant.tenant.world.kbItems.find(({ itemType }) => itemType === 'KB_ARTICLE')
  const body = async () =>
    (await download(tenant.url, { kbArticleId: article?.itemId }, 'KB_ARTICLE_CONTENT')).text()
  expect(await body()).toContain(`<h1>${article?.name}</h1>`)
  await tenant.ask('mutation($input: UpdateKbArticleInput!) { updateKbArticle(input: $input) { itemId } }', {
    input: { itemId: article?.itemId, content: '<p>restart it</p>' },
  })
  expect(await body()).toBe('<p>restart it</p>')
})

test('headers are checked as on the endpoint', async () => {
  await using tenant = await asking({ tickets: 1 })
  const file = () => formOf([['a.png', Uint8Array.of(1)]])
  const statuses = await Promise.all([
    upload(tenant.url, file(), { customersubdomain: 'acme' }),
    upload(tenant.url, file(), { authorization: 'Bearer mock-token' }),
    download(tenant.url, {}, module, { customersubdomain: 'acme' }),
  ])
  expect(statuses.map(({ status }) => status)).toEqual([401, 400, 401])
})

test('requests that name nothing are refused', async () => {
  await using tenant = await asking({ tickets: 1 })
  const { url } = tenant
  const bytes = Uint8Array.of(1)
  const asked = {
    'no form': upload(url, 'text'),
    'no file': upload(url, formOf([])),
    'unknown module': upload(url, formOf([['a.png', bytes]], { module: 'TICKET' })),
    'details that are no JSON': upload(url, formOf([['a.png', bytes]], { details: '{' })),
    'unknown ticket': upload(url, formOf([['a.png', bytes]], { details: '{"ticketId":"1"}' })),
    'upload by GET': fetch(new URL('/upload', url), { headers: tenantHeaders }),
    'download without details': download(url, '{'),
    'download of another module': download(url, {}, 'TICKET'),
    'unknown attachment': download(url, { ticketId: '1', conversationId: '2', fileName: 'a.png' }),
    'unknown article': download(url, { kbArticleId: '1' }, 'KB_ARTICLE_CONTENT'),
  }
  const statuses: Record<string, number> = {}
  for (const [name, response] of Object.entries(asked)) statuses[name] = (await response).status
  expect(statuses).toEqual({
    'no form': 400,
    'no file': 400,
    'unknown module': 400,
    'details that are no JSON': 400,
    'unknown ticket': 404,
    'upload by GET': 405,
    'download without details': 400,
    'download of another module': 400,
    'unknown attachment': 404,
    'unknown article': 404,
  })
})

test('reset forgets uploads', async () => {
  await using tenant = await asking({ tickets: 1 })
  const names: (string | undefined)[] = []
  for (let round = 0; round < 2; round++) {
    const answer = await upload(tenant.url, formOf([['a.png', Uint8Array.of(1)]]))
    names.push(((await answer.json()) as { data: Uploaded[] }).data[0]?.fileName)
    tenant.tenant.reset()
  }
  expect(names).toEqual(['a.png', 'a.png'])
})

test('MSW serves both paths on the hosts of both regions', async () => {
  const tenant = createMockTenant({ tickets: 1 })
  const server = setupServer(...tenant.handlers)
  server.listen({ onUnhandledRequest: 'error' })
  try {
    const answer = await upload('https://api.superops.ai', formOf([['a.png', Uint8Array.of(1, 2)]]))
    expect(await answer.json()).toEqual({
      data: [{ fileName: 'a.png', originalFileName: 'a.png', fileSize: 2 }],
      errors: null,
    })
    const article = tenant.world.kbItems.find(({ itemType }) => itemType === 'KB_ARTICLE')
    const details = { kbArticleId: article?.itemId }
    const text = await download('https://euapi.superops.ai', details, 'KB_ARTICLE_CONTENT')
    expect(await text.text()).toContain(article?.name)
  } finally {
    server.close()
  }
})
