/** Variables as graphql-java would refuse them, from what graphql-js says of them. Published form, not seen live. */
export function coercionText(message: string): string {
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1] ?? ''
  const required = /^Variable "\$\w+" of (?:required|non-null) type "([^"]+)"/.exec(message)
  if (required !== null)
    return `Variable '${variable}' has coerced Null value for NonNull type '${required[1]}'`
  const tail = (pattern: RegExp) => pattern.exec(message)
  const missing = tail(/Field "(\w+)" of required type "([^"]+)" was not provided\.$/)
  if (missing !== null) return `Field '${missing[1]}' has coerced Null value for NonNull type '${missing[2]}'`
  const isNull = tail(/at "[^"]*?(\w+)"; Expected non-nullable type "([^"]+)" not to be null\.$/)
  if (isNull !== null) return `Field '${isNull[1]}' has coerced Null value for NonNull type '${isNull[2]}'`
  const unknown = tail(/Field "(\w+)" is not defined by type "(\w+)"\.[^;]*$/)
  if (unknown !== null) {
    return `The variables input contains a field name '${unknown[1]}' that is not defined for input object type '${unknown[2]}' `
  }
  return `Variable '${variable}' has an invalid value : ${valueText(message)}`
}

function valueText(message: string): string {
  const choice = /Value "([^"]*)" does not exist in "(\w+)" enum/.exec(message)
  if (choice !== null) return `Invalid input for Enum '${choice[2]}'. No value found for name '${choice[1]}'`
  const scalar = /; (Int|String|Boolean|ID|Float) cannot represent/.exec(message)
  if (scalar !== null) return `Expected type '${scalar[1]}' but the value was of another type.`
  const object = /Expected type "([^"]+)" to be an object\.$/.exec(message)
  if (object !== null) return `Expected an object for type '${object[1]}'.`
  return 'the value does not fit its type.'
}
