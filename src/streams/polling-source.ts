import type { Client } from '../client/client.js'
import type { StateStore } from '../state/state-store.js'
import type { Source } from './source.js'

export declare function pollingSource(client: Client, state: StateStore): Source
