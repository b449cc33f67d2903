import { type Client, configFromEnv, createClient, type Environment } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { type ReportFlags, UsageError } from './cli.js'
import type { ReportSource } from './report/report-model.js'

export interface Connection {
  readonly client: Client
  readonly source: ReportSource
  close(): Promise<void>
}

const isSet = (value: string | undefined) => (value ?? '').trim() !== ''

/**
 * A client of the real tenant when the environment has credentials; of the embedded mock tenant, over
 * real HTTP on a loopback port, when it has none.
 *
 * @throws UsageError when credentials are half set or flags size a real tenant.
 */
export async function connect(env: Environment, flags: ReportFlags, now: Date): Promise<Connection> {
  if (isSet(env.SUPEROPS_API_KEY) || isSet(env.SUPEROPS_TENANT_ID)) return connectReal(env, flags)
  const seed = flags.seed ?? 7
  const tenant = createMockTenant({ seed, now, tickets: flags.tickets ?? 500 })
  const server = await tenant.listen({ port: 0 })
  const client = createClient(server.credentials)
  return {
    client,
    source: { origin: 'mock', tenant: 'mock', seed },
    close: async () => {
      client.close()
      await server.close()
    },
  }
}

async function connectReal(env: Environment, flags: ReportFlags): Promise<Connection> {
  for (const name of ['seed', 'tickets'] as const) {
    if (flags[name] !== undefined)
      throw new UsageError(`--${name} sizes the mock tenant; it has no use with SUPEROPS_API_KEY set`)
  }
  const config = readConfig(env)
  const client = createClient(config)
  return { client, source: { origin: 'live', tenant: config.tenantId }, close: async () => client.close() }
}

function readConfig(env: Environment) {
  try {
    return configFromEnv(env)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
