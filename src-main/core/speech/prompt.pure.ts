/** Whisper takes at most 224 tokens of earlier text; more only costs time. Characters, since tokens are the engine's. */
const LONGEST_REQUEST = 300
const LONGEST_PREVIOUS = 400

/**
 * What the engine is told before a window: the person's words (names, vocabulary) and the end of what was heard before.
 * A pure function of both, so a window that is heard again is told the same.
 */
export function windowPrompt(request: string, previous: string): string {
  return [firstWords(oneLine(request), LONGEST_REQUEST), lastWords(previous, LONGEST_PREVIOUS)].filter((part) => part !== '').join(' ')
}

/** The end of `previous` and `heard` that the next window may be told. */
export const previousText = (previous: string, heard: string): string => lastWords(oneLine(`${previous} ${heard}`), LONGEST_PREVIOUS)

const oneLine = (text: string): string => text.trim().split(/\s+/u).join(' ')

function firstWords(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.lastIndexOf(' ', longest)
  return wellFormed(text.slice(0, cut <= 0 ? longest : cut))
}

function lastWords(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.indexOf(' ', text.length - longest)
  return wellFormed(text.slice(cut === -1 ? text.length - longest : cut + 1))
}

/** A cut between two halves of a character leaves no half behind. */
const wellFormed = (text: string): string => text.toWellFormed().replaceAll('\uFFFD', '')
