import type { EventEmitter } from 'eventemitter3'
import type { ClientEvents } from './events.js'
import type { Logger } from './logger.js'
import type { Middleware } from './middleware.js'

/** Tells the client's events of every attempt. */
export const eventsMiddleware =
  (events: EventEmitter<ClientEvents>): Middleware =>
  async ({ operation, requestId, attempt }, next) => {
    events.emit('request', { operation, requestId, attempt })
    const { ms, outcome, status } = await next()
    const told = status === undefined ? {} : { status }
    events.emit('response', { operation, requestId, attempt, ms, outcome, ...told })
  }

/** One line per attempt: `debug`, or `warn` when it brought no answer. */
export const loggerMiddleware =
  (logger: Logger): Middleware =>
  async ({ operation, requestId, attempt, origin }, next) => {
    const response = await next()
    const level = response.outcome === 'ok' ? 'debug' : 'warn'
    logger[level]({ operation, requestId, attempt, origin, ...response }, 'superops request')
  }
