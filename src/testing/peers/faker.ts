import { MissingPeerError } from './load-peer.js'

type Package = typeof import('@faker-js/faker/locale/base')

// Loaded with this module: the package is ESM only, and Jest cannot require such. The CommonJS build requires it.
const loaded: unknown = await import('@faker-js/faker/locale/base').catch((error: unknown) => error)

/** @throws MissingPeerError when the package is not installed. */
export function fakerPackage(): Package {
  if (!(loaded instanceof Error)) return loaded as Package
  const { code } = loaded as { code?: unknown }
  // A package that is there but broken inside has a message of its own.
  const isMissing =
    (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') &&
    loaded.message.includes('@faker-js/faker')
  throw isMissing ? new MissingPeerError('@faker-js/faker', loaded) : loaded
}
