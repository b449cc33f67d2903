export { type Authenticate, type Credentials, type Identity, sharedToken } from './authenticate.js'
export type { WebSocketSinkOptions } from './options.js'
export { type WebSocketSink, webSocketSink } from './web-socket-sink.js'
