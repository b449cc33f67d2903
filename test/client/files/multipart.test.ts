import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../runs.js'
import { attachments, bodyOf, rawServer, uploadedText } from './raw-server.js'

/** What a parser of forms makes of a name: browsers write quotes and line breaks in this way, so it reads them so. */
const read = (name: string) =>
  Buffer.from(name).toString().replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%22/g, '"')

const files = fc.array(
  fc.record({
    name: fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.stringMatching(/^[\r\n";=\\%0-9a-zéü€-]{1,12}$/),
    ),
    chunks: fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 }),
    type: fc.constantFrom(undefined, 'image/png', 'text/plain; charset=utf-8'),
    as: fc.constantFrom('bytes', 'blob', 'stream', 'sized stream'),
  }),
  { minLength: 1, maxLength: 4 },
)

test('an independent parser reads every form back, name by name and byte by byte', async () => {
  const parsed: { form: FormData; length: string | undefined; chunked: string | undefined }[] = []
  await using server = await rawServer(async (request, response) => {
    const body = await bodyOf(request)
    const headers = { 'content-type': request.headers['content-type'] ?? '' }
    const form = await new Response(new Uint8Array(body), { headers }).formData()
    const { 'content-length': length, 'transfer-encoding': chunked } = request.headers
    if (length !== undefined && Number(length) !== body.length) throw new Error('a wrong length')
    parsed.push({ form, length, chunked })
    response.setHeader('content-type', 'application/json').end(uploadedText(form.getAll('files').length))
  })
  const superops = server.client()
  await fc.assert(
    fc.asyncProperty(files, fc.option(fc.string()), async (given, ticketId) => {
      await superops.files.upload(
        given.map(({ name, chunks, type, as }) => {
          const bytes = Buffer.concat(chunks)
          const stream = () => Readable.from(chunks.filter((chunk) => chunk.length > 0))
          return {
            name,
            content: as === 'bytes' ? bytes : as === 'blob' ? new Blob([bytes]) : stream(),
            ...(type !== undefined && { type }),
            ...(as === 'sized stream' && { size: bytes.length }),
          }
        }),
        { ...attachments, ...(ticketId !== null && { ticketId }) },
      )
      const last = parsed.pop()
      if (last === undefined) throw new Error('no form')
      const { form, length, chunked } = last
      const isKnown = given.every(({ as }) => as !== 'stream')
      expect([length !== undefined, chunked]).toEqual([isKnown, isKnown ? undefined : 'chunked'])
      expect([form.get('module'), form.get('details')]).toEqual([
        attachments.module,
        ticketId === null ? null : JSON.stringify({ ticketId }),
      ])
      const got = form.getAll('files').map(async (entry) => {
        if (typeof entry === 'string') throw new Error('a field in place of a file')
        return [entry.name, entry.type, Buffer.from(await entry.arrayBuffer()).toString('hex')]
      })
      expect(await Promise.all(got)).toEqual(
        given.map(({ name, type, chunks }) => [
          read(name),
          type ?? 'application/octet-stream',
          Buffer.concat(chunks).toString('hex'),
        ]),
      )
    }),
    { numRuns: runs(1000) },
  )
}, 120_000)
