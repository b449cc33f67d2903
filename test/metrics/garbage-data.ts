import type { MetricsData } from '@superhack/superops/metrics'
import fc from 'fast-check'

const oneOf = (...values: unknown[]): fc.Arbitrary<unknown> => fc.constantFrom(...values)

const wild = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  oneOf(1e308, -0, '9'.repeat(40), '0000-00-00', '2024-13-01T00:00', '__proto__', [], {}, null),
)

/** A likely value, and now and then anything. */
const or = (...likely: unknown[]) =>
  fc.oneof({ weight: 6, arbitrary: oneOf(...likely) }, { weight: 1, arbitrary: wild })

const instant = or(
  '2023-11-05T10:00:00',
  '2024-01-10T10:00:00',
  '2024-02-10T10:00:00',
  '2024-02-10T11:00:00',
  '2024-02-29T23:30:00',
  '2025-01-01T00:00:00',
  null,
)
const day = or('2023-06-01', '2024-02-10', '2024-02-29', '2025-01-01', null)
const amount = or('1.005', '0', '250', '-3', null)
const client = or({ accountId: '7' }, { accountId: '8' }, { accountId: '__proto__' }, null)
const technician = or({ userId: 't' }, { userId: 'u' }, null)

const ticket = fc.record({
  client,
  technician,
  status: or('Open', 'On Hold', 'Resolved', 'Closed', 'Spam', null),
  priority: or('High', 'Low', null),
  category: or('Mail', ' mail', '', null),
  requestType: or('Incident', null),
  source: or('EMAIL', 'INTEGRATION'),
  createdTime: instant,
  updatedTime: instant,
  firstResponseTime: instant,
  firstResponseDueTime: instant,
  firstResponseViolated: or(true, false, null),
  resolutionTime: instant,
  resolutionDueTime: instant,
  resolutionViolated: or(true, false, null),
  worklogTimespent: amount,
})
const worklog = fc.record({
  serviceItem: or({ itemId: 's' }, { itemId: 'p' }, null),
  qty: amount,
  unitPrice: amount,
  billable: or(true, false),
  afterHours: or(true, false),
  status: or('PENDING', 'APPROVED', 'UNDER_CONTRACT', 'INVOICED'),
  billDateTime: instant,
  technician,
  workItem: or({ workId: '1' }, { workId: '2', module: 'TICKET' }, { workId: '1', module: 'PROJECT' }, null),
})
const invoice = fc.record({
  client,
  statusEnum: or('APPROVED', 'PAID', 'OVERDUE', 'DRAFT'),
  invoiceDate: day,
  dueDate: day,
  paymentDate: day,
  totalAmount: amount,
})
const contract = fc.record({
  client,
  contractStatus: or('ACTIVE', 'ACTIVE', 'DRAFT'),
  startDate: day,
  endDate: day,
  contract: fc.record({
    name: or('Gold', 'x', null),
    contractType: or('SERVICE', 'USAGE', null),
    billableContract: fc.record({
      frequencyType: or('RECURRING', 'ONCE'),
      sellingPrice: fc.record({ details: fc.array(fc.record({ value: amount }), { maxLength: 2 }) }),
      recurringContract: fc.record({
        frequencyDurationUnit: or('MONTH', 'YEAR'),
        frequencyInterval: or(1, 3, 0, null),
      }),
      changes: fc.array(
        fc.record({ quantity: amount, quantityChangeOperation: oneOf('BASELINE', 'INCREASE') }),
        {
          maxLength: 2,
        },
      ),
      blockItemsInfo: fc.array(fc.record({ balance: amount }), { maxLength: 2 }),
    }),
  }),
})

/** Records under ids of their own: of two of one id the first would count, and order matter. */
const list = (id: string, record: fc.Arbitrary<object>) =>
  fc
    .array(record, { maxLength: 6 })
    .map((records) => records.map((fields, at) => ({ ...fields, [id]: String(at + 1) })))

const conversation = fc.array(
  fc.record({ type: or('TECH_REPLY', 'REQ_REPLY', 'DESCRIPTION'), time: instant }),
  {
    maxLength: 3,
  },
)
const history = fc.array(fc.record({ at: instant, status: or('Open', 'Resolved', 'On Hold') }), {
  maxLength: 3,
})

/** Records of every collection, some likely and some of no meaning; any collection may be missing. */
export const garbageData = fc.record(
  {
    tickets: list('ticketId', ticket),
    worklogs: list('itemId', worklog),
    serviceItems: oneOf([{ itemId: 's', quantityType: 'HOURS' }]),
    invoices: list('invoiceId', invoice),
    contracts: list('contractId', contract),
    assets: list('assetId', fc.record({ client })),
    alerts: list('id', fc.record({ asset: or({ assetId: '1' }, null), createdTime: instant })),
    clients: oneOf([{ accountId: '7' }, { accountId: '8' }]),
    technicians: oneOf([{ userId: 't' }, { userId: 'u' }, { userId: 'v' }]),
    conversationsByTicketId: fc.dictionary(oneOf('1', '2') as fc.Arbitrary<string>, conversation),
    statusHistoryByTicketId: fc.dictionary(oneOf('1', '2') as fc.Arbitrary<string>, history),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<MetricsData>
