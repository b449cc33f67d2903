import { createMockTenant, type MockTenant, type MockTenantOptions } from '@superhack/superops/testing'

export interface Answer {
  readonly status: number
  readonly text: string
  /** Parsed body; ids beyond 2^53 lose digits here, `text` keeps them. */
  readonly body: {
    readonly errors?: readonly Record<string, unknown>[]
    readonly data?: Record<string, never> | null
  }
}

export interface Asking extends AsyncDisposable {
  readonly tenant: MockTenant
  readonly url: string
  /** Sends a document as any client would: by real HTTP. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>
  post(
    body: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string; headers: Headers }>
}

export const tenantHeaders = { customersubdomain: 'acme', authorization: 'Bearer mock-token' }

/** A tenant behind a real server; ends with its scope. */
export async function asking(options: MockTenantOptions = {}): Promise<Asking> {
  const tenant = createMockTenant({ tickets: 120, ...options })
  const server = await tenant.listen()
  const post: Asking['post'] = async (body, headers = tenantHeaders) => {
    const response = await fetch(server.url, { method: 'POST', headers, body })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  return {
    tenant,
    url: server.url,
    post,
    ask: async (query, variables) => {
      const { status, text } = await post(JSON.stringify({ query, variables }))
      return { status, text, body: JSON.parse(text) }
    },
    [Symbol.asyncDispose]: server.close,
  }
}
