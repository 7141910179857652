import { stemOf } from '../evidence/words.pure.ts'

/**
 * Words of offices and meetings that are asked for by one and said by another. Everyday knowledge, kept short: a group belongs here only
 * where one word may stand for the other in a question about what was said.
 */
const GROUPS: readonly (readonly string[])[] = [
  'price cost costs costing budget money euro euros dollars pounds expensive cheap pay paid',
  'salary wage wages pay earn',
  'colour color colours colors coloured',
  'tv television televisions',
  'voice speech spoken',
  'begin begins start starts launch kick-off',
  'end ends finish complete finalise finalize',
  'buy purchase order ordered',
  'client customer customers buyer user users',
  'mail email e-mail send',
  'phone call ring telephone',
  'hire recruit employ',
  'fix repair mend',
  'problem issue bug trouble difficulty complaint',
  'holiday vacation leave',
  'manager boss lead leader',
  'team group department',
  'build make construct create develop produce manufacture',
  'prepare draft write',
  'old age aged years',
  'choose pick select',
  'show present presentation presented',
  'screen display lcd monitor',
  'internet web online website',
  'recharge recharging charge charging',
  'research study investigate survey analyse analyze',
  'strategy plan approach',
  'change modify adapt alter',
  'material wood plastic rubber metal',
  'energy power battery batteries electricity',
  'often frequently usually mostly',
  'device product gadget appliance',
  'company firm supplier manufacturer vendor',
  'contract agreement deal',
  'deadline due',
  'market sell sale sales',
  'compare comparison compared',
  'late delayed delay',
].map((group) => [...new Set(group.split(' ').map(stemOf))])

const groupsOf = new Map<string, number[]>()
GROUPS.forEach((group, at) => group.forEach((stem) => groupsOf.set(stem, [...(groupsOf.get(stem) ?? []), at])))

const SAME_GROUP = 0.7
const SAME_START = 0.85
/** Letters two words must share from their beginning to be of one family: "recharge" and "rechargeable". */
const FAMILY = 5

/** 0–1: how well a word that was said answers one that was asked for; both as stems. */
export function likeness(asked: string, said: string): number {
  if (asked === said) return 1
  if (asked.startsWith('[') || said.startsWith('[')) return 0
  if (groupsOf.get(asked)?.some((group) => GROUPS[group]?.includes(said) === true) === true) return SAME_GROUP
  const shared = Math.max(FAMILY, Math.min(asked.length, said.length) - 1)
  return asked.length >= FAMILY && said.length >= FAMILY && asked.slice(0, shared) === said.slice(0, shared) ? SAME_START : 0
}

/** Words that are asked with more than asked for: they help to find, and their lack says little. */
const LIGHT = new Set(
  (
    'option consider several different possible current currently certain various general overall whole main important new next early late use used using need needed '
    + 'include included offer provide allow affect involve relate regard compare get give show help prepare handle change choose expect describe present report raise '
    + 'support kind type sort way part place name role number set group project product remote result example detail information frequently usually mostly high low big small old'
  ).split(' ').map(stemOf),
)

const LIGHT_SHARE = 0.4

/** How much a word of a question counts beside the others, by itself. */
export const gravity = (stem: string): number => (LIGHT.has(stem) ? LIGHT_SHARE : 1)
