import { normaliseName } from './names.js'
import type { MetricsTicket } from './records.js'

export type RequestClass = 'INCIDENT' | 'SERVICE_REQUEST'

/** Class of the free request type, which supersedes the older ticket type; null for a name of neither. */
export function requestClass({ requestType, ticketType }: MetricsTicket): RequestClass | null {
  const name = nameOf(requestType) || nameOf(ticketType)
  if (name === 'incident') return 'INCIDENT'
  return name === 'service request' ? 'SERVICE_REQUEST' : null
}

const COMMON: ReadonlyMap<unknown, string> = new Map([
  ['Incident', 'incident'],
  ['INCIDENT', 'incident'],
  ['Service Request', 'service request'],
  ['SERVICE_REQUEST', 'service request'],
])

/** Underscores equal blanks. */
function nameOf(name: unknown): string {
  const common = COMMON.get(name)
  if (common !== undefined) return common
  return typeof name === 'string' ? normaliseName(name.replaceAll('_', ' ')) : ''
}
