import { AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios'
import type { FallbackTenant } from './fallback.js'

/** Sends a request to a tenant of this process. What it throws is kept as a code only, as with a connection. */
export const answeredBy =
  (to: FallbackTenant) =>
  async (config: InternalAxiosRequestConfig): Promise<AxiosResponse<string>> => {
    const headers = Object.fromEntries(
      Object.entries(config.headers.toJSON()).map(([name, value]) => [name.toLowerCase(), String(value)]),
    )
    let answer: unknown
    try {
      answer = await to.handle({ headers, body: String(config.data) })
    } catch (error) {
      throw failure(codeOf(error) ?? 'ERR_FALLBACK')
    }
    if (!isAnswer(answer)) throw failure('ERR_FALLBACK_ANSWER')
    const { status, body } = answer
    return { status, statusText: '', data: body, headers: new AxiosHeaders(answer.headers), config }
  }

const failure = (code: string) => Object.assign(new Error(code), { code })

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

type Answer = Awaited<ReturnType<FallbackTenant['handle']>>

function isAnswer(value: unknown): value is Answer {
  const { status, body }: Partial<Record<keyof Answer, unknown>> =
    typeof value === 'object' && value !== null ? value : {}
  return Number.isInteger(status) && typeof body === 'string'
}
