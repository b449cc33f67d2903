import { expect, test } from 'vitest'
import { compiledProgram, type Run } from '../program.js'

const zones = ['UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe']

interface Printed {
  readonly zone: string
  readonly length: number
  readonly sha256: string
}

async function figuresIn(run: Run, zone: string): Promise<Printed> {
  const { stdout, stderr } = await run([], { TZ: zone })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Printed
}

test('figures are the same, byte for byte, in whatever zone the host is', { timeout: 120_000 }, async () => {
  const run = await compiledProgram('test/metrics/zones-process.ts')
  const printed = await Promise.all(zones.map((zone) => figuresIn(run, zone)))
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
