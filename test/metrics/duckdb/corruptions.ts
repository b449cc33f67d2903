/** A record as the vendor's JSON has it, open to any change. */
export type PlainRecord = Record<string, unknown>

interface Corruption {
  readonly name: string
  readonly collection:
    | 'tickets'
    | 'worklogs'
    | 'conversations'
    | 'invoices'
    | 'contracts'
    | 'alerts'
    | 'tasks'
  /** What takes the record's place; more than one record for a duplicate. */
  readonly change: (record: PlainRecord, now: number) => PlainRecord | readonly PlainRecord[]
}

/** The catalogue's own edge between future and clock skew is 5 minutes. */
const shifted = (now: number, minutes: number) => new Date(now + minutes * 60_000).toISOString().slice(0, -1)
const text = (value: unknown) => (typeof value === 'string' ? value : '2025-02-11T10:00:00')
const set = (changes: PlainRecord) => (record: PlainRecord) => ({ ...record, ...changes })
/** An own key, which an object literal would take for the prototype. */
const withProtoKey = (record: PlainRecord) => JSON.parse(`{"__proto__":1,${JSON.stringify(record).slice(1)}`)

/** Every way in which records go wrong that the catalogue has a rule for. */
export const corruptions: readonly Corruption[] = [
  { name: 'impossible date', collection: 'tickets', change: set({ createdTime: '2025-02-30T10:00:00' }) },
  { name: 'hour 24', collection: 'tickets', change: set({ resolutionTime: '2025-04-01T24:00:00' }) },
  { name: 'second 60', collection: 'tickets', change: set({ firstResponseTime: '2025-04-01T10:00:60' }) },
  {
    name: 'space for T',
    collection: 'tickets',
    change: (ticket) => ({ ...ticket, updatedTime: text(ticket.updatedTime).replace('T', ' ') }),
  },
  {
    name: 'creation beyond the skew',
    collection: 'tickets',
    change: (ticket, now) => ({ ...ticket, createdTime: shifted(now, 120) }),
  },
  {
    name: 'creation within the skew',
    collection: 'tickets',
    change: (ticket, now) => ({
      ...ticket,
      createdTime: shifted(now, 3),
      updatedTime: shifted(now, 3),
      firstResponseTime: null,
    }),
  },
  {
    name: 'resolution beyond the skew',
    collection: 'tickets',
    change: (ticket, now) => ({ ...ticket, status: 'Resolved', resolutionTime: shifted(now, 6) }),
  },
  {
    name: 'resolution within the skew',
    collection: 'tickets',
    change: (ticket, now) => ({ ...ticket, status: 'Closed', resolutionTime: shifted(now, 5) }),
  },
  {
    name: 'swapped times',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      createdTime: ticket.resolutionTime,
      resolutionTime: ticket.createdTime,
    }),
  },
  {
    name: 'answer a little before creation',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      createdTime: '2025-03-11T10:05:00',
      firstResponseTime: '2025-03-11T10:00:00',
    }),
  },
  {
    name: 'answer before creation by more than the skew',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      createdTime: '2025-03-11T10:05:00',
      firstResponseTime: '2025-03-11T09:59:59.999',
    }),
  },
  { name: 'missing client', collection: 'tickets', change: set({ client: null }) },
  { name: 'missing technician', collection: 'tickets', change: set({ technician: null }) },
  { name: 'blank status', collection: 'tickets', change: set({ status: '  ' }) },
  { name: 'no status', collection: 'tickets', change: set({ status: null }) },
  { name: 'unknown status', collection: 'tickets', change: set({ status: 'Parked somewhere' }) },
  {
    name: 'status of the prototype',
    collection: 'tickets',
    change: set({ status: '__proto__', priority: 'constructor' }),
  },
  {
    name: 'status of the wrong type',
    collection: 'tickets',
    change: set({ status: 42, priority: {}, requestType: [] }),
  },
  { name: 'id beyond 2^53', collection: 'tickets', change: set({ ticketId: 2 ** 53 }) },
  {
    name: 'client id beyond 2^53',
    collection: 'tickets',
    change: set({ client: { accountId: 2 ** 60, name: 'X' } }),
  },
  {
    name: 'safe number as id',
    collection: 'tickets',
    change: set({ client: { accountId: 9_007_199_254_740_991 } }),
  },
  {
    name: 'reference to nothing',
    collection: 'tickets',
    change: set({
      client: { accountId: '404' },
      site: { id: '404' },
      technician: { userId: '404' },
      sla: { id: '404' },
    }),
  },
  {
    name: 'reference of the wrong type',
    collection: 'tickets',
    change: set({ client: 'Acme', site: 7, technician: [] }),
  },
  {
    name: 'flags against timestamps',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      firstResponseViolated: ticket.firstResponseViolated !== true,
      resolutionViolated: ticket.resolutionViolated !== true,
    }),
  },
  {
    name: 'flags of the wrong type',
    collection: 'tickets',
    change: set({ firstResponseViolated: 'true', resolutionViolated: 0 }),
  },
  {
    name: 'no due times',
    collection: 'tickets',
    change: set({ firstResponseDueTime: null, resolutionDueTime: null }),
  },
  {
    name: 'due before creation',
    collection: 'tickets',
    change: set({
      createdTime: '2025-03-20T12:00:00',
      firstResponseDueTime: '2025-03-20T11:00:00',
      resolutionDueTime: '2025-03-20T12:00:00',
    }),
  },
  {
    name: 'done when due',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      firstResponseDueTime: ticket.firstResponseTime,
      resolutionDueTime: ticket.resolutionTime,
      firstResponseViolated: null,
      resolutionViolated: null,
    }),
  },
  {
    name: 'duplicate id',
    collection: 'tickets',
    change: (ticket) => [ticket, { ...ticket, priority: 'High', status: 'Open', client: null }],
  },
  { name: 'huge number', collection: 'tickets', change: set({ worklogTimespent: '999999999999.999999' }) },
  { name: 'decimal with comma', collection: 'tickets', change: set({ worklogTimespent: '12,50' }) },
  { name: 'negative time spent', collection: 'tickets', change: set({ worklogTimespent: '-15.00' }) },
  { name: '__proto__ key', collection: 'tickets', change: withProtoKey },
  {
    name: 'offset times',
    collection: 'tickets',
    change: set({ createdTime: '2025-03-30T02:30:00+05:30', firstResponseTime: '2025-03-29T22:00:00-08:00' }),
  },
  {
    name: 'minutes-only times',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      createdTime: '2025-03-03T09:15',
      updatedTime: text(ticket.updatedTime).slice(0, 16),
    }),
  },
  {
    name: 'nine digits of a second',
    collection: 'tickets',
    change: set({ createdTime: '2025-02-11T10:00:00.123999999', firstResponseTime: '2025-02-11T10:00:00.1' }),
  },
  {
    name: 'inside a spring gap',
    collection: 'tickets',
    change: set({ createdTime: '2025-03-30T02:30:00', firstResponseTime: '2025-03-30T03:15:00' }),
  },
  {
    name: 'twice in autumn',
    collection: 'tickets',
    change: set({
      createdTime: '2025-04-06T01:45:00',
      firstResponseTime: '2025-04-06T02:30:00',
      updatedTime: null,
    }),
  },
  {
    name: 'time as a number',
    collection: 'tickets',
    change: set({ createdTime: 1_741_600_000_000, updatedTime: {} }),
  },
  {
    name: 'no times',
    collection: 'tickets',
    change: set({ createdTime: null, updatedTime: '', resolutionTime: null }),
  },
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
