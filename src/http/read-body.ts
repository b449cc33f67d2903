import { HttpProblem } from './problem.js'

const mostBytes = 1024 * 1024

/** The body of a request, of at most 1 MiB and within a time. */
export async function readBody(request: Request, timeoutMs: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge()
  const reader = request.body?.getReader()
  if (reader === undefined) return new Uint8Array()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const problem = new HttpProblem('body_timeout', 'the body did not come in time', { connection: 'close' })
    timer = setTimeout(() => reject(problem), timeoutMs)
  })
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late])
      if (done) return Buffer.concat(pieces)
      bytes += value.byteLength
      if (bytes > mostBytes) throw tooLarge()
      pieces.push(value)
    }
  } catch (error) {
    void reader.cancel().catch(() => {})
    throw error
  } finally {
    clearTimeout(timer)
  }
}

const tooLarge = () =>
  new HttpProblem('too_large', 'expected a body of at most 1 MiB', { connection: 'close' })
