import { type Corruption, type PlainRecord, set, shifted } from './corruption.js'
import { ticketCorruptions } from './ticket-corruptions.js'

/** Every way in which records go wrong that the catalogue has a rule for. */
export const corruptions: readonly Corruption[] = [
  ...ticketCorruptions,
  { name: 'negative quantity', collection: 'worklogs', change: set({ qty: '-1.00' }) },
  { name: 'quantity with comma', collection: 'worklogs', change: set({ qty: '0,5' }) },
  { name: 'quantity with exponent', collection: 'worklogs', change: set({ qty: '1e3', unitPrice: '1e2' }) },
  {
    name: 'signed quantity',
    collection: 'worklogs',
    change: set({ qty: '+0.333333', unitPrice: '99.999999' }),
  },
  { name: 'no price', collection: 'worklogs', change: set({ unitPrice: null }) },
  {
    name: 'worklog of no ticket',
    collection: 'worklogs',
    change: set({ workItem: { workId: '404', module: 'TICKET' } }),
  },
  {
    name: 'worklog of another module',
    collection: 'worklogs',
    change: (entry) => ({ ...entry, workItem: { ...(entry.workItem as object), module: 'PROJECT' } }),
  },
  {
    name: 'worklog without module',
    collection: 'worklogs',
    change: (entry) => ({ ...entry, workItem: { workId: (entry.workItem as PlainRecord).workId } }),
  },
  { name: 'worklog without technician', collection: 'worklogs', change: set({ technician: null }) },
  { name: 'unknown service item', collection: 'worklogs', change: set({ serviceItem: { itemId: '404' } }) },
  {
    name: 'worklog in the future',
    collection: 'worklogs',
    change: (entry, now) => ({ ...entry, billDateTime: shifted(now, 60) }),
  },
  {
    name: 'worklog flags of the wrong type',
    collection: 'worklogs',
    change: set({ billable: 'true', afterHours: 1 }),
  },
  {
    name: 'reply with an impossible time',
    collection: 'conversations',
    change: set({ time: '2025-13-01T00:00:00' }),
  },
  {
    name: 'reply in the future',
    collection: 'conversations',
    change: (reply, now) => ({ ...reply, time: shifted(now, 60), type: 'REQ_REPLY' }),
  },
  {
    name: 'unknown kind of conversation',
    collection: 'conversations',
    change: set({ type: 'SMOKE_SIGNAL' }),
  },
  { name: 'invoice total with comma', collection: 'invoices', change: set({ totalAmount: '1,200.00' }) },
  {
    name: 'invoice date with a time',
    collection: 'invoices',
    change: set({ invoiceDate: '2025-04-01T00:00:00' }),
  },
  {
    name: 'impossible due date of an invoice',
    collection: 'invoices',
    change: set({ dueDate: '2025-02-30' }),
  },
  { name: 'alert without asset', collection: 'alerts', change: set({ asset: null }) },
  { name: 'alert of an unknown asset', collection: 'alerts', change: set({ asset: { assetId: '404' } }) },
  { name: 'task without due date', collection: 'tasks', change: set({ dueDate: null }) },
  {
    name: 'task ended at hour 24',
    collection: 'tasks',
    change: set({ actualEndDate: '2025-04-01T24:00:00' }),
  },
  { name: 'contract without client', collection: 'contracts', change: set({ client: null }) },
  {
    name: 'contract with an impossible start',
    collection: 'contracts',
    change: set({ startDate: '2025-02-30' }),
  },
]

/** Applies every kind to `each` of its records at least where there are as many; says how often each was applied. */
export function corrupt(
  collections: Readonly<Record<Corruption['collection'], PlainRecord[]>>,
  each: number,
  now: number,
): ReadonlyMap<string, number> {
  const applied = new Map<string, number>()
  const used: Partial<Record<Corruption['collection'], number>> = {}
  for (const { name, collection, change } of corruptions) {
    const records = collections[collection]
    // A stride that shares no factor with the length reaches every record once before any twice.
    const stride = coprimeStride(records.length)
    for (let at = 0; at < each; at++) {
      const turn = used[collection] ?? 0
      used[collection] = turn + 1
      const place = (turn * stride) % records.length
      const record = records[place]
      if (record === undefined) continue
      const [first, ...more] = [change(record, now)].flat() as PlainRecord[]
      if (first === undefined) continue
      records[place] = first
      records.push(...more)
      applied.set(name, (applied.get(name) ?? 0) + 1)
    }
  }
  return applied
}

function coprimeStride(length: number): number {
  const shares = (a: number, b: number): boolean => (b === 0 ? a !== 1 : shares(b, a % b))
  let stride = Math.max(1, Math.floor(length * 0.381))
  while (length > 1 && shares(length, stride)) stride++
  return stride
}
