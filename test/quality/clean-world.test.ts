import { assessQuality, type DatasetQuality, qualityRules } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { asData, ctx, world } from './world.js'

const reported = () => assessQuality(asData(world), ctx)
const resultsOf = ({ byEntity, crossEntity }: DatasetQuality) => [
  ...Object.values(byEntity).flatMap(({ rules }) => rules),
  ...crossEntity,
]

test('a consistent tenant fails no rule', () => {
  const report = reported()
  expect(
    resultsOf(report)
      .filter(({ failed }) => failed > 0)
      .map(({ ruleId }) => ruleId),
  ).toEqual([])
  expect(report.overallScore).toBe(100)
  expect(report.overallGrade).toBe('A')
})

test('every rule of the catalogue has one result', () => {
  expect(
    resultsOf(reported())
      .map(({ ruleId }) => ruleId)
      .sort(),
  ).toEqual(qualityRules.map(({ id }) => id).sort())
})
