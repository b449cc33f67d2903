/**
 * Reads all tickets of a page server, and tells how much memory its process takes: `tsx extraction-reader.ts how url
 * requestsPerWindow windowMs forMs`, `how` being `batches` or `bare` for axios with JSON.parse.
 */
import { createClient, createLimiter } from '@superhack/superops'
import { documentOf } from '@superhack/superops/entities'
import { createExtractor } from '@superhack/superops/extract'
import axios from 'axios'

const [how, url = '', requestsPerWindow = 'Infinity', windowMs = '60000', forMs = '0'] = process.argv.slice(2)
let rows = 0
const tell = () => process.send?.({ rows, rss: process.memoryUsage().rss, ms: performance.now() })
const every = setInterval(tell, 250)

async function readBatches(): Promise<{ complete: boolean; reason?: string }> {
  const limiter = createLimiter({
    requestsPerMinute: Number(requestsPerWindow),
    windowMs: Number(windowMs),
    safetyMs: Number(windowMs) / 120,
  })
  const client = createClient({ apiKey: 'bench', tenantId: 'acme', baseUrl: url, limiter })
  const signal = Number(forMs) > 0 ? AbortSignal.timeout(Number(forMs)) : undefined
  let end: { complete: boolean; reason?: string } = { complete: false, reason: 'stopped' }
  try {
    for await (const batch of createExtractor(client).batches({
      entities: ['tickets'],
      ...(signal && { signal }),
    })) {
      rows += batch.rows.length
      end = batch.report ?? end
    }
  } catch (error) {
    if (!signal?.aborted) throw error
  }
  client.close()
  limiter.close()
  return end
}

async function readBare(): Promise<{ complete: boolean; reason?: string }> {
  for (let page = 1; ; page++) {
    const variables = { input: { page, pageSize: 100, sort: [{ attribute: 'createdTime', order: 'DESC' }] } }
    const { data } = await axios.post(
      url,
      { query: documentOf('getTicketList'), variables },
      { responseType: 'text' },
    )
    const { tickets, listInfo } = JSON.parse(data).data.getTicketList
    rows += tickets.length
    if (listInfo.hasMore !== true) return { complete: true }
  }
}

const started = performance.now()
tell()
const { complete, reason } = await (how === 'batches' ? readBatches() : readBare())
clearInterval(every)
tell()
process.send?.({ complete, reason, rows, ms: performance.now() - started })
process.disconnect()
