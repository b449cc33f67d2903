import * as E from 'fp-ts/lib/Either.js'
import { fieldsOf } from '../entities/fields.js'
import type { Schema } from '../entities/schema.js'
import { type ErrorKind, isSuperOpsError, type SuperOpsError } from '../errors.js'
import { pageVariables } from './collection-pages.js'
import type { Answer } from './execute-operation.js'
import type { Run } from './faces.js'
import type { Origin } from './fallback.js'
import type { LimiterStats } from './limiter.js'
import type { CollectionRow, Surface } from './surface.js'

export interface Check {
  /** `schema`, `clock`, or the collection that was read. */
  readonly name: string
  readonly status: 'ok' | 'failed' | 'skipped'
  /** What was found; no data of the tenant. */
  readonly detail: string
  readonly error?: ErrorKind
}

/** What a look at a tenant found. */
export interface Diagnosis {
  /** At least one authenticated read succeeded and no check failed. */
  readonly healthy: boolean
  readonly url: string
  readonly tenantId: string
  /** Of what was looked at: the tenant, also while a fallback answers reads. */
  readonly origin: Origin
  readonly checks: readonly Check[]
  /** Requests it took, retries included. */
  readonly requests: number
  /** The server's clock less ours, to the second; null when it told none. */
  readonly clockSkewMs: number | null
  /** Fields of this package that the tenant lacks, as `Ticket.subject`; null when it does not tell its schema. */
  readonly missingFields: readonly string[] | null
  /** Fields of the tenant that this package does not know. */
  readonly unknownFields: readonly string[] | null
  readonly limit: LimiterStats
}

interface Patient {
  readonly surface: Surface
  readonly url: string
  readonly tenantId: string
  readonly origin: Origin
  readonly run: Run
  request(document: string): Promise<Record<string, unknown>>
  stats(): LimiterStats
}

const mostRequests = 25
const mostSkewMs = 30_000
const introspection = '{ __schema { types { name fields { name } } } }'

/** Reads one row of every collection and asks for the schema; at most 25 requests, more only by the last retries. */
export async function diagnose(patient: Patient): Promise<Diagnosis> {
  const checks: Check[] = []
  let requests = 0
  let skew: number | null = null
  let barrier: SuperOpsError | undefined
  const { collections } = patient.surface
  for (const [name, collection] of Object.entries(collections)) {
    if (barrier !== undefined || requests >= mostRequests) {
      checks.push({
        name,
        status: 'skipped',
        detail: barrier === undefined ? 'enough requests' : 'as before',
      })
      continue
    }
    const asked = Date.now()
    const result = await readOne(patient, collection)
    if (E.isRight(result)) {
      const { call } = result.right
      requests += result.right.requests
      // Midway between question and answer; the header tells whole seconds.
      if (!Number.isNaN(call.serverTime)) skew = call.serverTime + 500 - (asked + Date.now()) / 2
      checks.push({ name, status: 'ok', detail: foundIn(result.right) })
    } else {
      const { kind, message, attempts } = result.left
      requests += attempts.length
      checks.push({ name, status: 'failed', detail: message, error: kind })
      // What refuses the caller or cannot be reached does so for all.
      if (kind === 'auth' || kind === 'network' || kind === 'aborted') barrier = result.left
    }
  }
  const schema =
    barrier === undefined && requests < mostRequests
      ? await readSchema(patient, await patient.surface.schema())
      : undefined
  requests += schema?.requests ?? 0
  checks.push(schemaCheck(schema), clockCheck(skew))
  const hasRead = checks.some(({ name, status }) => status === 'ok' && name in collections)
  return {
    healthy: hasRead && checks.every(({ status }) => status !== 'failed'),
    url: patient.url,
    tenantId: patient.tenantId,
    origin: patient.origin,
    checks,
    requests,
    clockSkewMs: skew === null ? null : Math.round(skew / 1000) * 1000,
    missingFields: schema?.missing ?? null,
    unknownFields: schema?.unknown ?? null,
    limit: patient.stats(),
  }
}

const readOne = ({ run, surface }: Patient, collection: CollectionRow) =>
  run(collection.list, pageVariables(surface, collection, { page: 1, size: 1, start: 0 }, {}))()

function foundIn({ value }: Answer<unknown>): string {
  const info = (value as { listInfo?: { totalCount?: unknown } } | null)?.listInfo
  return typeof info?.totalCount !== 'number' ? 'readable' : `${info.totalCount} rows`
}

interface SchemaFindings {
  readonly requests: number
  /** Both absent when the tenant does not tell its schema. */
  readonly missing?: string[]
  readonly unknown?: string[]
}

interface ToldType {
  readonly name: string
  readonly fields: readonly { readonly name: string }[] | null
}

async function readSchema({ request }: Patient, schema: Schema): Promise<SchemaFindings> {
  try {
    const { __schema: told } = (await request(introspection)) as { __schema: { types: ToldType[] } }
    const fields = new Map(
      told.types.map((type) => [type.name, new Set(type.fields?.map(({ name }) => name))]),
    )
    const ours = Object.keys(schema.objects).filter((name) => fields.has(name))
    const known = new Map(
      ours.map((name) => [name, new Set(fieldsOf(schema, name).map((field) => field.name))]),
    )
    const lacks = (
      one: ReadonlyMap<string, ReadonlySet<string>>,
      other: ReadonlyMap<string, ReadonlySet<string>>,
    ) =>
      ours.flatMap((type) =>
        [...(one.get(type) ?? [])]
          .filter((name) => !other.get(type)?.has(name))
          .map((name) => `${type}.${name}`),
      )
    return { requests: 1, missing: lacks(known, fields), unknown: lacks(fields, known) }
  } catch (error) {
    // Refused, or answered in another form: a tenant need not tell.
    return { requests: isSuperOpsError(error) ? error.attempts.length : 1 }
  }
}

function schemaCheck(schema: SchemaFindings | undefined): Check {
  const { missing, unknown } = schema ?? {}
  if (missing === undefined || unknown === undefined)
    return { name: 'schema', status: 'skipped', detail: 'not told' }
  return {
    name: 'schema',
    status: missing.length > 0 ? 'failed' : 'ok',
    detail: `${missing.length} fields missing, ${unknown.length} unknown`,
  }
}

function clockCheck(skewMs: number | null): Check {
  if (skewMs === null) return { name: 'clock', status: 'skipped', detail: 'not told' }
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  return {
    name: 'clock',
    status: seconds * 1000 > mostSkewMs ? 'failed' : 'ok',
    detail: seconds === 0 ? 'as ours' : `${seconds} s ${skewMs > 0 ? 'ahead' : 'behind'}`,
  }
}
