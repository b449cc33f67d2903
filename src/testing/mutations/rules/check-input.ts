import { ClientFailure } from '../../errors/operation-failure.js'
import type { Input, Scene } from '../../scene.js'
import type { OperationFacts } from '../../schema-model.js'
import { isRow } from '../write-record.js'
import { formProblems } from './form.js'
import { idProblems, storedFor } from './known-ids.js'
import { entriesOf, type Problem } from './problem.js'
import { rulesByOperation } from './rules.js'

/** Each step may rely on what the one before it let pass. */
function problemsOf(
  operation: OperationFacts,
  input: Input,
  earlier: readonly Input[],
  scene: Scene,
): readonly Problem[] {
  const form = formProblems(operation, input)
  if (form.length > 0) return form
  const ids = idProblems(operation, input, scene)
  if (ids.length > 0) return ids
  const writing = { input, earlier, scene, stored: storedFor(operation, input, scene) }
  return (rulesByOperation[operation.name] ?? []).flatMap((rule) => rule(writing))
}

/**
 * Refuses an argument before anything is written, so that a list of inputs is written as a whole or not at all.
 *
 * Throws a ClientFailure with an entry per input and code.
 */
export function checkInput(operation: OperationFacts, argument: unknown, scene: Scene): void {
  const name = operation.argument?.name
  if (name === undefined) return
  if (argument === null) throw new ClientFailure('mandatory_validation_failed', { attributes: [name] })
  const isList = Array.isArray(argument)
  const given: readonly unknown[] = isList ? argument : [argument]
  const earlier: Input[] = []
  const entries = given.flatMap((input, at) => {
    if (!isRow(input)) return []
    const problems = problemsOf(operation, input, earlier, scene)
    earlier.push(input)
    return entriesOf(problems, isList ? at + 1 : undefined)
  })
  const [first, ...more] = entries
  if (first !== undefined) throw new ClientFailure(first.code, first.param, more)
}
