import type { Row } from '../entities/row.js'
import type { Portfolio } from '../metrics/portfolio.js'
import type { MetricsData } from '../metrics/records.js'
import { type ExtractedEntity, keyOfRow } from './entities.js'
import type { GatheredRows } from './extraction.js'

const wanted: readonly ExtractedEntity[] = ['clients', 'contracts']

/** Keeps the rows that churn is counted from, also those that are no news. */
export class PortfolioRows {
  readonly #rows = new Map<ExtractedEntity, Map<unknown, Row>>()

  add = (entity: ExtractedEntity, rows: readonly Row[]): void => {
    if (!wanted.includes(entity)) return
    const own = this.#rows.get(entity) ?? new Map<unknown, Row>()
    this.#rows.set(entity, own)
    for (const row of rows) own.set(keyOfRow(entity, row) ?? Symbol(), row)
  }

  /** Clients and their recurring revenue at the end of a run; undefined when one of the lists is not complete. */
  async summary({ report }: GatheredRows): Promise<Portfolio | undefined> {
    const isKnown = wanted.every((name) =>
      report.entities.some(
        ({ entity, complete, rowsBefore }) => entity === name && complete && rowsBefore === 0,
      ),
    )
    if (!isKnown) return undefined
    const [clients, contracts] = wanted.map((name) => [...(this.#rows.get(name)?.values() ?? [])])
    const { portfolio } = await import('../metrics/portfolio.js')
    return portfolio({ clients, contracts } as MetricsData, { now: report.finishedAt })
  }
}
