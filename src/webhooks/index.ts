export { type ExpressReceiver, expressReceiver } from './express-receiver.js'
export { type FastifyLike, fastifyReceiver } from './fastify-receiver.js'
export { fetchReceiver } from './fetch-receiver.js'
export type { ReceivedWebhook, ReceiverOptions, SignatureOptions, Verifier } from './receiver-options.js'
export { type ReplayGuard, type ReplayGuardOptions, replayGuard } from './replay-guard.js'
export { type SignedParts, signWebhook, type WebhookHeaders } from './sign-webhook.js'
export {
  type HeadersLike,
  type RawWebhook,
  type VerifiedWebhook,
  type VerifyOptions,
  verifyWebhook,
} from './verify-webhook.js'
export { createWebhookSecret, type WebhookSecrets } from './webhook-keys.js'
export { type VerificationFailure, WebhookVerificationError } from './webhook-verification-error.js'
