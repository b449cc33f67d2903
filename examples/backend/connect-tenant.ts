import { type Client, configFromEnv, createClient } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'

export interface Tenant {
  readonly client: Client
  /** That clients of the backend show. */
  readonly apiKey: string
  /** The present of the tenant in epoch milliseconds, and its seconds per second of the host. */
  readonly now: () => number
  readonly clockRate: number
  /** Seed of the mock tenant. */
  readonly seed?: number
  close(): Promise<void>
}

const mockSpeed = 60
const mockSeed = 7
const mockKey = 'key-of-the-mock-backend'

/**
 * The tenant that the environment names; without `SUPEROPS_API_KEY` the mock tenant, which lives sixty times as fast.
 *
 * @throws TypeError when a real tenant would be served without `BACKEND_API_KEY`.
 */
export async function connectTenant(env: Readonly<Record<string, string | undefined>>): Promise<Tenant> {
  const { SUPEROPS_API_KEY, BACKEND_API_KEY: apiKey } = env
  if (SUPEROPS_API_KEY === undefined) {
    const tenant = createMockTenant({ seed: mockSeed, tickets: 200 })
    const server = await tenant.listen()
    const client = createClient(server.credentials)
    const life = tenant.live({ speed: mockSpeed })
    return {
      client,
      apiKey: apiKey ?? mockKey,
      now: () => Date.parse(tenant.world.now),
      clockRate: mockSpeed,
      seed: mockSeed,
      close: async () => {
        life.stop()
        client.close()
        await server.close()
      },
    }
  }
  if (apiKey === undefined) throw new TypeError('BACKEND_API_KEY: expected the key that clients will show')
  const client = createClient(configFromEnv(env))
  return { client, apiKey, now: Date.now, clockRate: 1, close: async () => client.close() }
}
