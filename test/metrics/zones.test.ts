import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const root = new URL('../../', import.meta.url).pathname
const zones = ['UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe']

interface Printed {
  readonly zone: string
  readonly length: number
  readonly sha256: string
}

async function figuresIn(zone: string): Promise<Printed> {
  const env = { ...process.env, TZ: zone, TSX_TSCONFIG_PATH: `${root}bench/tsconfig.json` }
  const command = ['--import', 'tsx', 'test/metrics/zones-process.ts']
  const { stdout } = await run(process.execPath, command, { cwd: root, env })
  return JSON.parse(stdout) as Printed
}

test('figures are the same, byte for byte, in whatever zone the host is', { timeout: 120_000 }, async () => {
  const printed = await Promise.all(zones.map(figuresIn))
  expect(printed.map(({ zone }) => zone)).toEqual([
    'UTC',
    'America/St_Johns',
    expect.stringMatching(/^Asia\/Kath?mandu$/),
    'Pacific/Apia',
    'Australia/Lord_Howe',
  ])
  expect(printed[0]?.length).toBeGreaterThan(500_000)
  expect(new Set(printed.map(({ sha256 }) => sha256)).size).toBe(1)
})
