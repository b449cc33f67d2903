import { run } from '../backend/run.js'
import { startBackend } from './backend.js'

await run(startBackend)
