/** A world in motion; `stop` ends it. */
export interface LiveWorld {
  stop(): void
}

interface Passing {
  live(options: { readonly speed: number }): LiveWorld
  readonly world: { advance(duration: { readonly hours: number }): unknown }
}

/** Lets so many hours pass at once. */
export async function advance(tenant: { readonly world: object }, hours: number): Promise<void> {
  await (tenant as unknown as Passing).world.advance({ hours })
}

/** Lets the time of the world run, `speed` times as fast as ours. */
export const goLive = (tenant: object, speed: number): LiveWorld => (tenant as Passing).live({ speed })
