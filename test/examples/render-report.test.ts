import { createClient } from '@superhack/superops'
import type { GatheredRows } from '@superhack/superops/extract'
import { createExtractor } from '@superhack/superops/extract'
import { createMockTenant } from '@superhack/superops/testing'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderReport } from '../../examples/main/render/render-report.js'
import type { Style } from '../../examples/main/render/style.js'
import { buildReport, type ReportSource } from '../../examples/main/report/report-model.js'
import { runs } from '../runs.js'

const now = '2026-01-05T09:00:00.000Z'
const live: ReportSource = { origin: 'live', tenant: 'acme' }
const plainStyle = (width: number): Style => ({ width, color: false, utf8: true })
const linesOf = (text: string) => text.trimEnd().split('\n')
const widest = (text: string) => Math.max(...linesOf(text).map((line) => stringWidth(line)))

let extraction: GatheredRows
beforeAll(async () => {
  const tenant = createMockTenant({ seed: 11, tickets: 150 })
  const server = await tenant.listen()
  const client = createClient(server.credentials)
  extraction = await createExtractor(client).run()
  client.close()
  await server.close()
})

const nothing: GatheredRows = {
  origin: null,
  data: {},
  created: {},
  changed: {},
  removed: {},
  restored: {},
  issues: [],
  report: { startedAt: now, finishedAt: now, ms: 0, entities: [], complete: true, errors: {} },
}

/** The extraction with a stranger's text wherever the report prints text of the tenant. */
function withTexts(text: string): GatheredRows {
  const tickets = extraction.data.tickets?.map((ticket, at) => ({
    ...ticket,
    subject: text,
    status: at % 3 === 0 ? text : ticket.status,
    priority: at % 5 === 0 ? text : ticket.priority,
    client: ticket.client && { ...ticket.client, name: text },
    technician: ticket.technician && { ...ticket.technician, name: text },
  }))
  const clients = extraction.data.clients?.map((client) => ({ ...client, name: text }))
  const technicians = extraction.data.technicians?.map((technician) => ({ ...technician, name: text }))
  return {
    ...extraction,
    data: { ...extraction.data, tickets, clients, technicians } as GatheredRows['data'],
  }
}

const widths = [40, 50, 59, 60, 72, 80, 100, 118, 119, 120]

test('no line is wider than asked for, whatever a tenant calls its things', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '日本語の長い会社名'.repeat(9),
      '👩‍👩‍👧‍👦'.repeat(30),
      '\u001b[31mred\u0007\r\n',
      '\u202Eabc',
      '',
    ),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const model = buildReport(withTexts(text), now, { ...live, tenant: text })
      for (const width of widths) {
        const report = renderReport(model, plainStyle(width))
        expect(widest(report)).toBeLessThanOrEqual(width)
        expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }
    }),
    { numRuns: runs(500) },
  )
}, 120_000)

describe.each(widths)('at %i columns', (width) => {
  test('an empty tenant has a report', () => {
    const report = renderReport(buildReport(nothing, now, live), plainStyle(width))
    expect(widest(report)).toBeLessThanOrEqual(width)
    expect(report).toContain('no open ticket')
    expect(report).toContain('– fixed in time')
  })

  test('rows set aside, retries and an incomplete entity are told', () => {
    const entities = extraction.report.entities.map((entity) =>
      entity.entity === 'alerts'
        ? { ...entity, complete: false, reason: 'timeout', setAside: 3, retries: 1 }
        : entity,
    )
    const broken = { ...extraction, report: { ...extraction.report, entities, complete: false } }
    const report = renderReport(buildReport(broken, now, live), plainStyle(width))
    expect(report).toMatch(/alerts.*incomplete: timeout,?\s+3 rows set aside,?\s+1 retry/)
    expect(report).toContain('9 of 10 complete')
    expect(widest(report)).toBeLessThanOrEqual(width)
  })
})

test('decode issues are counted by place, the most frequent first', () => {
  const issue = { severity: 'value', collection: 'tickets', path: 'impact', expected: 'text' } as const
  const issues = [{ ...issue, path: 'urgency' }, issue, issue].map((each) => ({ ...each, index: 0 }))
  const report = renderReport(
    buildReport({ ...extraction, issues: issues as unknown as GatheredRows['issues'] }, now, live),
    plainStyle(80),
  )
  const told = linesOf(report).filter((line) => line.includes('doubtful'))
  expect(told.map((line) => line.trim().replace(/\s+/g, ' '))).toEqual([
    'doubtful 2 tickets.impact expected text',
    'doubtful 1 tickets.urgency expected text',
  ])
})

test('without UTF-8 only ASCII is drawn around the words of a tenant', () => {
  const model = buildReport(withTexts('plain'), now, live)
  const report = renderReport(model, { width: 100, color: false, utf8: false })
  expect(report).toMatch(/^[\n\x20-\x7e]+$/)
})

test('colours change nothing but colour', () => {
  const model = buildReport(extraction, now, live)
  const coloured = renderReport(model, { ...plainStyle(120), color: true })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: takes the colours away
  expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(renderReport(model, plainStyle(120)))
  expect(coloured).toContain('\u001b[')
})

test('late and at risk are told in words beside the time', () => {
  const model = buildReport(extraction, now, live)
  const row = {
    ticketId: '1',
    displayId: '201125-0463',
    clock: 'reply',
    rank: 2,
    client: 'Bright & Sons',
    subject: 'Cannot open invoices',
    owner: null,
  } as const
  const rows = [
    { ...row, minutes: -42, level: 'late' },
    { ...row, minutes: 3.72, level: 'critical' },
    { ...row, minutes: 190, level: 'none' },
  ] as const
  const report = renderReport(
    { ...model, dueNext: { rows, moreLate: 0, onTheClock: 49 } },
    { ...plainStyle(80), color: true },
  )
  const drawn = linesOf(report).filter((line) => line.includes('201125-0463'))
  expect(drawn).toEqual([
    ' \u001b[1;97;41m 42 min late \u001b[0m      reply P2  201125-0463  Bright & Sons        \u001b[1mno owner\u001b[0m',
    ' \u001b[1;33m 3:43 min at risk \u001b[0m reply P2  201125-0463  Bright & Sons        \u001b[1mno owner\u001b[0m',
    '  3 h 10            reply P2  201125-0463  Bright & Sons        \u001b[1mno owner\u001b[0m',
  ])
})

test('without UTF-8 names lose their accents, and what ASCII has no letter for is a question mark', () => {
  const model = buildReport(withTexts('São 日本 Inc'), now, live)
  const report = renderReport(model, { width: 120, color: false, utf8: false })
  expect(report).toContain('Sao ?? Inc')
  expect(report).toMatch(/^[\n\x20-\x7e]+$/)
})
