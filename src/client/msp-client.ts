import { configFromEnvFor } from './config-from-env.js'
import { createClientFor } from './create-client.js'
import { type Msp, mspSurface } from './msp-surface.js'

/**
 * Makes a client of one tenant.
 *
 * @throws TypeError naming an option that is missing or wrong.
 * @example
 * const superops = createClient({ apiKey, tenantId: 'acme' })
 * const ticket = await superops.tickets.get(ticketId)
 */
export const createClient = /* @__PURE__ */ createClientFor<Msp>(mspSurface)

/** @see ConfigFromEnv */
export const configFromEnv = /* @__PURE__ */ configFromEnvFor('msp')
