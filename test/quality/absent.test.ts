import { absentOnIt, assessQuality } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { asData, ctx, world } from './world.js'

const poor = asData({ ...world, clients: [{ accountId: '7', name: 'Acme Ltd' }] })
const reportOf = (absent?: readonly string[]) =>
  assessQuality(poor, { ...ctx, quality: { ...ctx.quality, absent } })

test('what the IT surface cannot hold is a list of rules and of fields', () => {
  expect([...absentOnIt].sort()).toEqual(
    [
      ...['CLI-03', 'CLI-04', 'CLI-05', 'CLI-06', 'CLI-07', 'SIT-04', 'SVC-03'],
      ...['client.accountManager', 'client.emailDomains', 'client.hqSite', 'client.primaryContact'],
      ...['client.secondaryContact', 'client.stage', 'client.status', 'client.technicianGroups'],
      ...['clientSite.client', 'clientSite.hq', 'serviceItem.quantityType', 'technician.businessFunction'],
    ].sort(),
  )
})

test('an absent rule has no result, an absent field does not lower completeness', () => {
  const [judged, spared] = [reportOf().byEntity.client, reportOf(absentOnIt).byEntity.client]
  const idsOf = (report: typeof judged) => report?.rules.map(({ ruleId }) => ruleId) ?? []
  expect(idsOf(judged).filter((id) => !idsOf(spared).includes(id))).toEqual([
    'CLI-03',
    'CLI-04',
    'CLI-05',
    'CLI-06',
    'CLI-07',
  ])
  expect(Object.keys(spared?.fieldCompleteness ?? {})).toEqual(['accountId', 'name'])
  expect(Object.keys(judged?.fieldCompleteness ?? {}).length).toBeGreaterThan(5)
  expect(spared?.completenessScore).toBe(100)
  expect(judged?.completenessScore).toBeLessThan(60)
})

test('rules over lists and across entities can be absent too', () => {
  const ids = reportOf(['REF-02', 'XEN-01']).crossEntity.map(({ ruleId }) => ruleId)
  expect(ids).toHaveLength(22)
  expect(ids).not.toContain('REF-02')
  expect(ids).not.toContain('XEN-01')
})

test('the list of what is absent holds texts', () => {
  expect(() => reportOf([1] as never)).toThrow('ctx.quality.absent: expected a list of texts')
})
