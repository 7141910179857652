import type { OwnLine } from '../../../../src-shared/domain/own-line.ts'
import { isOrder } from '../orders/index.ts'
import { onOneLine } from './lines.pure.ts'
import { loadPrompt } from './prompts.ts'
import { likelyTokens } from './tokens.pure.ts'

/** What the person wrote down, as a model is told of it while it writes the overview. */
export interface Interest {
  /** Of its prompt, to stand behind the others'; empty where nothing was written. */
  readonly version: string
  /** For the instructions; empty where nothing was written. */
  readonly instruction: string
  /** Behind the transcript, in a frame of its own: data, like it. */
  readonly after?: string
  /** What both cost. */
  readonly tokens: number
}

/** `<notes>` and `</notes>`. */
const FRAME_TOKENS = 12
const NONE: Interest = { version: '', instruction: '', tokens: 0 }
/** Notes say what to look for and the lines what was said: they take no more of the lines' room than this, and none of a small one. */
const SHARE = 0.25
const LEAST_ROOM = 400
/** Nor more than this: what comes after is not read with the same care. */
const MOST_TOKENS = 600

/**
 * As many of a person's lines as fit, in their order; none that gives orders, which may have been pasted.
 * @param room tokens of one call's lines without these notes
 */
export function interestOf(own: readonly OwnLine[], room: number): Interest {
  const prompt = loadPrompt('interest')
  const instruction = `\n${prompt.text({})}`
  const most = room < LEAST_ROOM ? 0 : Math.min(room * SHARE, MOST_TOKENS)
  let tokens = likelyTokens(instruction) + FRAME_TOKENS
  const lines: string[] = []
  for (const { text } of own) {
    const line = onOneLine(text)
    const cost = likelyTokens(line) + 1
    if (line === '' || isOrder(line) || tokens + cost > most) continue
    lines.push(line)
    tokens += cost
  }
  return lines.length === 0 ? NONE : { version: `+${prompt.version}`, instruction, after: ['<notes>', ...lines, '</notes>'].join('\n'), tokens }
}
