import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { startBackend } from '../../examples/express-backend/backend.js'
import { ask, atEnd, endAll } from '../http/serving.js'

afterAll(endAll)

const page = readFileSync(new URL('../../docs/backend.md', import.meta.url), 'utf8')
const run = promisify(execFile)
const apiKey = 'a-key-of-a-backend'

/** Commands with what the page says they print; `…` stands for anything. */
const shown = [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const [command = '', ...lines] = text.split('\n')
      return { command, output: lines.join('\n').trim() }
    }),
)
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const patternOf = (output: string) => new RegExp(`^${output.split('…').map(escaped).join('[\\s\\S]*?')}$`)

test('every command of backend.md prints what the page says', async () => {
  const { url, close } = await startBackend({ BACKEND_API_KEY: apiKey }, 0)
  atEnd(close)
  await expect.poll(async () => (await ask(`${url}/health/ready`)).status, { timeout: 20_000 }).toBe(200)
  expect(shown.length).toBeGreaterThanOrEqual(9)
  for (const { command, output } of shown) {
    const here = command.replaceAll('localhost:8080', new URL(url).host)
    // An event stream ends by curl's own limit, with code 28.
    const { stdout } = await run('sh', ['-c', here], { env: { ...process.env, KEY: apiKey } }).catch(
      (error) => error,
    )
    const printed = stdout.trim()
    const fits = patternOf(output).test(printed)
    expect({ command, fits, printed: fits || printed.slice(0, 300) }).toEqual({
      command,
      fits: true,
      printed: true,
    })
  }
})
