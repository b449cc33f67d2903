import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const command = 'npm install --save-dev graphql@16 @faker-js/faker@10'

/** Optional packages, and what installs them. */
const commands = {
  graphql: command,
  '@faker-js/faker': command,
  msw: 'npm install --save-dev msw@2',
} as const

export interface Peers {
  graphql: typeof import('graphql')
  msw: typeof import('msw')
}

/** An optional package is not installed. */
export class MissingPeerError extends Error {
  override readonly name = 'MissingPeerError'
  readonly code = 'ERR_MISSING_PEER'
  constructor(name: keyof typeof commands, cause: unknown) {
    super(`@superhack/superops/testing needs the package ${name}: ${commands[name]}`, { cause })
  }
}

/**
 * Loads an optional package at its first use: a static import would end `import '@superhack/superops/testing'`
 * with an error of the module loader, which names neither the reason nor the remedy.
 */
export function loadPeer<Name extends keyof Peers>(name: Name): Peers[Name] {
  try {
    return require(name) as Peers[Name]
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    // A package that is there but broken inside has a message of its own.
    const isMissing = code === 'MODULE_NOT_FOUND' && String(message).includes(`'${name}'`)
    throw isMissing ? new MissingPeerError(name, error) : error
  }
}
