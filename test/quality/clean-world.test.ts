import { assessQuality, qualityRules } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { asData, ctx, world } from './world.js'

const report = assessQuality(asData(world), ctx)
const results = [...Object.values(report.byEntity).flatMap(({ rules }) => rules), ...report.crossEntity]

test('a consistent tenant fails no rule', () => {
  expect(results.filter(({ failed }) => failed > 0).map(({ ruleId }) => ruleId)).toEqual([])
  expect(report.overallScore).toBe(100)
  expect(report.overallGrade).toBe('A')
})

test('every rule of the catalogue has one result', () => {
  expect(results.map(({ ruleId }) => ruleId).sort()).toEqual(qualityRules.map(({ id }) => id).sort())
})
