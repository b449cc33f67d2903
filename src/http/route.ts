/** A request as a route sees it. */
export interface RouteRequest {
  readonly request: Request
  readonly url: URL
  /** The part of the path that the route leaves open, decoded; '' when it leaves none. */
  readonly name: string
  /** HEAD: only the headers of the answer will be sent. */
  readonly isHead: boolean
  /** Whether a key was shown, or none is asked for. */
  readonly hasKey: boolean
}

export interface Route {
  readonly method: 'GET' | 'POST'
  /** Segments of a path; `:name` stands for any one. */
  readonly path: string
  /**
   * `open`: no key is asked for. `own`: the route looks itself.
   * @defaultValue 'key'
   */
  readonly access?: 'key' | 'open' | 'own'
  answer(request: RouteRequest): Response | Promise<Response>
}
