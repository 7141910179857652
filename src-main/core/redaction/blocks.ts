/** Neighbouring cues of one speaker, joined so that a value cut in two by a caption is seen whole. */
export interface Block {
  readonly text: string
  readonly cues: readonly { readonly start: number; readonly text: string }[]
}

/** Bounds what one look at the text costs; a cut here is where a cut in the captions would be. */
const MAX_BLOCK_CHARS = 4_000

export function joinCues(cues: readonly { speaker: string | null; text: string }[]): Block[] {
  const blocks: Block[] = []
  let current: { speaker: string | null; parts: string[]; length: number; cues: { start: number; text: string }[] } | null = null
  const close = (): void => {
    if (current !== null) blocks.push({ text: current.parts.join(''), cues: current.cues })
    current = null
  }
  for (const { speaker, text } of cues) {
    if (current !== null && (current.speaker !== speaker || current.length + text.length > MAX_BLOCK_CHARS)) close()
    current ??= { speaker, parts: [], length: 0, cues: [] }
    if (current.cues.length > 0) {
      // A finished sentence is a wall for every recogniser; an unfinished one runs on.
      current.parts.push(/[.!?…]["'”’)]?\s*$/.test(current.cues.at(-1)?.text.slice(-8) ?? '') ? '\n' : ' ')
      current.length++
    }
    current.cues.push({ start: current.length, text })
    current.parts.push(text)
    current.length += text.length
  }
  close()
  return blocks
}
