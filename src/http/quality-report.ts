import { qualityInSteps } from '../quality/assess-quality.js'
import type { Steps } from '../quality/steps.js'
import type { Snapshot } from '../streams/snapshot.js'
import { type Document, documentOf } from './answer.js'
import type { ResolvedOptions } from './options.js'
import { HttpProblem } from './problem.js'

/** Rules over all records of a large tenant take seconds, and what they say changes slowly. */
const keptMs = 60_000
/** Work on the report before others have their turn. */
const sliceMs = 10

/** The report of quality: made in slices, once for all who ask meanwhile and for a minute after. */
export function qualityReport(options: ResolvedOptions): (snapshot: Snapshot) => Promise<Document> {
  let last: { readonly document: Promise<Document>; until: number } | undefined
  return (snapshot) => {
    if (last !== undefined && Date.now() <= last.until) return last.document
    const made = { document: make(snapshot, options), until: Number.POSITIVE_INFINITY }
    last = made
    made.document.then(
      () => {
        made.until = Date.now() + keptMs
      },
      () => {
        made.until = 0
      },
    )
    return made.document
  }
}

async function make({ data, context, origin }: Snapshot, options: ResolvedOptions): Promise<Document> {
  const steps = qualityInSteps(data, { ...context, quality: options.quality })
  const quality = await inSlices(steps, options.signal)
  return documentOf({ report: 'quality', at: context.now, origin, quality })
}

async function inSlices<Result>(steps: Steps<Result>, signal: AbortSignal | undefined): Promise<Result> {
  for (;;) {
    for (const end = performance.now() + sliceMs; performance.now() < end; ) {
      const step = steps.next()
      if (step.done === true) return step.value
    }
    await new Promise<void>((resolve) => setTimeout(resolve))
    if (signal?.aborted) throw new HttpProblem('too_busy', 'the service is closing')
  }
}
