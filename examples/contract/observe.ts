import { operationRow, type QueryName, rowsFieldOf } from '@superhack/superops/entities'
import { type Asker, askMock } from './ask.js'
import { unmarked } from './read-reply.js'
import { addReply, type Shape } from './shape.js'
import { inputsOf, type Row, type Sample, samples, sourceOf, trialOrder, variablesOf } from './trials.js'

/** A tenant's credentials or address are wrong: nothing can be compared. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable'
}

export type Shapes = Map<QueryName, Shape>

/** Adds the shapes of the answers to every query that can be asked. */
export async function observe(asker: Asker, sample: Sample, shapes: Shapes = new Map()): Promise<Shapes> {
  const records = new Map<QueryName, Row[]>()
  for (const name of trialOrder) {
    const source = sourceOf(name)
    const inputs = inputsOf(name, source === undefined ? [] : (records.get(source.list) ?? []))
    const shape = shapes.get(name) ?? (new Map() as Shape)
    for (const input of inputs.slice(0, sample.records)) {
      for (const listInfo of pagesOf(name, sample)) {
        const reply = await asker.ask(name, variablesOf(name, input, listInfo))
        if (shapes.size === 0) refuseUnreadable(reply.status)
        const rows = rowsOf(name, addReply(shape, name, reply))
        records.set(name, [...(records.get(name) ?? []), ...rows])
        if (rows.length < Number(listInfo.pageSize)) break
      }
    }
    if (inputs.length > 0) shapes.set(name, shape)
  }
  return shapes
}

/** Several worlds, since one may lack a rare form by chance. */
export async function observeMock(seeds: readonly number[]): Promise<Shapes> {
  const shapes: Shapes = new Map()
  for (const seed of seeds) await observe(askMock(seed), samples.mock, shapes)
  return shapes
}

function* pagesOf(name: QueryName, { pageSizes, pages }: Sample): Generator<Row> {
  if (operationRow(name).listInfo === undefined) return yield {}
  for (const pageSize of pageSizes.slice(0, -1)) yield { page: 1, pageSize }
  for (let page = 1; page <= pages; page++) yield { page, pageSize: pageSizes.at(-1) }
}

function rowsOf(name: QueryName, data: unknown): Row[] {
  const field = rowsFieldOf(name)
  const rows = field === undefined ? data : (data as Row | null | undefined)?.[field]
  if (!Array.isArray(rows)) return []
  return rows.map((row: object | null) =>
    Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [key, unmarked(value)])),
  )
}

function refuseUnreadable(status: number | undefined): void {
  if (status === undefined) throw new NotReadable('the tenant does not answer')
  if (status === 400 || status === 401)
    throw new NotReadable(`the tenant answers HTTP ${status}: check SUPEROPS_API_KEY and SUPEROPS_TENANT_ID`)
}
