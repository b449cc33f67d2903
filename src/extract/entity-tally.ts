import type { ListEnd } from '../client/pages.js'
import type { SuperOpsError } from '../errors.js'
import type { EntityReport } from './batch.js'
import type { ExtractedEntity } from './entities.js'
import type { Step } from './reading.js'

type Counts = Pick<EntityReport, 'totalCount' | 'origin' | 'warnings'>

/** Adds up what reading an entity took. */
export class EntityTally {
  readonly entity: ExtractedEntity
  readonly #started = performance.now()
  rows = 0
  #rowsRead = 0
  #setAside = 0
  #pages = 0
  #single = 0
  requests = 0
  #isDropped = false
  #totals = new Set<number | null>()
  #last: Counts = { totalCount: null, origin: null, warnings: [] }

  constructor(entity: ExtractedEntity) {
    this.entity = entity
  }

  get totalCount(): number | null {
    return this.#last.totalCount
  }

  get origin(): EntityReport['origin'] {
    return this.#last.origin
  }

  add({ page, isDropped = false, requests = 0 }: Step, delivered: number): void {
    this.requests += requests + (page?.requests ?? 0)
    this.#single += requests
    this.rows += delivered
    if (isDropped) this.#isDropped = true
    if (page === undefined || isDropped) return
    this.#pages++
    this.#setAside += page.setAside
    this.#rowsRead += page.rows.length
    this.#totals.add(page.totalCount)
    const { totalCount, origin, warnings } = page
    this.#last = { totalCount, origin, warnings }
  }

  /** @param isWhole Whether every row of the list was to be read by these steps, so that its count must agree. */
  report(
    end: ListEnd | undefined,
    error: SuperOpsError | undefined,
    { rowsBefore = 0, isWhole }: { rowsBefore?: number; isWhole: boolean },
  ): EntityReport {
    const requests = this.requests + (error?.attempts.length ?? 0)
    const ms = performance.now() - this.#started
    const lacks = isWhole && end?.complete === true && this.#lacksRows()
    const reason = error?.kind ?? (lacks ? 'count-differs' : end?.reason)
    const failures = error === undefined && !this.#isDropped ? 0 : 1
    return {
      entity: this.entity,
      rows: this.rows,
      ...this.#last,
      setAside: this.#setAside,
      pages: this.#pages,
      requests,
      retries: Math.max(0, requests - this.#single - this.#pages - failures),
      ms,
      rowsPerSecond: ms > 0 ? (this.rows * 1000) / ms : 0,
      rowsBefore,
      complete: error === undefined && end?.complete === true && !lacks,
      ...(reason !== undefined && { reason }),
    }
  }

  /** The server counted the same number of rows in every answer, and more than came. */
  #lacksRows(): boolean {
    const [total] = this.#totals
    return this.#totals.size === 1 && typeof total === 'number' && this.#rowsRead + this.#setAside < total
  }
}
