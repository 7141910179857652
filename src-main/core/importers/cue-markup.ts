/** What one voice says in a cue; `speaker` is undefined outside voice spans, empty where the file says it is not known. */
export interface Span {
  readonly speaker: string | undefined
  readonly text: string
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', lrm: '\u200e', rlm: '\u200f' }
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/gi

/** Character references of WebVTT (https://www.w3.org/TR/webvtt1/#webvtt-cue-text-span); others stay as they are. */
export const decodeReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(REFERENCE, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
      })
    : text

/** A tag: letters, or an inline time. A lone "<" in "a < b" is none. */
const TAG = /<(\/?)([a-z]{1,8}|\d{1,6}:[\d:.]{1,20})([.\s][^<>]*)?\/?>/gi

/** `<c.unknown>`: how Sotto's own export keeps "Ann: no", said by somebody unknown, from being read as words of Ann. */
const UNKNOWN_CLASS = '.unknown'

/** Takes a cue's text apart at its voice tags (`<v Name>`, `<v.loud Name>`) and drops all other tags. */
export function readSpans(payload: string): Span[] {
  const spans: Span[] = []
  let speaker: string | undefined
  let text = ''
  let from = 0
  const close = (): void => {
    if (speaker !== undefined || text.trim() !== '') spans.push({ speaker, text: decodeReferences(text) })
    speaker = undefined
    text = ''
  }
  for (const tag of payload.matchAll(TAG)) {
    text += payload.slice(from, tag.index)
    from = tag.index + tag[0].length
    const name = tag[2]?.toLowerCase()
    if (name === 'br') text += '\n'
    const unknown = name === 'c' && tag[1] === '' && tag[3] === UNKNOWN_CLASS
    if (name !== 'v' && !unknown) continue
    close()
    if (unknown) speaker = ''
    else if (tag[1] === '') speaker = annotation(tag[3] ?? '')
  }
  text += payload.slice(from)
  close()
  return spans
}

/** The name in ".loud.first Esme Johnson": what follows the classes. */
function annotation(rest: string): string | undefined {
  const name = rest.startsWith('.') ? rest.slice(rest.search(/\s|$/)) : rest
  return name.trim() === '' ? undefined : decodeReferences(name)
}

/** Does a cue carry karaoke times (`<00:00:01.500>`)? Only machine captions that roll up do. */
export const hasInlineTimes = (payload: string): boolean => /<\d{1,6}:[\d:.]{1,20}>/.test(payload)
