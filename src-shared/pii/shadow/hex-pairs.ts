import type { Atom } from './atoms.ts'

const PAIR = /^[a-f]{2,4}$/
const isJoint = (atom: Atom | undefined): boolean => atom?.kind === 'symbol' && atom.isSpoken && (atom.out === ':' || atom.out === '-' || atom.out === '::')
const isHexLike = (atom: Atom | undefined): boolean => atom !== undefined && (atom.kind === 'digits' || atom.kind === 'letter' || PAIR.test(atom.lower))
const isBlank = (atom: Atom | undefined): boolean => atom?.kind === 'gap' && /^,?[ \u00a0]$/.test(atom.lower)

/** "B8 colon EB colon 1F": letters of a number to the base sixteen, written in pairs and read with what parts them. */
export function withHexPairs(atoms: readonly Atom[]): readonly Atom[] {
  let joints = 0
  for (const atom of atoms) if (atom.kind === 'symbol' && isJoint(atom)) joints += atom.out === '-' ? 1 : 4
  if (joints < 4) return atoms
  return atoms.map((atom, at): Atom => {
    if (atom.kind !== 'word' || !PAIR.test(atom.lower)) return atom
    const isBehind = isBlank(atoms[at - 1]) && isJoint(atoms[at - 2]) && isHexLike(atoms[isBlank(atoms[at - 3]) ? at - 4 : at - 3])
    const isBefore = isBlank(atoms[at + 1]) && isJoint(atoms[at + 2]) && isHexLike(atoms[isBlank(atoms[at + 3]) ? at + 4 : at + 3])
    return isBehind || isBefore ? { ...atom, kind: 'letter', out: atom.lower.toUpperCase(), isSpoken: true, isWeak: false } : atom
  })
}
