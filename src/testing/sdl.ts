import type { Product } from '../client/surface.js'
import { itSdl } from './generated/it-sdl.js'
import { mspSdl } from './generated/msp-sdl.js'

/** The narrowed schema of each product. */
export const sdlOf: Readonly<Record<Product, string>> = { msp: mspSdl, it: itSdl }
