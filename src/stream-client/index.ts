export type { StreamClientOptions, WebSocketConstructor, WebSocketLike } from './options.js'
export {
  type ClosedConnection,
  createStreamClient,
  StreamClient,
  type StreamClientEvents,
} from './stream-client.js'
