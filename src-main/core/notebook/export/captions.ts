import { srtTime, vttTime } from '../../../../src-shared/text/timecode.ts'
import { oneLine, type NoteView, type SegmentView } from './view.ts'

/**
 * Captions need times. An unknown start is the latest time known before it, an unknown end the next start if that is
 * later: a player then shows every entry once and in order.
 */
function timed(segments: readonly SegmentView[]): { segment: SegmentView; start: number; end: number }[] {
  let latest = 0
  const started = segments.map((segment) => {
    latest = segment.startMs ?? latest
    return { segment, start: latest }
  })
  return started.map(({ segment, start }, index) => ({ segment, start, end: Math.max(start, segment.endMs ?? started[index + 1]?.start ?? start) }))
}

const shown = (segments: readonly SegmentView[]): SegmentView[] => segments.filter(({ text }) => oneLine(text) !== '')
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeVtt = (text: string): string => oneLine(text).replace(/[&<>]/g, (char) => ESCAPES[char] ?? char)

/** WebVTT with voice spans (https://www.w3.org/TR/webvtt1/). */
export function toVtt({ segments }: NoteView): string {
  const cues = timed(shown(segments)).map(({ segment: { speaker, text }, start, end }, index) => {
    const words = escapeVtt(text)
    const name = speaker === null ? '' : escapeVtt(speaker)
    const line = name !== '' ? `<v ${name}>${words}</v>` : misreadable(text) ? `<c.unknown>${words}</c>` : words
    return `${index + 1}\n${vttTime(start)} --> ${vttTime(end)}\n${line}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}

/** Words of an unknown speaker that an import could take for a name and its words, or for the mark of a new speaker. */
const misreadable = (text: string): boolean => /[:：]|^\s*>>/.test(text)

/**
 * SubRip with "Name: words". It has no escapes: an arrow in the words is shortened, a colon in a name becomes a blank,
 * and where only some speakers are known the others are marked `>>`, as broadcasters do.
 */
export function toSrt({ segments }: NoteView): string {
  const some = segments.some(({ speaker }) => speaker !== null)
  const cues = timed(shown(segments)).map(({ segment: { speaker, text }, start, end }, index) => {
    const words = oneLine(text).replaceAll('-->', '->')
    const name = speaker === null ? '' : oneLine(speaker.replaceAll(':', ' '))
    const line = name !== '' ? `${name}: ${words}` : misreadable(text) ? `>> ?: ${words}` : some ? `>> ${words}` : words
    return `${index + 1}\n${srtTime(start)} --> ${srtTime(end)}\n${line}\n`
  })
  return cues.join('\n')
}
