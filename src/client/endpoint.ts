import { expect } from '../option-checks.js'
import { entryOf, type Product } from './surface.js'

export type Region = 'us' | 'eu'

export const hosts: Record<Region, string> = {
  us: 'https://api.superops.ai',
  eu: 'https://euapi.superops.ai',
}

/** Trims `acme.superops.ai` and `https://acme.superops.ai/` to `acme`. */
export function subdomainOf(option: string, value: unknown): string {
  expect(typeof value === 'string', option, 'the subdomain of the tenant', value)
  const host =
    value
      .trim()
      .replace(/^https?:\/\//, '')
      .split(/[./]/)[0] ?? ''
  if (host === '')
    throw new TypeError(`${option}: expected the subdomain of the tenant, received a blank text`)
  if (!/^[\w-]+$/.test(host)) throw new TypeError(`${option}: expected letters, digits and dashes`)
  return host
}

/** Completes a host root to the endpoint of a product. */
export function endpointOf(option: string, baseUrl: string, product: Product): string {
  let url: URL
  try {
    url = new URL(baseUrl.trim())
  } catch {
    throw new TypeError(`${option}: expected a URL such as ${hosts.us}/${product}`)
  }
  if (!/^https?:$/.test(url.protocol)) throw new TypeError(`${option}: expected http or https`)
  if (url.username !== '' || url.password !== '')
    throw new TypeError(`${option}: expected a URL without credentials`)
  if (url.hostname === 'api.superops.com')
    throw new TypeError(`${option}: api.superops.com does not exist; the host is api.superops.ai`)
  const path = url.pathname.replace(/\/+$/, '')
  for (const [other, entry] of Object.entries(entryOf)) {
    if (other !== product && path.endsWith(`/${other}`))
      throw new TypeError(`${option}: /${other} is read by the createClient of ${entry}`)
  }
  return `${url.origin}${path.endsWith(`/${product}`) ? path : `${path}/${product}`}`
}
