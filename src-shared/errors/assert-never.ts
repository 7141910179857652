/** Ends an exhaustive switch: a new case that nobody handles fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${typeof value}`)
}
