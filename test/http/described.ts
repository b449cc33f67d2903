import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'yaml'

interface Media {
  readonly schema: object
}
interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Record<string, Media> }>
  >
}

export const openApi = parse(readFileSync(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema(openApi, 'openapi')
const validators = new Map<string, ValidateFunction>()

const pointer = (...parts: string[]) =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')

/** The path of the document that a request is about; a fixed path goes before one with a name. */
function pathOf(pathname: string): string | undefined {
  const fits = (path: string) =>
    new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+').replace(/\./g, '\\.')}$`).test(pathname)
  return Object.keys(openApi.paths)
    .filter(fits)
    .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))[0]
}

/** What of an answer the published document does not say; empty when it says all of it. */
export function undescribed(
  request: { method: string; url: string },
  response: Response,
  body: string,
): unknown[] {
  const { pathname } = new URL(request.url)
  const method = request.method === 'HEAD' ? 'get' : request.method.toLowerCase()
  const path = pathOf(pathname)
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const operation = path === undefined ? undefined : openApi.paths[path]?.[method]
  // Paths and methods there are none of are answered as every other problem is.
  if (path === undefined || operation === undefined)
    return response.status >= 400
      ? check('/components/responses/problem', type, body, request.method)
      : ['undescribed']
  const status =
    operation.responses[String(response.status)] === undefined ? 'default' : String(response.status)
  if (status === 'default' && response.status < 400) return [`status ${response.status}`]
  const own = operation.responses[status]
  const place = own?.$ref?.slice(1) ?? `/paths${pointer(path, method, 'responses', status)}`
  return check(place, type, body, request.method)
}

function check(place: string, type: string, body: string, method: string): unknown[] {
  if (place.endsWith('/notModified')) return body === '' ? [] : ['a body']
  const key = `openapi#${place}/content${pointer(type)}/schema`
  let validate = validators.get(key)
  if (validate === undefined) {
    try {
      validate = ajv.compile({ $ref: key })
    } catch (error) {
      return [`${key}: ${String(error)}`]
    }
    validators.set(key, validate)
  }
  if (method === 'HEAD') return body === '' ? [] : ['a body']
  return validate(/json$/.test(type) ? JSON.parse(body) : body) ? [] : (validate.errors ?? [])
}
