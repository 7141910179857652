/** Said to soften or to stress, and missed by nobody on paper. */
const ALWAYS = new Set(['actually', 'basically', 'literally', 'obviously'])
/** Behind one of these, a softener says nothing. "A kind of sensor", "not really" and "it's just digits" do. */
const SUBJECTS = 'i we you they he she who people everyone everybody'.split(' ')
const HELPERS = "can could will would should may might must to and then also i'll we'll you'll they'll i'd we'd you'd they'd i'm we're you're they're i've we've you've they've let's".split(' ')
const BE = "is are was were be been it's that's he's she's there's am do does did have has had got".split(' ')
const BEFORE_JUST = new Set([...SUBJECTS, ...HELPERS])
const BEFORE_REALLY = new Set([...SUBJECTS, ...HELPERS, ...BE])
/** Behind "just", these make it "only": "just a few", "just for now", "just one". */
const ONLY = new Set('a an the one two three four five six seven eight nine ten this that these those for in on at by with from as because like about now enough my your our his her their some any those if when'.split(' '))

/** "Of sort of abstract tasks", "with kind of a plan": behind these, "sort of" names no sort. */
const LINKS = new Set('already of in for with by about from at into on as through between and but or'.split(' '))

/** Whether it is worth looking around a word. */
export const maySoften = (key: string): boolean => ALWAYS.has(key) || key === 'just' || key === 'really' || key === 'kind' || key === 'sort'

/** How many words from `at` soften what follows; 0 where they mean something. `keys` are lower case. */
export function softenerAt(keys: readonly string[], at: number): number {
  const [key = '', before = '', next = ''] = [keys[at], keys[at - 1], keys[at + 1]]
  if (ALWAYS.has(key)) return 1
  if (next === '') return 0
  if (key === 'just') return BEFORE_JUST.has(before) && !ONLY.has(next) && !/\p{N}/u.test(next) ? 1 : 0
  if (key === 'really') return BEFORE_REALLY.has(before) && next !== 'really' ? 1 : 0
  const softens = (key === 'kind' || key === 'sort') && next === 'of' && (BEFORE_REALLY.has(before) || LINKS.has(before))
  return softens && keys[at + 2] !== undefined && !OF_A_KIND.has(keys[at + 2] ?? '') ? 2 : 0
}
/** "It's kind of a mess" and "these are sort of the same" keep it: without it more is claimed. */
const OF_A_KIND = new Set(['a', 'an', 'the', 'like', 'thing', 'person'])
