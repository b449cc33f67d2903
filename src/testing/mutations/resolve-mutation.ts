import type { Resolver } from '../scene.js'
import type { OperationFacts } from '../schema-model.js'
import { assetMutations } from './asset-mutations.js'
import { clientMutations } from './client-mutations.js'
import { contractMutations } from './contract-mutations.js'
import { genericMutation } from './generic-mutations.js'
import { invoiceMutations } from './invoice-mutations.js'
import { itMutations } from './it-mutations.js'
import { knowledgeMutations } from './knowledge-mutations.js'
import { personMutations } from './person-mutations.js'
import { checkInput } from './rules/check-input.js'
import { settingsMutations } from './settings-mutations.js'
import { ticketMutations } from './ticket-mutations.js'
import { trashMutations } from './trash-mutations.js'
import { workMutations } from './work-mutations.js'
import { failAnswer, failWrite } from './write-quirks.js'

const ruled: Readonly<Record<string, Resolver | undefined>> = {
  ...itMutations,
  ...assetMutations,
  ...clientMutations,
  ...contractMutations,
  ...invoiceMutations,
  ...knowledgeMutations,
  ...personMutations,
  ...settingsMutations,
  ...ticketMutations,
  ...trashMutations,
  ...workMutations,
}

/**
 * The resolver of a mutation: its own, or what its shape says.
 *
 * Refused writes leave the world alone; every other write moves its time on.
 */
export function mutationResolver(operation: OperationFacts): Resolver {
  const write = ruled[operation.name] ?? genericMutation(operation)
  return (argument, scene, selects) => {
    checkInput(operation, argument, scene)
    failWrite(operation.name, argument, scene)
    scene.world.touch()
    const answer = write(argument, scene, selects)
    failAnswer(operation.name, selects, scene)
    return answer
  }
}
