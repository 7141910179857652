/** Lines that transcription programs write around the words; nobody said them. */
const PATTERNS = [
  /^\(?transcribed by https?:\/\/otter\.ai/i,
  /^\(?transcribed by turboscribe/i,
  /^this (?:editable )?transcript was (?:computer|automatically|auto)[- ]?generated/i,
  /^people can also change the text after it was created/i,
  /^(?:meeting|transcription) ended after \d/i,
  /^(?:das meeting|die transkription|meeting|transkription) (?:wurde )?(?:endete )?nach \d/i,
  /^you should review gemini['’]s notes/i,
  /^(?:action item|screen sharing|highlight|question)\s?:.{0,300}\bwatch: https?:\/\//i,
  /^view recording - \d/i,
  /^\S.{0,100} (?:started|stopped) (?:the )?(?:transcription|recording)\.?$/i,
  /^\S.{0,100} hat die (?:Transkription|Aufzeichnung) (?:gestartet|beendet)\.?$/i,
  /^(?:whisper_(?:init|model|print|full|backend|mel|context)\w*|system_info|ggml_\w+|detected language)\s?:\s|^main: processing '/i,
  /^detecting language using up to the first/i,
  /^messages and calls are end-to-end encrypted/i,
  /^(?:AI-generated content may be incorrect|KI-generierte Inhalte können fehlerhaft sein)\.?$/i,
]

/** Marks of documents (headings, emphasis, emoji at the edge) taken away, so that one rule serves text and Markdown. */
export const bareLine = (line: string): string => line.slice(0, 400).replace(/^[\s#>*_\p{Extended_Pictographic}\ufe0f•]{1,20}/u, '').replace(/[\s*_]{1,20}$/, '')

export function isBoilerplate(line: string): boolean {
  const bare = bareLine(line)
  return bare !== '' && PATTERNS.some((pattern) => pattern.test(bare))
}

/** Google Meet's documents say so of themselves. */
export const isMeetLine = (line: string): boolean =>
  /^(?:this editable transcript was computer generated|(?:meeting|transcription) ended after \d)/i.test(bareLine(line)) ||
  /\d{4}[-/]\d{2}[-/]\d{2} \d{1,2}:\d{2} .{2,12} ?\)?\s*[-–]\s*(?:transcript|transkript|transcripción|transcription)/i.test(line.slice(0, 300))
