import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { bundlePage, type PageFile } from './bundle-page.js'
import type { PageSettings } from './page/page-settings.js'

export interface PageOptions {
  /** Of the desk, shown beside the title. @defaultValue '' */
  readonly name?: string
  /** Of the mock tenant. @defaultValue none */
  readonly seed?: number
  /** @defaultValue '/v1/reports/board' */
  readonly board?: string
  /** @defaultValue '/stream' */
  readonly stream?: string
  /** Address of a ticket in SuperOps, with `{ticketId}`. @defaultValue ids are no links */
  readonly ticketUrl?: string | undefined
}

/** Answers a request for the page or a file of it; false when it is for something else. */
export type PageListener = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

/** Serves the wallboard at `/`, with its files below `/wallboard/`. */
export async function wallboardPage(options: PageOptions = {}): Promise<PageListener> {
  const { name = '', seed, board = '/v1/reports/board', stream = '/stream', ticketUrl } = options
  const { files, html, build } = await bundlePage()
  const settings: PageSettings = {
    name,
    seed: seed ?? null,
    board,
    stream,
    ticketUrl: ticketUrl ?? null,
    build,
  }
  const body = Buffer.from(html(JSON.stringify(settings)))
  const page: PageFile = { type: 'text/html; charset=utf-8', body, gzip: gzipSync(body) }
  return (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming
    const path = url.replace(/[?#].*$/, '')
    const file = path === '/' ? page : files.get(path)
    if (file === undefined || (method !== 'GET' && method !== 'HEAD')) return false
    const isZipped = file.gzip !== undefined && /\bgzip\b/.test(`${headers['accept-encoding'] ?? ''}`)
    const content = isZipped ? file.gzip : file.body
    outgoing.writeHead(200, {
      'content-type': file.type,
      'content-length': content.byteLength,
      ...(isZipped && { 'content-encoding': 'gzip' }),
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // A file never changes under its name.
      'cache-control': file === page ? 'no-cache' : 'public, max-age=31536000, immutable',
      ...(file === page && { 'content-security-policy': policy(headers.host), 'x-wallboard-build': build }),
    })
    outgoing.end(method === 'HEAD' ? undefined : content)
    return true
  }
}

/** Nothing but what is served here; older browsers do not count the WebSocket of a host as its own. */
function policy(host = ''): string {
  const sockets = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    "default-src 'self'",
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
