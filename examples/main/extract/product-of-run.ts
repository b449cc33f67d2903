import type { RecordTableName } from '@superhack/superops/tables'
import { msp, type ProductProfile, profiles } from '../products.js'
import type { RunRecord } from './run-record.js'

/** The product that a run read. */
export const productOfRun = ({ product }: RunRecord): ProductProfile => profiles[product ?? 'msp'] ?? msp

/** The table of an entity that the command line took. */
export const tableIn = (tables: ProductProfile['tables'], entity: string): RecordTableName =>
  tables[entity] as RecordTableName
