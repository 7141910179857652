import type { Atom } from './atoms.ts'

/** What recognisers write for a digit that sounds like it. */
const HOMOPHONES: ReadonlyMap<string, string> = new Map([['for', '4'], ['fore', '4'], ['ate', '8'], ['to', '2'], ['too', '2'], ['won', '1']])
/** So many digits must be said around one: "two for three" is an offer. */
const MIN_BESIDE = 3
/** With fewer in all the text there is none to find. */
const MIN_AROUND = 2

/** "nine five four to five three", "two nine six ate": among digits said one by one a word that sounds like one is one. */
export function withHomophones(atoms: readonly Atom[], repeat: ReadonlyMap<string, number>): readonly Atom[] {
  let digits = 0
  for (const { kind, isSpoken, out, lower } of atoms) if (kind !== 'gap' && ((kind === 'digits' && isSpoken && out.length === 1) || repeat.has(lower))) digits++
  if (digits < MIN_AROUND || !atoms.some(({ lower }) => HOMOPHONES.has(lower))) return atoms
  const isOne = (atom: Atom | undefined): boolean =>
    atom?.kind === 'digits' && atom.isSpoken && atom.out.length === 1 && atom.isOrdinal !== true
  const isNear = (at: number): boolean => atoms[at]?.kind === 'gap' && /^,? $/.test(atoms[at]?.lower ?? '')
  /** Digits said before or behind a place, as many as matter. */
  const besides = (at: number, step: 2 | -2): number => {
    let found = 0
    for (let i = at + step; found < MIN_BESIDE && isNear(i - step / 2) && (isOne(atoms[i]) || repeat.has(atoms[i]?.lower ?? '')); i += step) found++
    return found
  }
  return atoms.map((atom, at): Atom => {
    const digit = HOMOPHONES.get(atom.lower)
    if (digit === undefined || atom.kind !== 'word') return atom
    const [before, behind] = [besides(at, -2), besides(at, 2)]
    const isDoubled = repeat.has(atoms[at - 2]?.lower ?? '') && behind > 0
    const next = atoms[at + 1]
    // At the end of a row only where the clause ends too: "… nine two one to the office".
    const endsRow = before >= (next?.lower.startsWith('\n') === true ? 2 : MIN_BESIDE) && (next === undefined || !/^[ \u00a0-]/.test(next.lower))
    const isAmong = (before > 0 && behind > 0 && before + behind >= MIN_BESIDE) || isDoubled || endsRow
    return isAmong ? { ...atom, kind: 'digits', out: digit, isSpoken: true, isWeak: true } : atom
  })
}
