import { createLimiter, type EnvironmentConfig } from '@superhack/superops'
import { documentOf, type QueryName } from '@superhack/superops/entities'
import { createMockTenant } from '@superhack/superops/testing'
import type { Variables } from './trials.js'

export interface Reply {
  /** Undefined when there was no answer. */
  readonly status?: number
  readonly text: string
}

/** Sends a query as it stands and gives the answer as it came; takes no mutation. */
export interface Asker {
  ask(name: QueryName, variables: Variables): Promise<Reply>
  close(): void
}

const bodyOf = (name: QueryName, variables: Variables) =>
  JSON.stringify({ query: documentOf(name), variables })
const headersOf = (apiKey: string, tenantId: string) => ({
  'Content-Type': 'application/json',
  Authorization: `Bearer ${apiKey}`,
  CustomerSubDomain: tenantId,
})

const isRefusal = ({ status, text }: Reply) =>
  status === 429 || (text.length < 4096 && text.includes('"rate_limit_exceeded"'))

/** A tenant over HTTP, within its request limit; the client is not used because it decodes what it reads. */
export function askTenant(config: EnvironmentConfig): Asker {
  const { apiKey, tenantId, region, timeoutMs = 30_000, deadlineMs = 120_000, retries = 3 } = config
  const url = config.baseUrl ?? `https://${region === 'eu' ? 'eu' : ''}api.superops.ai/msp`
  const rate = config.requestsPerMinute
  const limiter = config.limiter ?? createLimiter(rate === undefined ? {} : { requestsPerMinute: rate })
  async function post(body: string): Promise<Reply> {
    const signal = AbortSignal.timeout(timeoutMs)
    const headers = headersOf(apiKey, tenantId)
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
      return { status: response.status, text: await response.text() }
    } catch {
      return { text: '' }
    }
  }
  async function once(body: string): Promise<Reply> {
    const signal = AbortSignal.timeout(deadlineMs)
    let last: Reply = { text: '' }
    const run = async () => {
      last = await post(body)
      return { refused: isRefusal(last), value: last }
    }
    return limiter.schedule(run, { signal }).catch(() => last)
  }
  return {
    ask: async (name, variables) => {
      let reply = await once(bodyOf(name, variables))
      for (let more = retries; more > 0 && (reply.status ?? 500) >= 500; more--)
        reply = await once(bodyOf(name, variables))
      return reply
    },
    close: () => limiter.close(),
  }
}

/** A mock tenant, without a network. */
export function askMock(seed: number): Asker {
  const tenant = createMockTenant({ seed })
  const { apiKey, tenantId } = tenant.credentials
  return {
    ask: async (name, variables) => {
      const { status, body } = await tenant.handle({
        headers: headersOf(apiKey, tenantId),
        body: bodyOf(name, variables),
      })
      return { status, text: body }
    },
    close: () => {},
  }
}
