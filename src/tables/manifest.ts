import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Origin } from '../client/fallback.js'
import type { Product } from '../client/surface.js'
import type { Mode } from '../extract/batch.js'
import { genomeVersion } from '../metrics/genome/client-genome.js'
import { metricsVersion } from '../metrics/version.js'
import { packageVersion } from '../package-version.js'
import { rulesVersion } from '../quality/catalogue.js'
import type { FormatName } from './folder-options.js'
import { type TableName, tableSchema, tablesVersion } from './table-schema.js'

/** A table of a folder. */
export interface ManifestTable {
  readonly table: TableName
  /** Its name in the folder; null when there is none, since it would be empty. */
  readonly file: string | null
  readonly rows: number
  readonly complete: boolean
  /** Why it is not complete. */
  readonly reason?: string
  /** Rows the server counted; null when it counts none, absent for figures. */
  readonly totalCount?: number | null
}

/** What is in a folder of tables, and what it is of. */
export interface TablesManifest {
  /** Start and end of the reading, UTC. */
  readonly startedAt: string
  readonly finishedAt: string
  /** `incremental`: the rows are changes. */
  readonly mode: Mode
  readonly format: FormatName
  readonly gzip: boolean
  /** Of CSV: whether texts that begin as a formula does are as they came, without `'` before them. */
  readonly rawCsv: boolean
  readonly origin: Origin | null
  readonly product: Product
  /** Null when it was not told. */
  readonly tenant: string | null
  /** Whether every table is. */
  readonly complete: boolean
  /** Set when the tenant could not be read and these are earlier rows in place of its own. */
  readonly stale?: { readonly since: string; readonly ageMs: number }
  /** The present that figures are of, and their period, the end not in it; null without figures. */
  readonly asOf: string | null
  readonly period: { readonly from: string; readonly to: string } | null
  readonly versions: {
    readonly package: string
    /** Of the columns of all tables. */
    readonly tables: string
    /** Of the definitions of figures. */
    readonly metrics: string
    readonly genome: string
    /** Of the rules of data quality. */
    readonly quality: string
  }
  readonly tables: readonly ManifestTable[]
}

/** What a manifest says beyond what it knows itself. */
export type ManifestFacts = Omit<TablesManifest, 'versions' | 'complete' | 'product'> &
  Partial<Pick<TablesManifest, 'product'>>

/**
 * Writes `schema.json`, the columns of the tables with unit and meaning, and `manifest.json` into a folder, each of
 * them whole or not at all.
 */
export async function writeManifest(folder: string, facts: ManifestFacts): Promise<TablesManifest> {
  const { tables, product = 'msp', ...rest } = facts
  const changes = facts.mode === 'incremental'
  const manifest: TablesManifest = {
    ...rest,
    product,
    complete: tables.every(({ complete }) => complete),
    versions: {
      package: packageVersion(),
      tables: tablesVersion,
      metrics: metricsVersion,
      genome: genomeVersion,
      quality: rulesVersion,
    },
    tables,
  }
  const schemas = tables.map(({ table }) => tableSchema(table, { changes, product }))
  await writeJson(join(folder, 'schema.json'), { version: tablesVersion, tables: schemas })
  await writeJson(join(folder, 'manifest.json'), manifest)
  return manifest
}

async function writeJson(file: string, value: unknown): Promise<void> {
  const part = `${file}.${process.pid}.part`
  await writeFile(part, `${JSON.stringify(value, null, 2)}\n`, { flush: true })
  await rename(part, file)
}
