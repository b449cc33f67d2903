import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FileProgress } from '@superhack/superops'
import { expect, test } from 'vitest'
import { isFull } from '../../runs.js'
import { attachment, attachments, rawServer, uploadedText } from './raw-server.js'

const megabyte = 1024 * 1024
const sizeBytes = (isFull ? 100 : 60) * megabyte
const chunk = Buffer.alloc(64 * 1024, 1)
/** Both sides run in this process; what is held of a file would be all of it or more; buffers are swept in the background. */
const mostGrowthBytes = 40 * megabyte

function* chunks() {
  for (let left = sizeBytes; left > 0; left -= chunk.length) yield chunk
}
/** A stream made anew, with bytes of its own as files have them. */
const fileOf = () =>
  Readable.from(
    (function* () {
      for (const part of chunks()) yield Buffer.from(part)
    })(),
    { objectMode: false },
  )

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** How much live memory grew while something moved, looked at now and then. */
async function growthOf(
  move: (onProgress: (progress: FileProgress) => void) => Promise<void>,
): Promise<number> {
  const live = () => {
    collect()
    const { arrayBuffers, heapUsed } = process.memoryUsage()
    return arrayBuffers + heapUsed
  }
  const before = live()
  let most = before
  let next = 0
  await move(({ loadedBytes }) => {
    if (loadedBytes < next) return
    next += 24 * megabyte
    most = Math.max(most, live())
  })
  expect(next).toBeGreaterThan(sizeBytes)
  return most - before
}

test.each(['http', 'fetch'] as const)(
  'with the %s adapter a large file goes both ways without being held',
  async (adapter) => {
    let uploaded = 0
    await using server = await rawServer(async (request, response) => {
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': sizeBytes })
        fileOf().pipe(response)
        return
      }
      for await (const part of request as AsyncIterable<Buffer>) uploaded += part.length
      response.end(uploadedText())
    })
    const { files } = server.client({ adapter })
    const up = await growthOf(async (onProgress) => {
      await files.upload([{ name: 'a', content: fileOf(), size: sizeBytes }], {
        ...attachments,
        onProgress,
      })
    })
    expect(uploaded).toBeGreaterThan(sizeBytes)
    let downloaded = 0
    const down = await growthOf(async (onProgress) => {
      const { body } = await files.download(attachment, { onProgress })
      for await (const part of body as AsyncIterable<Buffer>) downloaded += part.length
    })
    expect(downloaded).toBe(sizeBytes)
    expect(Math.max(up, down)).toBeLessThan(mostGrowthBytes)
  },
)

test.each(['http', 'fetch'] as const)(
  'with the %s adapter a slow side holds back the other',
  async (adapter) => {
    let sent = 0
    await using server = await rawServer((request, response) => {
      if (request.method === 'POST') return
      response.writeHead(200, { 'content-type': 'application/octet-stream' })
      Readable.from(chunks(), { objectMode: false })
        .on('data', (part: Buffer) => {
          sent += part.length
        })
        .pipe(response)
    })
    const { files } = server.client({ adapter })
    let taken = 0
    const stop = new AbortController()
    const content = Readable.from(chunks(), { objectMode: false })
    const stuck = files
      .upload([{ name: 'a', content }], {
        ...attachments,
        signal: stop.signal,
        onProgress: ({ loadedBytes }) => {
          taken = loadedBytes
        },
      })
      .catch((error: { kind: string }) => error.kind)
    // Until the buffers on the way are full: nothing moves any more.
    const settled = async (count: () => number) => {
      for (let last = -1; last !== count(); await new Promise((resolve) => setTimeout(resolve, 200)))
        last = count()
      return count()
    }
    expect(await settled(() => taken)).toBeLessThan(sizeBytes / 2)
    stop.abort()
    expect(await stuck).toBe('aborted')
    const { body } = await files.download(attachment)
    await new Promise((resolve) => body.once('readable', resolve))
    expect(await settled(() => sent)).toBeLessThan(sizeBytes / 2)
    body.destroy()
  },
)
