import { createMockTenant } from '@superhack/superops/testing'
import { beforeAll, expect, test } from 'vitest'
import { asScript, compiled, type Run } from '../program.js'

let doctor: Run
beforeAll(async () => {
  doctor = await compiled('doctor')
})

test('without credentials it looks at the mock tenant, and says so', async () => {
  const { code, stdout, stderr } = await asScript('doctor')([])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const lines = stdout.trimEnd().split('\n')
  expect(lines[0]).toBe('MOCK DATA  Embedded mock tenant: SUPEROPS_API_KEY is not set.')
  expect(lines).toContain('  tickets           ok       500 rows')
  expect(lines.at(-1)).toBe('healthy, 14 requests')
})

test('a refused token is told without being shown, with exit code 1', async () => {
  await using server = await createMockTenant({ tickets: 5 }).listen()
  const { code, stdout, stderr } = await doctor([], {
    SUPEROPS_API_KEY: 'canary-token-of-nobody',
    SUPEROPS_TENANT_ID: 'acme',
    SUPEROPS_API_BASE_URL: server.url,
  })
  expect(code).toBe(1)
  expect(stdout).toMatch(/tickets +failed +getTicketList: HTTP 401/)
  expect(stdout).toMatch(/clients +skipped +as before/)
  expect(stdout).toContain('not healthy, 1 requests')
  expect(stdout + stderr).not.toContain('canary')
})

test('a wrong environment is told at once, with exit code 2', async () => {
  const { code, stdout, stderr } = await doctor([], { SUPEROPS_API_KEY: 'token' })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^environment: SUPEROPS_TENANT_ID: not set\nSet SUPEROPS_API_KEY and /)
})
