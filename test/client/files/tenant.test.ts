import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Client, createClient, type FileProgress, type UploadFile } from '@superhack/superops'
import { createMockTenant, type MockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { attachments } from './raw-server.js'

const adapters = ['http', 'fetch'] as const

async function tenantOf(
  adapter: 'http' | 'fetch',
  use: (superops: Client, tenant: MockTenant) => Promise<void>,
) {
  const tenant = createMockTenant({ tickets: 5 })
  const server = await tenant.listen()
  const superops = createClient({ ...server.credentials, adapter })
  try {
    await use(superops, tenant)
  } finally {
    superops.close()
    await server.close()
  }
}

const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7) % 256)
const halves = [bytes.subarray(0, 70_000), bytes.subarray(70_000)]
async function* iterated() {
  yield* halves
}

test.each(adapters)(
  'with the %s adapter every kind of content is uploaded, attached and downloaded again byte by byte',
  (adapter) =>
    tenantOf(adapter, async (superops, tenant) => {
      const directory = mkdtempSync(join(tmpdir(), 'superops-files-'))
      writeFileSync(join(directory, 'f'), bytes)
      const files: UploadFile[] = [
        { name: 'bytes.bin', content: bytes },
        { name: 'text.txt', content: 'Grüße ✓', type: 'text/plain' },
        {
          name: 'blob.png',
          content: new Blob(
            halves.map((part) => Buffer.from(part)),
            { type: 'image/png' },
          ),
        },
        { name: 'stream.bin', content: createReadStream(join(directory, 'f')) },
        { name: 'web.bin', content: new Blob([Buffer.from(bytes)]).stream(), size: bytes.length },
        { name: 'iterated.bin', content: iterated() },
        { name: 'empty.bin', content: '' },
        { name: 'Rechnung "März"\r\n№ 7.pdf', content: Readable.from(halves, { objectMode: false }) },
      ]
      const ticketId = tenant.world.tickets[0]?.ticketId ?? ''
      const uploaded = await superops.files.upload(files, { ...attachments, ticketId })
      const sizes = files.map(({ name }) => ({ 'text.txt': 11, 'empty.bin': 0 })[name] ?? bytes.length)
      expect(uploaded).toEqual(
        files.map(({ name }, at) => ({
          fileName: name,
          originalFileName: name,
          fileSize: String(sizes[at]),
        })),
      )
      const conversation = await superops.mutation.createTicketConversation({
        input: { ticket: { ticketId }, content: 'see files', attachments: [...uploaded] },
      })
      const conversationId = conversation?.conversationId ?? ''
      const got = []
      for (const { fileName } of uploaded) {
        const file = await superops.files.download({ ...attachments, ticketId, conversationId, fileName })
        const read = await file.bytes()
        got.push({
          fileName,
          type: file.contentType,
          length: file.contentLength,
          read: Buffer.from(read).toString('base64'),
        })
      }
      const all = Buffer.from(bytes).toString('base64')
      const texts: Record<string, string> = {
        'text.txt': Buffer.from('Grüße ✓').toString('base64'),
        'empty.bin': '',
      }
      const types: Record<string, string> = { 'text.txt': 'text/plain', 'blob.png': 'image/png' }
      expect(got).toEqual(
        files.map(({ name }, at) => ({
          fileName: name,
          type: types[name] ?? 'application/octet-stream',
          length: sizes[at],
          read: texts[name] ?? all,
        })),
      )
      rmSync(directory, { recursive: true })
    }),
)

test.each(adapters)('with the %s adapter the text of an article is downloaded', (adapter) =>
  tenantOf(adapter, async (superops, tenant) => {
    const item = tenant.world.kbItems.find(({ itemType }) => itemType === 'KB_ARTICLE')
    const file = await superops.files.download({
      module: 'KB_ARTICLE_CONTENT',
      kbArticleId: item?.itemId ?? '',
    })
    expect(file.contentType).toBe('text/html; charset=utf-8')
    expect(await file.text()).toContain(`<h1>${item?.name}</h1>`)
  }),
)

test.each(adapters)('with the %s adapter progress is told in both directions', (adapter) =>
  tenantOf(adapter, async (superops, tenant) => {
    const seen: FileProgress[] = []
    const onProgress = (progress: FileProgress) => void seen.push(progress)
    const total = (value: number | null) => {
      const told = seen.splice(0)
      expect(told.map(({ totalBytes }) => totalBytes)).toEqual(told.map(() => value))
      expect(told.length).toBeGreaterThan(1)
      expect(told.map(({ loadedBytes }) => loadedBytes)).toEqual(
        told.map(({ loadedBytes }) => loadedBytes).toSorted((a, b) => a - b),
      )
      return told.at(-1)?.loadedBytes
    }
    const two = [bytes, Readable.from(halves, { objectMode: false })]
    const [known, unknown] = two.map((content, at) => ({ name: `${at}.bin`, content }))
    if (known === undefined || unknown === undefined) throw new Error('two files')
    const ticketId = tenant.world.tickets[0]?.ticketId ?? ''
    const [first] = await superops.files.upload([known], { ...attachments, onProgress })
    expect(total(bytes.length)).toBe(bytes.length)
    await superops.files.upload([known, unknown], { ...attachments, onProgress })
    expect(total(null)).toBe(2 * bytes.length)
    const made = await superops.mutation.createTicketConversation({
      input: { ticket: { ticketId }, content: 'x', attachments: first === undefined ? [] : [first] },
    })
    const place = { ticketId, conversationId: made?.conversationId ?? '', fileName: first?.fileName ?? '' }
    const file = await superops.files.download({ ...attachments, ...place }, { onProgress })
    await file.bytes()
    expect(total(bytes.length)).toBe(bytes.length)
  }),
)

test('a file of a ticket that does not exist is refused with a typed error', () =>
  tenantOf('http', async (superops) => {
    const missing = superops.files.upload([{ name: 'a', content: 'a' }], { ...attachments, ticketId: '1' })
    await expect(missing).rejects.toMatchObject({
      kind: 'http',
      status: 404,
      operation: 'upload',
      write: { outcome: 'not-applied', because: 'rejected' },
    })
    const unknown = superops.files.download({ module: 'KB_ARTICLE_CONTENT', kbArticleId: '1' })
    await expect(unknown).rejects.toMatchObject({ kind: 'http', status: 404, operation: 'download' })
  }))

test('a mock without HTTP serves files to the client as well', async () => {
  const { setupServer } = await import('msw/node')
  const tenant = createMockTenant({ tickets: 1 })
  const server = setupServer(...tenant.handlers)
  server.listen({ onUnhandledRequest: 'error' })
  const superops = createClient(tenant.credentials)
  try {
    expect(await superops.files.upload([{ name: 'a.bin', content: iterated() }], attachments)).toEqual([
      { fileName: 'a.bin', originalFileName: 'a.bin', fileSize: '200000' },
    ])
  } finally {
    superops.close()
    server.close()
  }
})
