import type { Check, Diagnosis } from '@superhack/superops'
import { left, plain } from '../main/render/cells.js'
import { paint, type Style, type Tone } from '../main/render/style.js'

const tones: Record<Check['status'], Tone> = { ok: 'plain', failed: 'error', skipped: 'quiet' }

/** The diagnosis as a table: what was looked at, how it went, what was found. */
export function renderDiagnosis(diagnosis: Diagnosis, style: Style): string {
  const { checks, limit, missingFields, unknownFields } = diagnosis
  const width = Math.max(...checks.map(({ name }) => name.length))
  const rows = checks.map(
    ({ name, status, detail }) =>
      `  ${left(name, width)}  ${paint(style, tones[status], left(status, 7))}  ${plain(detail, style)}`,
  )
  const fields = [...list('missing', missingFields, style), ...list('unknown', unknownFields, style)]
  const verdict = diagnosis.healthy ? 'healthy' : 'not healthy'
  return [
    paint(style, 'strong', `${diagnosis.tenantId} at ${diagnosis.url}`),
    ...rows,
    ...fields,
    `  ${left('limit', width)}  ${left('', 7)}  ${limitOf(limit)}`,
    paint(style, diagnosis.healthy ? 'strong' : 'error', `${verdict}, ${diagnosis.requests} requests`),
    '',
  ].join('\n')
}

const limitOf = ({ used, requestsPerMinute }: Diagnosis['limit']): string =>
  Number.isFinite(requestsPerMinute) ? `${used} of ${requestsPerMinute} requests a minute used` : 'none'

const list = (what: string, fields: readonly string[] | null, style: Style): string[] =>
  (fields ?? []).map((field) => `    ${what} ${plain(field, style)}`)
