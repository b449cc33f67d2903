/** Sub-paths that are published; the key is the file in dist, and the path in exports with `/` as `-`. */
export const entries = {
  index: 'src/index.ts',
  entities: 'src/entities/index.ts',
  fp: 'src/fp/index.ts',
  extract: 'src/extract/index.ts',
  http: 'src/http/index.ts',
  it: 'src/it/index.ts',
  metrics: 'src/metrics/index.ts',
  otel: 'src/otel/index.ts',
  quality: 'src/quality/index.ts',
  'sinks-file': 'src/sinks/file/index.ts',
  'sinks-webhook': 'src/sinks/webhook/index.ts',
  'sinks-websocket': 'src/sinks/websocket/index.ts',
  state: 'src/state/index.ts',
  'stream-client': 'src/stream-client/index.ts',
  streams: 'src/streams/index.ts',
  tables: 'src/tables/index.ts',
  'state-level': 'src/state/level/index.ts',
  testing: 'src/testing/index.ts',
  webhooks: 'src/webhooks/index.ts',
}

/** Commands of the package: ESM only and without declarations. */
export const commands = {
  'superops-mock': 'src/testing/command/main.ts',
}
