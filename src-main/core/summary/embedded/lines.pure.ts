import type { Segment } from '../../../../src-shared/domain/transcript.ts'
import { joinCaptions } from '../../../../src-shared/text/join-captions.ts'
import { endsSentence } from '../../../../src-shared/text/sentence-end.ts'
import { knownStems } from '../evidence/words.pure.ts'
import { cleanWords, type Pieces } from './clean.pure.ts'
import type { Line } from './line.pure.ts'
import type { People } from './people.pure.ts'
import { createReader } from './reading.pure.ts'
import { sentenceSpans } from './sentences.pure.ts'

interface Sentence {
  readonly speaker: string | null
  text: string
  readonly segments: number[]
}

const OPENER = /^\s*(?:ok|okay|alright|all right|right|so|fine|great|good|then|well then)\b/i

/** Every sentence of the meeting that has words left after cleaning, in order. */
export function linesOf(segments: readonly Segment[], people: People): Line[] {
  const bare = withoutMarks(segments)
  const sentences = sentencesOf(segments, bare)
  const total = Math.max(1, sentences.reduce((sum, { text }) => sum + text.length, 0))
  const lines: Line[] = []
  const pieces: Pieces = new Map()
  const read = createReader(people, knownStems(segments))
  let turn = -1
  let speaker: string | null | undefined
  let spoken = 0
  for (const sentence of sentences) {
    if (sentence.speaker !== speaker || speaker === null) turn++
    speaker = sentence.speaker
    const words = cleanWords(sentence.text, pieces)
    if (words.length > 0) {
      const { text, tokens, stems, named, said } = read(words)
      lines.push({
        index: lines.length,
        speaker: sentence.speaker,
        segments: sentence.segments,
        words,
        text,
        tokens,
        cue: said.cue,
        cueWords: said.cueWords,
        opens: said.opens,
        stems,
        named,
        speakerIndex: people.indexOf(sentence.speaker),
        question: (bare ? ASKS : QUESTION).test(text),
        opener: OPENER.test(sentence.text),
        place: spoken / total,
        turn,
        known: [],
      })
    }
    spoken += sentence.text.length
  }
  return lines
}

const endsAbbreviated = (text: string): boolean => text.endsWith('.') && !endsSentence(text)

/** Where nothing is punctuated, a question is known by how it begins. */
const ASKS = /^(?:(?:and |so |but )?(?:what|who|where|when|why|how|which) (?!ever)|(?:do|does|did|is|are|was|can|could|would|will|should|shall|have|has) (?:we|you|i|it|they|he|she|that|this|there|the|your|our|any|\[PERSON_[0-9]{1,6}\]) )/i
const QUESTION = /[?？]["'”’)]*$/
const MOST_MARKED = 0.05
const ENOUGH_SEGMENTS = 5

/** Nearly nothing ends in a mark: the output of a recogniser that writes none. */
export function withoutMarks(segments: readonly { readonly text: string }[]): boolean {
  const marked = segments.filter(({ text }) => /[.?!…。？！,;]/u.test(text)).length
  return segments.length >= ENOUGH_SEGMENTS && marked <= MOST_MARKED * segments.length
}

/** Entries that are phrases of their own stay apart where no mark says which belong together. */
const PHRASE_WORDS = 5

function runsOf(segments: readonly Segment[], bare: boolean): ReturnType<typeof joinCaptions> {
  const runs = joinCaptions(segments)
  if (!bare) return runs
  return runs.flatMap((run) => {
    const texts = run.members.map((member) => segments[member]?.text ?? '')
    const words = texts.reduce((sum, text) => sum + text.split(' ').length, 0)
    if (run.members.length < 2 || words < PHRASE_WORDS * run.members.length) return [run]
    return run.members.map((member, at) => ({ ...run, members: [member], text: texts[at] ?? '', offsets: [0] }))
  })
}

function sentencesOf(segments: readonly Segment[], bare: boolean): Sentence[] {
  const sentences: Sentence[] = []
  for (const { members, speaker, text, offsets } of runsOf(segments, bare)) {
    for (const { start, end } of sentenceSpans(text)) {
      const sentence = text.slice(start, end).trim()
      const within = members.length === 1 ? [...members] : members.filter((_, i) => (offsets[i] ?? 0) < end && (offsets[i + 1] ?? text.length) > start)
      if (sentence === '' || within.length === 0) continue
      const previous = sentences.at(-1)
      // "I thank Mr." + "Chair." in two entries is one sentence.
      if (previous !== undefined && start === 0 && previous.speaker === speaker && previous.segments.length < 6 && endsAbbreviated(previous.text)) {
        previous.text = `${previous.text} ${sentence}`
        previous.segments.push(...within.filter((member) => !previous.segments.includes(member)))
      } else sentences.push({ speaker, text: sentence, segments: within })
    }
  }
  return sentences
}
