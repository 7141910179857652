/** The shortest passphrase the store takes; the core checks it again. */
export const MIN_LENGTH = 8

export type Strength = 'short' | 'repeated' | 'fair' | 'good'

/**
 * What can honestly be said of a passphrase without knowing how it was chosen: how long it is, and whether that length is only
 * a repetition. Sixteen characters are about four words.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = [...passphrase.normalize('NFKC')]
  if (characters.length < MIN_LENGTH) return 'short'
  if (new Set(characters).size < MIN_LENGTH - 2) return 'repeated'
  return characters.length < 16 ? 'fair' : 'good'
}

/** Characters that are still missing. */
export const missingIn = (passphrase: string): number => Math.max(0, MIN_LENGTH - [...passphrase.normalize('NFKC')].length)
