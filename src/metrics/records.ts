import type {
  Alert,
  Asset,
  BusinessHour,
  Client,
  ClientContract,
  ClientSite,
  Invoice,
  ServiceItem,
  SLA,
  Task,
  Technician,
  Ticket,
  TicketConversation,
  WorklogEntry,
} from '../entities/generated/types.js'

/** A decoded record, a narrow selection of it, or the vendor's plain JSON: any field may be missing, at any depth. */
export type Reading<Source> = unknown extends Source
  ? Source
  : Source extends string | number | boolean | null | undefined
    ? Source
    : Source extends readonly (infer Item)[]
      ? readonly Reading<Item>[]
      : { readonly [Key in keyof Source & string]?: Reading<Source[Key]> | undefined }

export type MetricsTicket = Reading<Ticket>
export type MetricsClient = Reading<Client>
export type MetricsTechnician = Reading<Technician>
export type MetricsSla = Reading<SLA>
export type MetricsWorklog = Reading<WorklogEntry>
export type MetricsServiceItem = Reading<ServiceItem>
export type MetricsInvoice = Reading<Invoice>
export type MetricsContract = Reading<ClientContract>
export type MetricsAsset = Reading<Asset>
export type MetricsAlert = Reading<Alert>
export type MetricsTask = Reading<Task>
export type MetricsConversation = Reading<TicketConversation>

/** A client site with its business hours, of which metrics read nothing else. */
export type MetricsSite = Reading<Omit<ClientSite, 'businessHour'>> & {
  readonly businessHour?: readonly (BusinessHour | null)[] | null | undefined
}

/** A status as seen at an instant; the vendor keeps no history, so it comes from snapshots of one's own. */
export interface StatusChange {
  readonly at: string
  readonly status: string
}

/** Records that metrics are made of. A collection left out is unknown, not empty: what depends on it is null. */
export interface MetricsData {
  readonly tickets?: readonly MetricsTicket[] | undefined
  readonly clients?: readonly MetricsClient[] | undefined
  readonly sites?: readonly MetricsSite[] | undefined
  readonly technicians?: readonly MetricsTechnician[] | undefined
  readonly slas?: readonly MetricsSla[] | undefined
  readonly worklogs?: readonly MetricsWorklog[] | undefined
  readonly serviceItems?: readonly MetricsServiceItem[] | undefined
  readonly invoices?: readonly MetricsInvoice[] | undefined
  readonly contracts?: readonly MetricsContract[] | undefined
  readonly assets?: readonly MetricsAsset[] | undefined
  readonly alerts?: readonly MetricsAlert[] | undefined
  readonly tasks?: readonly MetricsTask[] | undefined
  readonly conversationsByTicketId?: Readonly<Record<string, readonly MetricsConversation[]>> | undefined
  readonly statusHistoryByTicketId?: Readonly<Record<string, readonly StatusChange[]>> | undefined
}

/** Types promise records; JSON keeps no promises. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The records among whatever a collection holds; nothing for a collection that is none. */
export function recordsOf<Item extends object>(collection: readonly Item[] | undefined): readonly Item[] {
  if (!Array.isArray(collection)) return []
  const list: readonly Item[] = collection
  return list.every(isRecord) ? list : list.filter(isRecord)
}
