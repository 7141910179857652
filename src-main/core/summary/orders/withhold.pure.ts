import type { SegmentId } from '../../../../src-shared/domain/ids.ts'
import { redactedTextSchema } from '../../../../src-shared/domain/text.ts'
import type { Segment } from '../../../../src-shared/domain/transcript.ts'
import { orderIn } from './order-signs.pure.ts'

/** Entries of the same speaker behind an order that are taken to go on with it: captions cut sentences apart. */
const GOES_ON = 2
const LEFT_OUT = redactedTextSchema.parse('(…)')

/**
 * A transcript without what speaks to the machine that reads it: from the sentence where an entry begins to, to its end, and what the
 * same speaker says right after. Nothing else keeps a model that obeys from obeying; notes are of what people said to people.
 * `withheld` names every entry that is not given whole, so that it can be said.
 */
export function withholdOrders<Entry extends Segment>(segments: readonly Entry[]): { segments: Entry[]; withheld: SegmentId[] } {
  const withheld: SegmentId[] = []
  let last: Entry | undefined
  let left = 0
  const given = segments.map((segment) => {
    const at = orderIn(visible(segment.text))
    if (at === -1) {
      const goesOn = left > 0 && last !== undefined && last.speaker === segment.speaker && segment.text.trim() !== ''
      left = goesOn ? left - 1 : 0
      if (!goesOn) return segment
      withheld.push(segment.id)
      return { ...segment, text: LEFT_OUT }
    }
    last = segment
    left = GOES_ON
    withheld.push(segment.id)
    const before = wholeSentences(visible(segment.text).slice(0, at))
    return { ...segment, text: before === '' ? LEFT_OUT : redactedTextSchema.parse(`${before} ${LEFT_OUT}`) }
  })
  return { segments: given, withheld }
}

/** Whether a text speaks to the machine that reads it. */
export const isOrder = (text: string): boolean => orderIn(visible(text)) !== -1

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]|[\u{E0000}-\u{E007F}]/gu
/** Without characters that show nothing and split words. */
const visible = (text: string): string => text.replace(INVISIBLE, '')

/** What stands in front of the sentence that is being cut. */
function wholeSentences(text: string): string {
  const end = Math.max(...['. ', '! ', '? ', '。', '！', '？'].map((mark) => text.lastIndexOf(mark)))
  return end === -1 ? '' : text.slice(0, end + 1).trim()
}
