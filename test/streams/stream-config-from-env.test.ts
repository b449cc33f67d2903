import { streamConfigFromEnv } from '@superhack/superops/streams'
import { expect, test } from 'vitest'

test('seconds become milliseconds, and only what is set is an option', () => {
  expect(streamConfigFromEnv({})).toEqual({ streams: {}, webSocket: {} })
  expect(
    streamConfigFromEnv({
      SUPEROPS_UPDATE_INTERVAL: '30',
      SUPEROPS_MAX_BUFFER_SIZE: '500',
      SUPEROPS_WEBSOCKET_PORT: '0',
      SUPEROPS_WEBSOCKET_HOST: '0.0.0.0',
      SUPEROPS_WEBSOCKET_TOKEN: 'sixteen-or-longer',
      SUPEROPS_ENABLE_WEBHOOK: 'true',
      SUPEROPS_WEBHOOK_URL: 'https://example.org/hook',
      SUPEROPS_WEBHOOK_SECRET: 'whsec_x',
      SUPEROPS_STATE_DIR: ' /var/lib/streams ',
    }),
  ).toEqual({
    streams: { updateIntervalMs: 30_000, maxBufferSize: 500 },
    webSocket: { port: 0, host: '0.0.0.0', token: 'sixteen-or-longer' },
    webhook: { url: 'https://example.org/hook', secret: 'whsec_x' },
    stateDirectory: '/var/lib/streams',
  })
  expect(streamConfigFromEnv({ SUPEROPS_ENABLE_WEBSOCKET: 'false' })).toEqual({ streams: {} })
})

test('every problem is told at once, by name and without values', () => {
  expect(() =>
    streamConfigFromEnv({
      SUPEROPS_UPDATE_INTERVAL: '0.5',
      SUPEROPS_ENABLE_WEBSOCKET: 'perhaps',
      SUPEROPS_WEBSOCKET_PORT: '70000',
      SUPEROPS_WEBSOCKET_HOST: '0.0.0.0',
      SUPEROPS_ENABLE_WEBHOOK: '1',
      SUPEROPS_WEBHOOK_URL: 'ftp://example.org',
    }),
  ).toThrow(
    new TypeError(
      'environment: SUPEROPS_UPDATE_INTERVAL: expected a number of 1 to 2147483; SUPEROPS_ENABLE_WEBSOCKET: expected true or false; SUPEROPS_WEBSOCKET_PORT: expected a number of 0 to 65535; SUPEROPS_WEBHOOK_URL: expected a URL of http or https; SUPEROPS_WEBSOCKET_TOKEN: not set, which a host beyond loopback asks for; SUPEROPS_WEBHOOK_SECRET: not set',
    ),
  )
})
