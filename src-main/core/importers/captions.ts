import { endsSentence } from '../../../src-shared/text/sentence-end.ts'
import type { CueBlock } from './cue-blocks.ts'
import type { Span } from './cue-markup.ts'
import { namesOnFirstLines } from './first-line-names.ts'
import { Entries } from './parsed.ts'
import { withoutRollUp } from './roll-up.ts'
import { speakersAmong, splitLabel } from './speaker-labels.ts'
import { hasWords } from './tidy.ts'

const NEW_SPEAKER = /^\s{0,9}>>/
/** Sotto's own: what follows is not a name even if it looks like one. */
const UNKNOWN_SPEAKER = /^\s{0,9}>> \?: /

/**
 * Entries of cues, in the file's order. Voice spans name their speaker and each is an entry; where there are none, cues
 * may begin with "Name: " (each line that does is an entry). `>>` marks somebody else whose name is not known.
 */
export function captionEntries(cues: readonly CueBlock[], spansOf: (payload: string) => Span[]): Entries {
  const voiced = withoutRollUp(cues).map((cue) => ({ cue, spans: spansOf(cue.payload.join('\n')) }))
  // Where a file has voice spans, a colon in the words is a colon.
  const speakers = voiced.some(({ spans }) => spans.some(({ speaker }) => speaker !== undefined)) ? new Set<string>() : speakersOf(voiced)
  const isPlain = speakers.size === 0 && voiced.every(({ spans }) => spans.length === 1)
  const below = isPlain ? namesOnFirstLines(unvoiced(voiced).map(({ text }) => text.split('\n'))) : undefined
  const carries = namesOnlyChanges(voiced, speakers)
  const entries = new Entries()
  let last: string | undefined
  for (const [at, { cue, spans }] of voiced.entries()) {
    const spoken = below?.[at]
    if (spoken !== undefined) {
      entries.add({ ...cue, speaker: spoken.speaker, text: spoken.words.join('\n') })
      continue
    }
    if (spans.length === 0) entries.add({ ...cue, text: '' })
    for (const span of spans) {
      if (span.speaker !== undefined) {
        entries.add({ ...cue, speaker: span.speaker, text: span.text })
        continue
      }
      for (const part of partsOf(span.text, speakers)) {
        last = part.speaker ?? (part.isNew || !carries ? undefined : last)
        entries.add({ ...cue, speaker: last ?? cue.speaker, text: part.text })
      }
    }
  }
  return entries
}

interface Voiced {
  readonly cue: CueBlock
  readonly spans: readonly Span[]
}

const unvoiced = (voiced: readonly Voiced[]): Span[] => voiced.flatMap(({ spans }) => spans.filter(({ speaker }) => speaker === undefined))

/** A label may begin a cue, or a later line of it where a sentence has ended: words are wrapped at any place ("…back to / Saint David: are"). */
function speakersOf(voiced: readonly Voiced[]): ReadonlySet<string> {
  const plain = unvoiced(voiced)
  const labels = plain.flatMap(({ text }) => {
    const lines = text.split('\n')
    return lines.filter((_, at) => at === 0 || endsSentence(lines[at - 1] ?? '')).map((line) => splitLabel(line)?.label)
  })
  return speakersAmong(labels.filter((label) => label !== undefined), plain.length)
}

/** A cue's lines, cut where one begins with a speaker's label. */
function partsOf(text: string, speakers: ReadonlySet<string>): { speaker: string | undefined; isNew: boolean; text: string }[] {
  const parts: { speaker: string | undefined; isNew: boolean; text: string }[] = []
  for (const line of text.split('\n')) {
    const isNew = NEW_SPEAKER.test(line)
    const unknown = UNKNOWN_SPEAKER.exec(line)
    if (unknown !== null) {
      parts.push({ speaker: undefined, isNew: true, text: line.slice(unknown[0].length) })
      continue
    }
    const labelled = speakers.size === 0 ? undefined : splitLabel(line)
    const last = parts.at(-1)
    if (labelled !== undefined && speakers.has(labelled.label)) parts.push({ speaker: labelled.label, isNew: true, text: labelled.rest })
    else if (last === undefined || isNew) parts.push({ speaker: undefined, isNew, text: line.replace(/^\s{0,9}>{2,3}/, '') })
    else last.text += `\n${line}`
  }
  return parts.length > 1 ? parts.filter((part) => hasWords(part.text)) : parts
}

/**
 * Subtitlers name a speaker when it changes; meeting programs name it on every cue. Only with the first habit do the
 * unnamed cues behind a name belong to it. It shows in that a name never follows itself.
 */
function namesOnlyChanges(voiced: readonly Voiced[], speakers: ReadonlySet<string>): boolean {
  if (speakers.size === 0) return false
  let named = 0
  let repeated = 0
  let last: string | undefined
  for (const { text } of unvoiced(voiced)) {
    const label = splitLabel(text)?.label
    const speaker = label !== undefined && speakers.has(label) ? label : undefined
    if (speaker !== undefined) {
      named++
      if (speaker === last) repeated++
      last = speaker
    }
  }
  return named > 1 && repeated === 0
}
