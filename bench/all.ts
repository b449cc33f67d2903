const benches = [
  'bounds',
  'client',
  'extraction',
  'fan-out',
  'hot-path',
  'http',
  'import',
  'metrics',
  'mock',
  'request-rate',
  'seed-job',
  'streams',
  'tables',
  'webhooks',
  'wallboard',
]
const chosen = process.argv.slice(2)
for (const name of chosen.length > 0 ? chosen : benches) {
  if (!benches.includes(name)) throw new Error(`there is no bench ${name}; there are ${benches.join(', ')}`)
  await import(`./${name}.js`)
}
