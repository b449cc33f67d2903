import { readFileSync } from 'node:fs'
import { qualityRules } from '@superhack/superops/quality'
import { expect, test } from 'vitest'

const counts = {
  TKT: 36,
  CLI: 21,
  SIT: 22,
  USR: 16,
  TEC: 18,
  WKL: 25,
  CNV: 17,
  INV: 25,
  ITM: 16,
  CTR: 25,
  AST: 21,
  ALR: 16,
  TSK: 18,
  SVC: 15,
  REF: 12,
  XEN: 12,
}

test('the catalogue holds so many rules per entity, numbered without gap', () => {
  const expected = Object.entries(counts).flatMap(([prefix, count]) =>
    Array.from({ length: count }, (_, at) => `${prefix}-${String(at + 1).padStart(2, '0')}`),
  )
  expect(qualityRules.map(({ id }) => id)).toEqual(expected)
})

test('rules are frozen and told in words', () => {
  expect(qualityRules.every((rule) => Object.isFrozen(rule) && rule.text.length > 5)).toBe(true)
  expect(qualityRules[0]).toEqual({
    id: 'TKT-01',
    entity: 'ticket',
    dimension: 'completeness',
    severity: 'critical',
    text: 'ticketId not blank',
  })
})

test('the documentation shows the catalogue as it is', () => {
  const documentation = readFileSync(new URL('../../docs/quality.md', import.meta.url), 'utf8')
  const rows = qualityRules.map(
    ({ id, dimension, severity, text }) => `| ${id} | ${dimension} | ${severity} | ${text} |`,
  )
  expect(documentation).toContain(rows.join('\n'))
  expect(documentation).toContain(`${qualityRules.length} rules`)
})
