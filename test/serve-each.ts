import type { MockTenant } from '@superhack/superops/testing'
import { afterEach, beforeEach } from 'vitest'

type Server = Awaited<ReturnType<MockTenant['listen']>>

/** Each test has the tenant as it was made, over HTTP, and a client of its own. */
export function serveEach(
  tenant: MockTenant,
  connect: (credentials: Server['credentials']) => { close(): void },
): void {
  let server: Server
  let client: { close(): void }
  beforeEach(async () => {
    tenant.reset()
    server = await tenant.listen()
    client = connect(server.credentials)
  })
  afterEach(async () => {
    client.close()
    await server.close()
  })
}
