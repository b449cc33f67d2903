import { type AssessedEntity, assessQuality } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { changed } from './outcome.js'
import { asData, ctx } from './world.js'

/** Field and weight, as the first record of the consistent tenant is expected to have them. */
const expected: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  ticket: {
    3: 'ticketId displayId subject client status createdTime resolutionTime',
    2: 'priority requester technician|techGroup category sla updatedTime source requestType|ticketType firstResponseTime',
    1: 'site impact urgency subcategory resolutionCode cause firstResponseDueTime resolutionDueTime',
  },
  client: {
    3: 'accountId name stage',
    2: 'status emailDomains primaryContact hqSite accountManager',
    1: 'secondaryContact technicianGroups',
  },
  clientSite: {
    3: 'id name timezoneCode client businessHour',
    2: 'working24x7 countryCode city holidayList',
    1: 'line1 postalCode stateCode contactNumber hq',
  },
  invoice: {
    3: 'invoiceId displayId client invoiceDate statusEnum totalAmount paymentDate',
    2: 'dueDate items invoicePaymentTerm',
    1: 'site notes taxes paymentMethod',
  },
  invoiceItem: {
    3: 'itemId quantity unitPrice amount',
    2: 'serviceItem billedDate taxable tax taxAmount',
    1: 'details discountRate',
  },
  asset: {
    3: 'assetId name client status',
    2: 'site assetClass platform lastCommunicatedTime serialNumber hostName',
    1: 'requester primaryMac manufacturer model patchStatus agentVersion',
  },
  alert: { 3: 'id createdTime status severity', 2: 'asset message', 1: 'policy description' },
  task: {
    3: 'taskId displayId title status actualEndDate',
    2: 'technician|techGroup dueDate workItem',
    1: 'estimatedTime scheduledStartDate description',
  },
}
/** What decides whether other fields are expected is left alone. */
const deciding = new Set(['status', 'sla', 'working24x7', 'statusEnum', 'taxable'])

const scoreOf = (entity: AssessedEntity, change: object) =>
  assessQuality(asData(changed(entity, { ...change })), ctx).byEntity[entity]?.completenessScore

test.each(Object.keys(expected) as AssessedEntity[])('fields of %s weigh as they should', (entity) => {
  const weights = Object.entries(expected[entity] ?? {}).flatMap(([weight, names]) =>
    names.split(' ').map((name) => [name, Number(weight)] as const),
  )
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  expect(scoreOf(entity, {})).toBe(100)
  for (const [name, weight] of weights.filter(([field]) => !deciding.has(field))) {
    const blank = Object.fromEntries(name.split('|').map((field) => [field, null]))
    expect([name, scoreOf(entity, blank)]).toEqual([
      name,
      Math.round((10_000 * (total - weight)) / total) / 100,
    ])
  }
  const fields = assessQuality(asData(changed(entity, {})), ctx).byEntity[entity]?.fieldCompleteness ?? {}
  const names = Object.keys(fields).filter((name) => (fields[name]?.expected ?? 0) > 0)
  expect(names.sort()).toEqual(weights.map(([name]) => name).sort())
})

test('a field is expected where it can be: not of an open ticket, nor without SLA', () => {
  const open = {
    status: 'Open',
    resolutionTime: null,
    firstResponseTime: null,
    cause: null,
    resolutionCode: null,
  }
  expect(scoreOf('ticket', open)).toBe(100)
  expect(scoreOf('ticket', { sla: null, firstResponseDueTime: null, resolutionDueTime: null })).toBe(95.56)
  expect(scoreOf('clientSite', { working24x7: true, businessHour: null, holidayList: null })).toBe(100)
  expect(scoreOf('invoiceItem', { taxable: false, tax: null, taxAmount: null })).toBe(100)
})
