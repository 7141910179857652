/** Joins class names; what is false or missing falls out. CSS Modules are typed as maybe missing, React Aria wants a string. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ')
}
