/** A backend that answers. */
export interface Backend {
  readonly url: string
  readonly apiKey: string
  close(): Promise<void>
}

export type StartBackend = (
  env: Readonly<Record<string, string | undefined>>,
  port: number,
) => Promise<Backend>

/** Starts a backend on `PORT`, 8080 by default, until the process is asked to end. */
export async function run(start: StartBackend): Promise<void> {
  const { env } = process
  const { url, apiKey, close } = await start(env, Number(env.PORT ?? 8080))
  // The key of a real tenant is nobody's business.
  const key = env.SUPEROPS_API_KEY === undefined ? apiKey : '$BACKEND_API_KEY'
  console.log(`Backend at ${url}. Try: curl -H 'Authorization: Bearer ${key}' ${url}/v1/reports/board`)
  console.log(`Wallboard ${new URL(url).origin}; it asks for that key`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
}
