import axios, { type AxiosError, type AxiosInstance } from 'axios'
import axiosRetry from 'axios-retry'
import type { Call, Failure } from './call.js'
import { RetryBudget } from './retry-budget.js'

const longestDelayMs = 20_000

/** A query is repeated whenever nothing was answered; a mutation only when it surely was not executed. */
export function isRetried(kind: 'query' | 'mutation', failure: Failure | undefined): boolean {
  if (failure === undefined) return false
  // Nothing is executed with a token that is not accepted.
  if (failure.kind === 'auth') return failure.tokenChanged === true
  if (kind === 'mutation') return failure.kind === 'network' && !failure.opened
  return (
    failure.kind === 'network' ||
    failure.kind === 'timeout' ||
    (failure.kind === 'http' && failure.status >= 500)
  )
}

/**
 * Exponential steps with full jitter, so that clients that failed together do not come back together; never
 * less than the server asked for.
 */
export function retryDelayMs(attempt: number, firstMs: number, failure: Failure | undefined): number {
  const jittered = Math.random() * Math.min(longestDelayMs, firstMs * 2 ** (attempt - 1))
  const asked = failure?.kind === 'http' ? (failure.retryAfterMs ?? 0) : 0
  return Math.round(Math.max(jittered, asked))
}

interface RetryOptions {
  readonly retries: number
  readonly retryDelayMs: number
  readonly callOf: (error: AxiosError) => Call | undefined
  readonly onRetry: (call: Call, delayMs: number) => void
}

export function retryAttempts(instance: AxiosInstance, options: RetryOptions): void {
  const budget = new RetryBudget()
  instance.interceptors.response.use((response) => {
    budget.onAnswer()
    return response
  })
  axiosRetry(instance, {
    retries: options.retries,
    shouldResetTimeout: true,
    retryCondition: (error) => {
      const call = options.callOf(error)
      if (call === undefined || call.settings.once || call.signal.aborted || axios.isCancel(error))
        return false
      return isRetried(call.settings.kind, call.failure) && budget.take()
    },
    retryDelay: (attempt, error) => {
      const call = options.callOf(error)
      const delayMs = retryDelayMs(attempt, options.retryDelayMs, call?.failure)
      if (call !== undefined) options.onRetry(call, delayMs)
      return delayMs
    },
  })
}
