import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { expect } from 'vitest'
import { apiKey, atEnd } from './serving.js'

export interface Told {
  readonly id?: string
  readonly event?: string
  readonly retry?: string
  readonly comment?: string
  readonly data?: unknown
}

/** The blocks of an event stream, as they come. */
export async function readEvents(url: string, headers: Record<string, string> = {}) {
  const request = get(url, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${apiKey}`, ...headers },
  })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  const told: Told[] = []
  let rest = ''
  let isClosed = false
  response.setEncoding('utf8')
  response.on('data', (piece: string) => {
    const blocks = (rest + piece).split('\n\n')
    rest = blocks.pop() ?? ''
    told.push(...blocks.map(blockOf))
  })
  response.on('error', () => {})
  response.on('close', () => (isClosed = true))
  atEnd(() => request.destroy())
  return {
    response,
    told,
    isClosed: () => isClosed,
    close: () => request.destroy(),
    /** Resolves when so many blocks with data came. */
    data: async (count: number) => {
      await expect
        .poll(() => told.filter(({ data }) => data !== undefined).length, { interval: 5, timeout: 10_000 })
        .toBeGreaterThanOrEqual(count)
      return told.filter(({ data }) => data !== undefined)
    },
  }
}

function blockOf(block: string): Told {
  const fields = block.split('\n').map((line): [string, unknown] => {
    const [, name = '', value = ''] = /^(\w*): ?(.*)$/.exec(line) ?? []
    if (name === '') return ['comment', value]
    return [name, name === 'data' ? JSON.parse(value) : value]
  })
  return Object.fromEntries(fields)
}
