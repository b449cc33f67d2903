import { type Behaviour, createExecutor, type Executor, schemaOf } from '../execute.js'
import { buildASTSchema, parse, printSchema } from '../peers/graphql.js'
import type { Distortion } from './distortion.js'

/** Undefined when no distortion edits the schema. */
export type DriftedExecutor = (distortions: readonly Distortion[]) => Executor | undefined

const KEPT = 4

/** Executors of edited schemas: one takes tens of milliseconds to build, so the last few are kept. */
export function driftedExecutors(options: Behaviour): DriftedExecutor {
  const kept: { readonly edits: readonly Distortion[]; readonly executor: Executor }[] = []
  return (distortions) => {
    const edits = distortions.filter(({ schema }) => schema !== undefined)
    if (edits.length === 0) return undefined
    const known = kept.find(
      (entry) => entry.edits.length === edits.length && entry.edits.every((edit, at) => edit === edits[at]),
    )
    if (known !== undefined) return known.executor
    const original = parse(printSchema(schemaOf(options)), { noLocation: true })
    const document = edits.reduce((edited, { schema }) => schema?.(edited) ?? edited, original)
    const executor = createExecutor(options, buildASTSchema(document))
    kept.push({ edits, executor })
    if (kept.length > KEPT) kept.shift()
    return executor
  }
}
