/** Names between commas, semicolons or line ends; each once. */
export function peopleIn(text: string): string[] {
  const names = text.split(/[,;\n]/).map((name) => name.trim().slice(0, 200))
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 500)
}

/** As a person would type them. "Schmidt, Alice" is one name. */
export const peopleAs = (names: readonly string[]): string => names.map((name) => name.split(',').map((part) => part.trim()).toReversed().join(' ')).join(', ')
