#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { packageVersion } from '../../package-version.js'
import { addFaultEntries, FaultEntryError } from '../control/fault-entries.js'
import type { ServedRequest } from '../listen.js'
import { createMockTenant } from '../mock-tenant.js'
import { MissingPeerError } from '../peers/load-peer.js'
import { type Flags, readFlags, UsageError, usage } from './read-flags.js'

const out = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

function entriesOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read'
    throw new UsageError(`--faults: ${file} ${reason}`)
  }
}

function log({ method, path, operations, status, ms }: ServedRequest): void {
  const names = operations.length > 0 ? ` ${operations.join(', ')}` : ''
  out(`${method} ${path}${names} ${status} ${ms.toFixed(0)} ms`)
}

async function serve(flags: Flags): Promise<void> {
  const tenant = createMockTenant({
    product: flags.product,
    ...(flags.seed !== undefined && { seed: flags.seed }),
    ...(flags.tickets !== undefined && { tickets: flags.tickets }),
    ...(flags.quota !== undefined && { requestsPerMinute: flags.quota }),
  })
  if (flags.faults !== undefined) addFaultEntries(tenant.faults, entriesOf(flags.faults))
  const server = await tenant.listen({
    port: flags.port,
    control: true,
    ...(flags.verbose && { onRequest: log }),
  })
  const live = flags.live === undefined ? undefined : tenant.live({ speed: flags.live })
  const stop = (): void => {
    live?.stop()
    void server.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const { apiKey: token, tenantId: subdomain } = server.credentials
  out(JSON.stringify({ url: server.url, token, subdomain }))
  out(
    `Try it: curl ${server.url} -H 'Authorization: Bearer ${token}' -H 'CustomerSubDomain: ${subdomain}' \\`,
  )
  out(`  -d '{"query":"{ getTicketList(input: { pageSize: 3 }) { tickets { displayId subject } } }"}'`)
}

/** Exit code and reason: 2 where the call of the command must change, 1 where the machine must. */
function explained(error: unknown, port: number | undefined): readonly [code: number, message: string] {
  if (error instanceof UsageError) return [2, `${error.message}. See superops-mock --help.`]
  if (error instanceof FaultEntryError) return [2, `--faults: ${error.message}`]
  if (error instanceof MissingPeerError) return [2, error.message]
  const { code, message } = error as { code?: unknown; message?: unknown }
  return [1, code === 'EADDRINUSE' ? `port ${port} is in use; choose another with --port.` : String(message)]
}

let port: number | undefined
try {
  const flags = readFlags(process.argv.slice(2))
  if (flags === 'help') process.stdout.write(usage)
  else if (flags === 'version') out(packageVersion())
  else {
    port = flags.port
    await serve(flags)
  }
} catch (error) {
  const [code, message] = explained(error, port)
  process.stderr.write(`superops-mock: ${message}\n`, () => process.exit(code))
}
