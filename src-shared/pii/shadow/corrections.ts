import type { Atom } from './atoms.ts'

/** What people say when they read a value wrong and say it again, in the five languages; blanks, commas and fillers may stand between. */
const CORRECTIONS = new Set([
  'no', 'no no', 'no wait', 'no hang on', 'no hold on', 'nein warte', 'nein warte mal', 'no sorry', 'sorry', 'sorry no', 'wait no', 'i mean', 'no i mean',
  'sorry i mean', 'scratch that', 'strike that', 'correction',
  'make that', 'make it', 'actually', 'rather', 'or rather',
  'my mistake', 'no that\'s wrong', 'wrong', 'let me start again', 'start again',
  'nein', 'nee', 'ach nein', 'nein nein', 'nein moment', 'moment nein', 'stopp', 'halt', 'falsch', 'quatsch', 'nein quatsch',
  'ich meine', 'nein ich meine',
  'korrektur', 'entschuldigung', 'nein entschuldigung', 'sorry nein', 'noch mal', 'nochmal', 'nein falsch', 'verzeihung', 'nein sorry',
  'non', 'non pardon', 'pardon', 'non non', 'non attends', 'non attendez', 'je veux dire', 'enfin', 'je reprends', 'oups', 'plutôt',
  'non plutôt',
  'excusez-moi', 'non je me trompe', 'je me trompe', 'désolé', 'désolée', 'non désolé',
  'no perdón', 'perdón', 'no espera', 'quiero decir', 'no quiero decir', 'digo', 'no digo', 'mejor dicho', 'perdona', 'no perdona',
  'me equivoco', 'corrijo',
  'nej', 'nej förlåt', 'förlåt', 'nä', 'nej vänta', 'jag menar', 'nej jag menar', 'fel', 'nej fel', 'rättelse', 'ursäkta', 'nej ursäkta', 'stopp nej',
])
/** What people say while they look for the next sign: nothing is taken back. */
const PAUSES = new Set([
  'wait', 'hang on', 'hold on', 'let me see', 'let me check', 'one sec', 'one second', 'one moment', 'just a second', 'bear with me', 'and then', 'then',
  'followed by', 'i think', 'and ends', 'and ends in', 'ending', 'and finally', 'and the last four', 'next', 'got that',
  'got it', 'okay', 'ok', 'yeah', 'yep', 'right', 'ready', 'with me',
  'moment', 'warte', 'warte mal', 'wart mal', 'einen moment', 'sekunde', 'mal sehen', 'mal schauen', 'dann', 'und dann', 'glaube ich', 'halt', 'ja',
  'alles klar', 'verstanden', 'haben sie', 'hast du', 'weiter', 'und zum schluss',
  'attends', 'attendez', 'voyons', 'une seconde', 'un instant', 'puis', 'et puis', 'ensuite', 'je crois', 'oui', 'c\'est bon', 'd\'accord', 'et enfin',
  'ça va',
  'espera', 'espere', 'a ver', 'un momento', 'un segundo', 'y luego', 'luego', 'y después', 'creo', 'sí', 'vale', 'de acuerdo', 'me sigue', 'y por último',
  'vänta', 'vänta nu', 'ska vi se', 'få se', 'och sen', 'sen', 'sedan', 'och sedan', 'ett ögonblick', 'tror jag', 'ja', 'är du med', 'okej', 'och till sist',
])
const BEGINS = new Set([...CORRECTIONS, ...PAUSES].map((phrase) => phrase.split(/[ -]/, 1)[0] ?? ''))
const MAX_WORDS = 4
const REACH = 12

/** Behind a value: where it goes on behind a correction or a pause, or null where none stands. */
export function behindCorrection(
  atoms: readonly Atom[], from: number, isValue: (atom: Atom | undefined) => boolean,
): { readonly next: number; readonly isTakenBack: boolean } | null {
  const said: string[] = []
  for (let at = from; at < from + REACH; at++) {
    const atom = atoms[at]
    if (atom === undefined) return null
    if (atom.kind === 'filler') continue
    if (atom.kind === 'gap' || atom.kind === 'symbol') {
      if (!/^[ \u00a0,;:.?…–—-]{1,5}$/.test(atom.lower)) return null
      continue
    }
    const phrase = said.join(' ')
    // "… Y D, no one hurt": nobody, and nothing is taken back.
    if (phrase === 'no' && atom.lower === 'one' && !isValue(atoms[at + 2])) return null
    if (said.length > 0 && isValue(atom) && (PAUSES.has(phrase) || CORRECTIONS.has(phrase))) return { next: at, isTakenBack: !PAUSES.has(phrase) }
    if (said.length === MAX_WORDS || (said.length === 0 && !BEGINS.has(atom.lower))) return null
    said.push(atom.lower)
  }
  return null
}

/**
 * The parts of a value without those that were taken back: "seven four, no, seven five" is "seven five". What is said anew
 * begins where it agrees best with what was said before; else it stands for the last sign. The first part that stays takes
 * the place of those that went, so that nothing of them is left in the text.
 */
export function withoutTakenBack(parts: readonly Atom[], corrections: readonly number[]): readonly Atom[] {
  let kept = parts
  let gone = 0
  for (const correction of corrections) {
    const at = correction - gone
    const again = kept.slice(at)
    let from = Math.max(0, at - 1)
    let best = 0
    for (let start = at - 1; start >= Math.max(0, at - MAX_AGAIN); start--) {
      let same = 0
      while (start + same < at && same < again.length && kept[start + same]?.out === again[same]?.out) same++
      if (same > best) {
        best = same
        from = start
      }
    }
    const [first, next] = [kept[from], kept[at]]
    if (first === undefined || next === undefined) continue
    gone += at - from
    kept = [...kept.slice(0, from), { ...next, start: first.start }, ...kept.slice(at + 1)]
  }
  return kept
}
const MAX_AGAIN = 24
