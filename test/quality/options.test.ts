import { assessQuality, type QualityOptions } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { ctx } from './world.js'

const rule = {
  id: 'OWN-01',
  entity: 'ticket',
  dimension: 'validity',
  severity: 'info',
  text: 'own',
  check: () => 'pass',
}

test.each([
  [5, 'ctx.quality: expected an object, received number.'],
  [{ perRecord: 1 }, 'ctx.quality.perRecord: expected a boolean, received number.'],
  [
    { displayIdPattern: 'x' },
    'ctx.quality.displayIdPattern: expected a regular expression, received string.',
  ],
  [{ isEndpointContract: 1 }, 'ctx.quality.isEndpointContract: expected a function, received number.'],
  [{ zonesByCountry: [] }, 'ctx.quality.zonesByCountry: expected an object, received object.'],
  [
    { zonesByCountry: { DE: 'x' } },
    'ctx.quality.zonesByCountry["DE"]: expected a list of texts, received string.',
  ],
  [{ reference: null }, 'ctx.quality.reference: expected an object, received null.'],
  [{ publicMailDomains: [1] }, 'ctx.quality.publicMailDomains: expected a list of texts, received object.'],
  [{ thresholds: { 'TKT-01': 1 } }, 'ctx.quality.thresholds["TKT-01"]: expected an object, received number.'],
  [
    { thresholds: { 'TKT-01': { warnAbove: 2 } } },
    'ctx.quality.thresholds["TKT-01"].warnAbove: expected a number from 0 to 1, received number.',
  ],
  [
    { thresholds: { 'TKT-01': { failAbove: '1' } } },
    'ctx.quality.thresholds["TKT-01"].failAbove: expected a number from 0 to 1, received string.',
  ],
  [{ thresholds: { 'TKT-99': {} } }, 'ctx.quality.thresholds["TKT-99"]: no such rule.'],
  [
    { dimensionWeights: { beauty: 1 } },
    'ctx.quality.dimensionWeights.beauty: no such weight; there are completeness, validity, consistency, uniqueness, integrity, timeliness.',
  ],
  [
    { severityWeights: { error: -1 } },
    'ctx.quality.severityWeights.error: expected a number from 0 to any, received number.',
  ],
  [
    { workStateMap: { x: 'DONE' } },
    'ctx.quality.workStateMap: expected values out of PLANNED, PROGRESS, BLOCKED, COMPLETED, CANCELLED, received string.',
  ],
  [{ rules: {} }, 'ctx.quality.rules: expected a list of rules, received object.'],
  [{ rules: [null] }, 'ctx.quality.rules[0]: expected a rule, received null.'],
  [{ rules: [{ ...rule, id: '' }] }, 'ctx.quality.rules[0].id: expected a text, received string.'],
  [{ rules: [{ ...rule, id: 'TKT-01' }] }, 'ctx.quality.rules[0].id: "TKT-01" is taken.'],
  [{ rules: [rule, rule] }, 'ctx.quality.rules[1].id: "OWN-01" is taken.'],
  [
    { rules: [{ ...rule, severity: 'bad' }] },
    'ctx.quality.rules[0].severity: expected critical, error, warning, info, received string.',
  ],
  [{ rules: [{ ...rule, text: 1 }] }, 'ctx.quality.rules[0].text: expected a text, received number.'],
  [{ rules: [{ ...rule, check: 1 }] }, 'ctx.quality.rules[0].check: expected a function, received number.'],
])('options %j throw a TypeError that names the option', (quality, message) => {
  const call = () => assessQuality({}, { ...ctx, quality: quality as unknown as QualityOptions })
  expect(call).toThrow(new TypeError(message))
})

test('a wrong context throws as it does for metrics', () => {
  expect(() => assessQuality({}, { now: 'today' })).toThrow(TypeError)
})

test('rules of entity and dimension that do not exist are refused', () => {
  for (const change of [{ entity: 'sla' }, { dimension: 'beauty' }])
    expect(() =>
      assessQuality({}, { ...ctx, quality: { rules: [{ ...rule, ...change } as never] } }),
    ).toThrow(`ctx.quality.rules[0].${Object.keys(change)[0]}`)
})
