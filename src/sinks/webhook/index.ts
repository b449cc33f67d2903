export type { WebhookSinkOptions } from './options.js'
export { WebhookError, type WebhookFailure } from './webhook-error.js'
export {
  type WebhookDeliveries,
  type WebhookDelivery,
  type WebhookSink,
  webhookSink,
} from './webhook-sink.js'
