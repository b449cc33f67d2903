import { type AssessedEntity, assessQuality } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { changed } from './outcome.js'
import { asData, ctx, world } from './world.js'

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
  clientUser: { 3: 'userId name email', 2: 'client site role', 1: 'contactNumber reportingManager' },
  technician: {
    3: 'userId name email role',
    2: 'groups designation team businessFunction',
    1: 'contactNumber reportingManager lastName emailSignature',
  },
  worklogEntry: {
    3: 'itemId qty billDateTime technician workItem serviceItem unitPrice',
    2: 'billable status afterHours',
    1: 'notes',
  },
  ticketConversation: { 3: 'conversationId time type', 2: 'user|user.email content', 1: 'toUsers' },
  clientContract: {
    3: 'contractId client contract startDate contractStatus frequencyType sellingPrice recurringContract',
    2: 'contract.name contract.contractType changes',
    1: 'endDate contract.description',
  },
  serviceItem: {
    3: 'itemId name quantityType',
    2: 'category businessHoursUnitPrice',
    1: 'description afterHoursUnitPrice',
  },
}
/** What decides whether other fields are expected is left alone. */
const deciding = new Set([
  'status',
  'sla',
  'working24x7',
  'statusEnum',
  'taxable',
  'billable',
  'quantityType',
  'frequencyType',
])

const contract = world.contracts[0]?.contract
const ofContract = (change: object) => ({ contract: { ...contract, ...change } })
const ofBilling = (change: object) =>
  ofContract({ billableContract: { ...contract?.billableContract, ...change } })
/** Changes that leave a field blank, where it is not a field of the record itself. */
const blanks: Readonly<Record<string, object>> = {
  'clientContract contract': ofContract({ contractId: null }),
  'clientContract contract.name': ofContract({ name: null }),
  'clientContract contract.contractType': ofContract({ contractType: null }),
  'clientContract contract.description': ofContract({ description: null }),
  'clientContract sellingPrice': ofBilling({ sellingPrice: { details: [{ value: null }] } }),
  'clientContract changes': ofBilling({ changes: [] }),
  'clientContract recurringContract': ofBilling({ recurringContract: null }),
  'ticketConversation user|user.email': { user: {} },
}
const blankOf = (entity: string, name: string): object =>
  blanks[`${entity} ${name}`] ?? Object.fromEntries(name.split('|').map((field) => [field, null]))

const first = (rows: unknown) => (Array.isArray(rows) ? rows.slice(0, 1) : rows)
/** Of the first record alone. */
function reportOf(entity: AssessedEntity, change: object) {
  const { conversationsByTicketId, ...lists } = changed(entity, { ...change })
  const alone = Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, first(rows)]))
  const conversations = { 1: first((conversationsByTicketId as Record<string, unknown>)[1]) }
  const report = assessQuality(asData({ ...alone, conversationsByTicketId: conversations }), ctx)
  return report.byEntity[entity]
}

const scoreOf = (entity: AssessedEntity, change: object) => reportOf(entity, change)?.completenessScore

test.each(Object.keys(expected) as AssessedEntity[])('fields of %s weigh as they should', (entity) => {
  const weights = Object.entries(expected[entity] ?? {}).flatMap(([weight, names]) =>
    names.split(' ').map((name) => [name, Number(weight)] as const),
  )
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  expect(scoreOf(entity, {})).toBe(100)
  for (const [name, weight] of weights.filter(([field]) => !deciding.has(field))) {
    expect([name, scoreOf(entity, blankOf(entity, name))]).toEqual([
      name,
      Math.round((10_000 * (total - weight)) / total) / 100,
    ])
  }
  const fields = reportOf(entity, {})?.fieldCompleteness ?? {}
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
  expect(scoreOf('worklogEntry', { billable: false, unitPrice: null })).toBe(100)
  expect(scoreOf('invoice', { statusEnum: 'SENT', paymentDate: null, paymentMethod: null })).toBe(100)
  expect(scoreOf('task', { status: 'Open', actualEndDate: null })).toBe(100)
  expect(scoreOf('clientContract', ofBilling({ frequencyType: 'ONE_TIME', recurringContract: null }))).toBe(
    100,
  )
  expect(scoreOf('clientContract', ofContract({ billableContract: null }))).toBe(100)
})

test.each([' completed ', 'Complete', 'DONE', 'closed', 'Resolved'])(
  'a task that is %s should have ended',
  (status) => {
    expect(scoreOf('task', { status, actualEndDate: null })).toBeLessThan(100)
  },
)

test.each(['not completed', 'completed?', 'donex', 5])('a task that is %s need not have ended', (status) => {
  expect(scoreOf('task', { status, actualEndDate: null })).toBe(100)
})

test.each([
  ['HOURS', ['businessHoursUnitPrice', 'afterHoursUnitPrice']],
  ['UNITS', ['unitPrice']],
  ['BLOCK_HOURS', ['quantity|amount']],
  ['BLOCK_MONEY', ['quantity|amount']],
  ['ELSE', []],
  [null, []],
])('a service item of type %s has prices of its kind', (quantityType, prices) => {
  const fields = reportOf('serviceItem', { quantityType })?.fieldCompleteness ?? {}
  const expectedPrices = Object.keys(fields).filter(
    (name) => /price|quantity\|/i.test(name) && (fields[name]?.expected ?? 0) > 0,
  )
  expect(expectedPrices).toEqual(prices)
})

test('either field of a pair is enough', () => {
  const blockHours = { quantityType: 'BLOCK_HOURS' }
  const blank = scoreOf('serviceItem', blockHours)
  expect(scoreOf('serviceItem', { ...blockHours, quantity: '10' })).toBeGreaterThan(blank ?? 100)
  expect(scoreOf('serviceItem', { ...blockHours, amount: '500' })).toBeGreaterThan(blank ?? 100)
  expect(scoreOf('ticketConversation', { user: { email: 'ann@acme.example' } })).toBe(100)
  expect(scoreOf('task', { technician: null })).toBe(100)
  expect(scoreOf('task', { techGroup: null })).toBe(100)
})
