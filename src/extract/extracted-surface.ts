import type { Product } from '../client/surface.js'
import {
  type DepartmentRecords,
  departmentRecord,
  departmentsAsClients,
} from '../metrics/department-records.js'
import type { MetricsData } from '../metrics/records.js'
import { absentOnIt } from '../quality/absent-on-it.js'

/** What an extraction reads of a surface unless told otherwise, and what its figures are made of. */
interface ExtractedSurface {
  readonly entities: readonly string[]
  /** Rows as metrics and rules read them. */
  recordsOf(data: object): MetricsData
  /** What these rows cannot hold; see `ctx.quality.absent`. */
  readonly absent: readonly string[]
  /** One row of them. */
  recordOf<Record extends object>(
    entity: string,
    row: Record,
  ): { readonly collection: string; readonly row: Record }
}

/** Entities an extraction reads by default: those the metrics draw on. */
export const extractedEntities = [
  'tickets',
  'clients',
  'sites',
  'technicians',
  'worklogs',
  'serviceItems',
  'contracts',
  'invoices',
  'assets',
  'alerts',
] as const

/** The same of the IT surface. */
export const itExtractedEntities = [
  'tickets',
  'departments',
  'sites',
  'technicians',
  'serviceItems',
  'assets',
  'alerts',
] as const

export const extractedSurfaces: Readonly<Record<Product, ExtractedSurface>> = {
  msp: {
    entities: extractedEntities,
    absent: [],
    recordsOf: (data) => data,
    recordOf: (collection, row) => ({ collection, row }),
  },
  it: {
    entities: itExtractedEntities,
    absent: absentOnIt,
    recordsOf: (data) => departmentsAsClients(data as DepartmentRecords),
    recordOf: departmentRecord,
  },
}
