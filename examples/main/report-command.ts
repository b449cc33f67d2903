import { createExtractor, type Extraction, extractedEntities } from '@superhack/superops/extract'
import type { ReportFlags } from './cli.js'
import { type Connection, connect } from './connect.js'
import { noProgress, type ProgressView, progressBars, progressLines } from './progress.js'
import { renderReport } from './render/render-report.js'
import { paint, type Style, styleOf } from './render/style.js'
import { buildReport } from './report/report-model.js'

/** Reads the tenant and prints the report; false when an entity could not be read to its end. */
export async function reportCommand(flags: ReportFlags, signal: AbortSignal): Promise<boolean> {
  const { env, stdout, stderr } = process
  const style = styleOf(stdout, env, {
    color: flags.color,
    ...(flags.width !== undefined && { width: flags.width }),
  })
  const connection = await connect(env, flags, new Date())
  try {
    if (connection.source.origin === 'mock') {
      const seed = `seed ${connection.source.seed}`
      const line = `${paint(style, 'mock', ' MOCK DATA ')} Embedded mock tenant, ${seed}: SUPEROPS_API_KEY is not set.\n`
      ;(flags.json ? stderr : stdout).write(line)
    }
    const view = viewFor(flags, style)
    const extraction = await read(connection, view, signal)
    const model = buildReport(extraction, extraction.report.finishedAt, connection.source)
    stdout.write(flags.json ? `${JSON.stringify(model, undefined, 2)}\n` : renderReport(model, style))
    for (const [entity, error] of Object.entries(extraction.report.errors))
      stderr.write(`${entity}: ${error.message}\n`)
    return extraction.report.complete
  } finally {
    await connection.close()
  }
}

function viewFor(flags: ReportFlags, style: Style): ProgressView {
  if (flags.json) return process.stderr.isTTY ? progressLines(process.stderr) : noProgress
  return process.stdout.isTTY
    ? progressBars(extractedEntities, process.stdout, style)
    : progressLines(process.stdout)
}

async function read({ client }: Connection, view: ProgressView, signal: AbortSignal): Promise<Extraction> {
  try {
    const extraction = await createExtractor(client).run({ onProgress: view.show, signal })
    const errors = Object.values(extraction.report.errors)
    // Nothing at all could be read: the reason is the report.
    if (errors.length === extraction.report.entities.length && errors[0] !== undefined) throw errors[0]
    return extraction
  } finally {
    view.end()
  }
}
