/** The whole suite: with full counts, then with reduced ones in further host zones. */
import { spawnSync } from 'node:child_process'

function runIn(zone: string, counts: Record<string, string> = {}): void {
  console.log(`TZ=${zone}`)
  const env = { ...process.env, TZ: zone, ...counts }
  const { status } = spawnSync('npx', ['--no', 'vitest', 'run', '--testTimeout=600000'], {
    env,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

runIn('Australia/Lord_Howe', { SUPEROPS_TEST: 'full' })
for (const zone of ['UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia']) runIn(zone)
