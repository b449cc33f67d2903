/** The whole suite with full counts, once per host zone. */
import { spawnSync } from 'node:child_process'

const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']
for (const zone of zones) {
  console.log(`TZ=${zone}`)
  const env = { ...process.env, TZ: zone, SUPEROPS_TEST: 'full' }
  const { status } = spawnSync('npx', ['--no', 'vitest', 'run', '--testTimeout=600000'], {
    env,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
