import type { ClientOf } from './client.js'
import { configFromEnvFor } from './config-from-env.js'
import { createClientFor } from './create-client.js'
import { type It, itSurface } from './it-surface.js'
import { sortByOf, whereOf } from './where.js'

/** Typed client of the IT surface; see {@link createClient}. */
export type ItClient = ClientOf<It>

/**
 * Makes a client of one tenant of the product for internal IT teams.
 *
 * @throws TypeError naming an option that is missing or wrong.
 * @example
 * const superops = createClient({ apiKey, tenantId: 'acme' })
 * const departments = await superops.departments.list().toArray()
 */
export const createClient = /* @__PURE__ */ createClientFor<It>(itSurface)

/** @see ConfigFromEnv */
export const configFromEnv = /* @__PURE__ */ configFromEnvFor('it')

/**
 * Starts a condition on an attribute of a list; offers the operators that its type has.
 *
 * @example
 * where('tickets', 'department.name').is('Finance')
 */
export const where = /* @__PURE__ */ whereOf<It>()

/** Makes a sort of a list. */
export const sortBy = /* @__PURE__ */ sortByOf<It>()
