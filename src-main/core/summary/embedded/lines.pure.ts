import type { Segment } from '../../../../src-shared/domain/transcript.ts'
import { joinCaptions } from '../../../../src-shared/text/join-captions.ts'
import { endsSentence } from '../../../../src-shared/text/sentence-end.ts'
import { contentStems } from '../evidence/words.pure.ts'
import { cleanWords } from './clean.pure.ts'
import { cueText } from './cue-text.pure.ts'
import type { Line } from './line.pure.ts'
import type { People } from './people.pure.ts'
import { sentenceSpans } from './sentences.pure.ts'

interface Sentence {
  readonly speaker: string | null
  text: string
  readonly segments: number[]
}

const OPENER = /^\s*(?:ok|okay|alright|all right|right|so|fine|great|good|then|well then)\b/i

/** Every sentence of the meeting that has words left after cleaning, in order. */
export function linesOf(segments: readonly Segment[], people: People): Line[] {
  const sentences = sentencesOf(segments)
  const total = Math.max(1, sentences.reduce((sum, { text }) => sum + text.length, 0))
  const lines: Line[] = []
  let turn = -1
  let speaker: string | null | undefined
  let spoken = 0
  for (const sentence of sentences) {
    if (sentence.speaker !== speaker || speaker === null) turn++
    speaker = sentence.speaker
    const words = cleanWords(sentence.text)
    const text = words.join(' ')
    const mentions = people.mentionsIn(text)
    if (text !== '') {
      lines.push({
        index: lines.length,
        speaker: sentence.speaker,
        segments: sentence.segments,
        words,
        cue: cueText(text, mentions),
        stems: contentStems(text),
        named: mentions.flatMap(({ person }) => person ?? []),
        speakerIndex: people.indexOf(sentence.speaker),
        question: /[?？]["'”’)]*$/.test(text),
        opener: OPENER.test(sentence.text),
        place: spoken / total,
        turn,
      })
    }
    spoken += sentence.text.length
  }
  return lines
}

const endsAbbreviated = (text: string): boolean => text.endsWith('.') && !endsSentence(text)

function sentencesOf(segments: readonly Segment[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const { members, speaker, text, offsets } of joinCaptions(segments)) {
    for (const { start, end } of sentenceSpans(text)) {
      const said = text.slice(start, end).trim()
      const within = members.filter((_, i) => (offsets[i] ?? 0) < end && (offsets[i + 1] ?? text.length) > start)
      if (said === '' || within.length === 0) continue
      const previous = sentences.at(-1)
      // "I thank Mr." + "Chair." in two entries is one sentence.
      if (previous !== undefined && start === 0 && previous.speaker === speaker && previous.segments.length < 6 && endsAbbreviated(previous.text)) {
        previous.text = `${previous.text} ${said}`
        previous.segments.push(...within.filter((member) => !previous.segments.includes(member)))
      } else sentences.push({ speaker, text: said, segments: within })
    }
  }
  return sentences
}
