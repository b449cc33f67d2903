import axios, { type AxiosError, type AxiosInstance } from 'axios'
import axiosRetry from 'axios-retry'
import type { Call, Failure } from './call.js'

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

/** Exponential steps with full jitter: clients that failed together do not come back together. */
export function retryDelayMs(attempt: number, firstMs: number): number {
  return Math.round(Math.random() * Math.min(longestDelayMs, firstMs * 2 ** (attempt - 1)))
}

interface RetryOptions {
  readonly retries: number
  readonly retryDelayMs: number
  readonly callOf: (error: AxiosError) => Call | undefined
  readonly onRetry: (call: Call, delayMs: number) => void
}

export function retryAttempts(instance: AxiosInstance, options: RetryOptions): void {
  axiosRetry(instance, {
    retries: options.retries,
    shouldResetTimeout: true,
    retryCondition: (error) => {
      const call = options.callOf(error)
      if (call === undefined || call.signal.aborted || axios.isCancel(error)) return false
      return isRetried(call.settings.kind, call.failure)
    },
    retryDelay: (attempt, error) => {
      const delayMs = retryDelayMs(attempt, options.retryDelayMs)
      const call = options.callOf(error)
      if (call !== undefined) options.onRetry(call, delayMs)
      return delayMs
    },
  })
}
