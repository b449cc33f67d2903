import type { Resolver } from '../scene.js'
import type { OperationFacts } from '../schema-model.js'
import { businessMutations } from './business-mutations.js'
import { clientMutations } from './client-mutations.js'
import { genericMutation } from './generic-mutations.js'
import { otherMutations } from './other-mutations.js'
import { ticketMutations } from './ticket-mutations.js'
import { trashMutations } from './trash-mutations.js'

const ruled: Readonly<Record<string, Resolver>> = {
  ...businessMutations,
  ...clientMutations,
  ...otherMutations,
  ...ticketMutations,
  ...trashMutations,
}

/** The resolver of a mutation: its own rule, or what its shape says. Every write moves the world's time on. */
export function mutationResolver(operation: OperationFacts): Resolver {
  const resolve = ruled[operation.name] ?? genericMutation(operation)
  return (argument, scene) => {
    scene.world.touch()
    return resolve(argument, scene)
  }
}
