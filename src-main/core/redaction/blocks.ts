/** Neighbouring cues of one speaker, joined so that a value cut in two by a caption is seen whole. */
export interface Block {
  readonly text: string
  readonly cues: readonly { readonly start: number; readonly text: string }[]
}

/** Bounds what one look at the text costs; a cut here is where a cut in the captions would be. */
const MAX_BLOCK_CHARS = 4_000

/**
 * What stands between two cues. A finished sentence is a wall for every recogniser, and so is the end of a line of plain
 * prose where the next begins with a capital; an unfinished sentence runs on. Two blanks let numbers and addresses run on,
 * but no guessed name: "Thanks Mateo" and "Ingrid is here" are two people.
 */
function seamBetween(before: string, next: string, isCaption: boolean): string {
  if (/[.!?…。！？]["'”’)]?\s*$/.test(before.slice(-8))) return '\n'
  if (!/^\s{0,4}\p{Lu}/u.test(next)) return ' '
  return isCaption ? '  ' : '\n'
}

/** `isTimed` tells captions, which cut anywhere, from lines of prose, which are cut on purpose. */
export function joinCues(cues: readonly { speaker: string | null; text: string; isTimed?: boolean }[]): Block[] {
  const blocks: Block[] = []
  let current: { speaker: string | null; parts: string[]; length: number; cues: { start: number; text: string }[] } | null = null
  const close = (): void => {
    if (current !== null) blocks.push({ text: current.parts.join(''), cues: current.cues })
    current = null
  }
  for (const { speaker, text, isTimed = false } of cues) {
    if (current !== null && (current.speaker !== speaker || current.length + text.length > MAX_BLOCK_CHARS)) close()
    current ??= { speaker, parts: [], length: 0, cues: [] }
    if (current.cues.length > 0) {
      const seam = seamBetween(current.cues.at(-1)?.text ?? '', text, isTimed || speaker !== null)
      current.parts.push(seam)
      current.length += seam.length
    }
    current.cues.push({ start: current.length, text })
    current.parts.push(text)
    current.length += text.length
  }
  close()
  return blocks
}
