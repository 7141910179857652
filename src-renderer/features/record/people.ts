/** Names between commas, semicolons or line ends; each once. */
export function peopleIn(text: string): string[] {
  const names = text.split(/[,;\n]/).map((name) => name.trim().slice(0, 200))
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 500)
}
