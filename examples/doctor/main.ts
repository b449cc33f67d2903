import { connect } from '../main/connect.js'
import { styleOf } from '../main/render/style.js'
import { UsageError } from '../main/usage-error.js'
import { renderDiagnosis } from './render-diagnosis.js'

try {
  const { client, source, close } = await connect(process, {}, new Date())
  if (source.origin === 'mock')
    process.stdout.write('MOCK DATA  Embedded mock tenant: SUPEROPS_API_KEY is not set.\n')
  const diagnosis = await client.doctor()
  process.stdout.write(renderDiagnosis(diagnosis, styleOf(process.stdout, process.env, { color: true })))
  await close()
  process.exitCode = diagnosis.healthy ? 0 : 1
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
