import { readFileSync } from 'node:fs'
import { Parser } from '@asyncapi/parser'
import { expect, test } from 'vitest'
import { isDescribed } from '../sinks/protocol-schema.js'

const docs = new URL('../../docs/', import.meta.url)

test('asyncapi.yaml is a valid AsyncAPI 3.0 document', async () => {
  const { document, diagnostics } = await new Parser().parse(
    readFileSync(new URL('asyncapi.yaml', docs), 'utf8'),
  )
  // 3.1 adds nothing that is used here.
  expect(diagnostics.map(({ code }) => code)).toEqual(['asyncapi-latest-version'])
  expect(document?.version()).toBe('3.0.0')
  const sent = document
    ?.operations()
    .filterBySend()
    .flatMap((operation) => operation.messages().all())
  expect(sent?.map((message) => message.id())).toEqual([
    'welcome',
    'subscribed',
    'unsubscribed',
    'event',
    'skip',
    'gap',
    'ping',
    'pong',
    'disconnect',
    'error',
  ])
})

test('every message that protocol.md shows is described', () => {
  const page = readFileSync(new URL('protocol.md', docs), 'utf8').replace(
    /"…"/g,
    '"2026-01-02T03:04:05.000Z"',
  )
  const shown = [
    ...[...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text),
    ...[...page.matchAll(/`(\{ "type": [^`]+\})`/g)].map(([, text = '']) => text),
  ].map((text): unknown => JSON.parse(text))
  expect(shown.length).toBeGreaterThanOrEqual(12)
  expect(shown.filter((frame) => !isDescribed('server', frame) && !isDescribed('client', frame))).toEqual([])
})

test('protocol.md lists the close codes that the sink uses', () => {
  const source = readFileSync(new URL('../src/sinks/websocket/close-codes.ts', docs), 'utf8')
  const used = [...source.matchAll(/code: (4\d{3}), reason: '([^']+)'/g)].map(
    ([, code, reason]) => `${code} ${reason}`,
  )
  const page = readFileSync(new URL('protocol.md', docs), 'utf8')
  const listed = [...page.matchAll(/^\| (4\d{3}) \| ([^|]+) \|/gm)].map(
    ([, code, reason]) => `${code} ${reason}`,
  )
  expect(listed).toEqual(used)
})
