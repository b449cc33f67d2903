import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

// A process of its own: the zone of the host is read once, at start.
const script = `
  import { createHash } from 'node:crypto'
  import { createMockTenant } from '@superhack/superops/testing'
  const world = JSON.stringify(createMockTenant({ seed: 7, tickets: 300 }).world)
  process.stdout.write(createHash('sha256').update(world).digest('hex'))
`

test('the world does not depend on the time zone of the host', async () => {
  const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']
  const hashes = await Promise.all(
    zones.map(async (TZ) => {
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TZ },
      })
      return stdout
    }),
  )
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(new Set(hashes).size).toBe(1)
})
