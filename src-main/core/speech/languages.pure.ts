/** The languages of Whisper's multilingual models, by its own codes (openai/whisper, tokenizer.py). The addon dies of any other. */
const CODES = [
  'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml cy sk te fa lv bn sr az sl',
  'kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw',
  'ln ha ba jw su yue',
]

export const SPEECH_LANGUAGES: ReadonlySet<string> = new Set(CODES.join(' ').split(' '))

/** Codes people and files use for what Whisper calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = { nb: 'no', iw: 'he', fil: 'tl', jv: 'jw', in: 'id', ji: 'yi', cmn: 'zh' }

/**
 * Whisper's code for a language tag: "de-AT" is "de", "nb" is "no", "auto" stays. Null for a language Whisper does not know.
 */
export function speechLanguage(tag: string): string | null {
  const [primary = ''] = tag.trim().toLowerCase().split(/[-_]/, 1)
  const code = Object.hasOwn(ALIASES, primary) ? (ALIASES[primary] ?? primary) : primary
  return code === 'auto' || SPEECH_LANGUAGES.has(code) ? code : null
}
