export { createClient } from '@superhack/superops'
export { codecOf } from '@superhack/superops/entities'
export { createExtractor } from '@superhack/superops/extract'
export { allTicketMetrics } from '@superhack/superops/metrics'
