import { createExtractor, type Extraction } from '@superhack/superops/extract'
import type { ReportFlags } from './cli.js'
import { type Connection, connect } from './connect.js'
import { noProgress, type ProgressView, progressLines, progressView } from './progress.js'
import { mockLine } from './render/mock-line.js'
import { renderReport } from './render/render-report.js'
import { styleOf } from './render/style.js'
import { buildReport } from './report/report-model.js'
import type { Terminal } from './terminal.js'

/** Reads the tenant and prints the report; false when it could not be read, or an entity not to its end. */
export async function reportCommand(
  flags: ReportFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  const { env, stdout, stderr } = terminal
  const style = styleOf(stdout, env, {
    color: flags.color,
    ...(flags.width !== undefined && { width: flags.width }),
  })
  const connection = await connect(terminal, flags, new Date())
  try {
    const notes = flags.json ? stderr : stdout
    if (connection.source.origin === 'mock') notes.write(mockLine(connection.source, style))
    const view = flags.json
      ? stderr.isTTY
        ? progressLines(stderr)
        : noProgress
      : progressView(connection.product.entities, stdout, style, env)
    const extraction = await read(connection, view, signal)
    const { source, standIn } = connection
    const isStandIn = standIn !== undefined && extraction.origin === 'mock'
    if (isStandIn) notes.write(mockLine(standIn, style))
    const { recordsOf, groups, absent } = connection.product
    const rows = { ...extraction, data: recordsOf(extraction.data) as Extraction['data'] }
    const model = buildReport(rows, extraction.report.finishedAt, isStandIn ? standIn : source, absent)
    stdout.write(flags.json ? `${JSON.stringify(model, undefined, 2)}\n` : renderReport(model, style, groups))
    for (const [entity, error] of Object.entries(extraction.report.errors))
      stderr.write(`${entity}: ${error.message}\n`)
    return extraction.report.complete && !isStandIn
  } finally {
    await connection.close()
  }
}

async function read(
  { client, standIn }: Connection,
  view: ProgressView,
  signal: AbortSignal,
): Promise<Extraction> {
  try {
    const run = () => createExtractor(client).run({ onProgress: view.show, signal })
    const first = await run()
    // The tenant was found unreachable on the way, before it gave a row: the mock is read as a whole.
    const isMockOnly = standIn !== undefined && first.origin !== 'live' && client.origin === 'mock'
    const extraction = isMockOnly && !first.report.complete ? await run() : first
    const errors = Object.values(extraction.report.errors)
    // Nothing at all could be read: the reason is the report.
    if (errors.length === extraction.report.entities.length && errors[0] !== undefined) throw errors[0]
    return extraction
  } finally {
    view.end()
  }
}
