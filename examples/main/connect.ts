import type { Client, Environment } from '@superhack/superops'
import { createMockTenant, type MockTenant } from '@superhack/superops/testing'
import type { LiveFlags, ReportFlags } from './cli.js'
import { type ProductProfile, productOf } from './products.js'
import type { ReportSource } from './report/report-model.js'
import type { Output, Terminal } from './terminal.js'
import { UsageError } from './usage-error.js'

export interface Connection {
  readonly client: Client
  readonly product: ProductProfile
  readonly source: ReportSource
  /** The embedded mock tenant, when it is what is read. */
  readonly tenant?: MockTenant
  /** What answers while the tenant is unreachable, with `SUPEROPS_FALLBACK=mock`. */
  readonly standIn?: ReportSource
  close(): Promise<void>
}

/** What sizes the mock tenant. */
type MockFlags = Pick<ReportFlags, 'seed' | 'tickets'> & Pick<LiveFlags, 'speed'>

const isSet = (value: string | undefined) => (value ?? '').trim() !== ''

/**
 * A client of the real tenant when the environment has credentials; of the embedded mock tenant, over
 * real HTTP on a loopback port, when it has none.
 *
 * @param mockBegan When the mock tenant was made; it lived on since.
 * @param mockTickets Its size unless a flag says another.
 * @throws UsageError when credentials are half set or flags size a real tenant.
 */
export async function connect(
  { env, stderr }: Pick<Terminal, 'env' | 'stderr'>,
  flags: MockFlags,
  now: Date,
  mockBegan = now,
  mockTickets = 500,
): Promise<Connection> {
  const { seed = 7, tickets = mockTickets } = flags
  const product = productOf(env)
  const mock = (subdomain?: string) => {
    const tenant = createMockTenant({
      product: product.name,
      seed,
      now: mockBegan,
      tickets,
      ...(subdomain !== undefined && { subdomain }),
    })
    const seconds = Math.floor((now.getTime() - mockBegan.getTime()) / 1000)
    if (seconds > 0) tenant.world.advance({ seconds })
    return tenant
  }
  if (isSet(env.SUPEROPS_API_KEY) || isSet(env.SUPEROPS_TENANT_ID))
    return connectReal(product, readConfig(product, env, stderr, mock), flags, seed)
  // What is kept of one mock tenant is nothing to another.
  const tenant = mock(`mock-${seed}-${tickets}`)
  const server = await tenant.listen({ port: 0 })
  const client = product.createClient(server.credentials)
  return {
    client,
    product,
    source: mockSource(seed),
    tenant,
    close: async () => {
      client.close()
      await server.close()
    },
  }
}

const mockSource = (seed: number): ReportSource => ({ origin: 'mock', tenant: 'mock', seed })

function connectReal(
  product: ProductProfile,
  config: ReturnType<typeof readConfig>,
  flags: MockFlags,
  seed: number,
): Connection {
  const { tenantId = '', fallback } = config
  for (const name of ['seed', 'speed', 'tickets'] as const) {
    if (flags[name] !== undefined && fallback === undefined)
      throw new UsageError(
        `--${name} is of the mock tenant; with SUPEROPS_API_KEY set it has no use without SUPEROPS_FALLBACK=mock`,
      )
  }
  const client = product.createClient(config)
  return {
    client,
    product,
    source: { origin: 'live', tenant: tenantId },
    ...(fallback && { standIn: { ...mockSource(seed), insteadOf: tenantId } }),
    close: async () => client.close(),
  }
}

const settingsAdvice = (env: Environment) =>
  isSet(env.SUPEROPS_API_KEY) && isSet(env.SUPEROPS_TENANT_ID)
    ? 'All variables: docs/client.md'
    : 'Set SUPEROPS_API_KEY and SUPEROPS_TENANT_ID to read a tenant, or neither to read the mock tenant.'

function readConfig(product: ProductProfile, env: Environment, stderr: Output, mock: () => MockTenant) {
  try {
    return product.configFromEnv(env, { mock, warn: (message) => stderr.write(`${message}\n`) })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${settingsAdvice(env)}`)
  }
}
