import { entityRoutes } from './entity-routes.js'
import { healthRoutes } from './health-routes.js'
import { nudgeRoutes } from './nudge-routes.js'
import { type HandlerOptions, type ResolvedOptions, resolveOptions } from './options.js'
import { HttpProblem, problemAnswer, unauthorized } from './problem.js'
import { recordOrder } from './record-order.js'
import { reportRoutes } from './report-routes.js'
import type { Route, RouteRequest } from './route.js'
import { streamRoutes } from './stream-routes.js'

/** Answers a request; it never rejects. */
export type Handler = (request: Request) => Promise<Response>

/**
 * Serves streams, reports and entities over HTTP, as docs/openapi.yaml of this package describes.
 *
 * Web-standard: it runs wherever `Request` and `Response` do; {@link nodeListener} is for `node:http` and what is built
 * on it.
 *
 * @example
 * const handler = createHandler({ streams, client, apiKeys: [process.env.API_KEY ?? ''] })
 * createServer(nodeListener(handler)).listen(8080)
 *
 * @throws TypeError naming the option that is wrong.
 */
export function createHandler(options: HandlerOptions): Handler {
  const resolved = resolveOptions(options)
  const readers = { open: 0 }
  const answered = new Map<number, number>()
  const orderOf = recordOrder()
  const routes: readonly Route[] = [
    ...healthRoutes(resolved, { readers, answered }),
    ...streamRoutes(resolved, readers),
    ...nudgeRoutes(resolved),
    ...reportRoutes(resolved, orderOf),
    ...entityRoutes(resolved, orderOf),
  ]
  return async (request) => {
    const answer = await answerOf(request, routes, resolved)
    answered.set(answer.status, (answered.get(answer.status) ?? 0) + 1)
    answer.headers.set('x-content-type-options', 'nosniff')
    return request.method === 'HEAD' ? new Response(null, answer) : answer
  }
}

async function answerOf(
  request: Request,
  routes: readonly Route[],
  options: ResolvedOptions,
): Promise<Response> {
  try {
    return await dispatch(request, routes, options)
  } catch (error) {
    if (error instanceof HttpProblem) return problemAnswer(error)
    try {
      options.onError?.(error)
    } catch {
      // Whoever is told must not change the answer.
    }
    return problemAnswer(new HttpProblem('internal', 'the request could not be answered'))
  }
}

async function dispatch(
  request: Request,
  routes: readonly Route[],
  options: ResolvedOptions,
): Promise<Response> {
  const url = new URL(request.url)
  const found = routes.flatMap((route) => {
    const name = nameIn(url.pathname, `${options.basePath}${route.path}`)
    return name === undefined ? [] : [{ route, name }]
  })
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const match = found.find(({ route }) => route.method === method)
  const { access = 'key' } = (match ?? found[0])?.route ?? {}
  const hasKey = isShown(request.headers, options)
  // Who may not ask is not told what there is.
  if (access === 'key' && !hasKey) throw unauthorized()
  if (match === undefined)
    throw found.length === 0 ? noSuchPath() : wrongMethod(found.map(({ route }) => route))
  const asked: RouteRequest = { request, url, name: match.name, isHead: request.method === 'HEAD', hasKey }
  return match.route.answer(asked)
}

const noSuchPath = () => new HttpProblem('not_found', 'there is nothing at this path')

function wrongMethod(routes: readonly Route[]): HttpProblem {
  const allowed = [
    ...new Set(routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
  ]
  return new HttpProblem('method_not_allowed', `expected ${allowed.join(' or ')}`, {
    allow: allowed.join(', '),
  })
}

function isShown(headers: Headers, { isKey }: ResolvedOptions): boolean {
  if (isKey === undefined) return true
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  return isKey(bearer ?? headers.get('x-api-key') ?? '')
}

/** What stands for `:name`; undefined when the path is another. */
function nameIn(pathname: string, pattern: string): string | undefined {
  const [given, expected] = [pathname.split('/'), pattern.split('/')]
  if (given.length !== expected.length) return undefined
  let name = ''
  for (const [at, segment] of expected.entries()) {
    const own = given[at] ?? ''
    if (segment === ':name') name = own
    else if (segment !== own) return undefined
  }
  // Names of streams, entities and reports need no escapes.
  return name
}
