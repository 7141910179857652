/** Words whose full stop is part of the word and does not end a sentence when more words follow. */
const ABBREVIATIONS = new Set(
  'mr mrs ms mx dr prof st sr jr rev gen col hon vs etc eg ie e.g i.e approx dept inc ltd co corp fig vol pp cf al bzw ca z.b d.h usw nr str'.split(' '),
)
const CLOSERS = new Set('" \' ’ ” » › ) ] } 」 』 】'.split(' '))
const FULL_STOPS = new Set('. ． 。 ｡ । ۔'.split(' '))
const OTHER_ENDS = new Set('? ! … ？ ！ ؟ ⁇ ⁈ ⁉ ‽'.split(' '))

/**
 * Does a text end like a sentence? "Right." and "Really?)" do; "I asked Dr.", "J." and "so we" do not.
 * Looks at the last word only, so it costs nothing on a long text.
 */
export function endsSentence(text: string): boolean {
  const end = text.trimEnd()
  let at = end.length - 1
  while (at > 0 && CLOSERS.has(end[at] ?? '')) at--
  const mark = end[at] ?? ''
  if (OTHER_ENDS.has(mark)) return true
  return FULL_STOPS.has(mark) && !(mark === '.' && isAbbreviation(end, at))
}

function isAbbreviation(text: string, stop: number): boolean {
  let from = stop
  while (from > 0 && stop - from < 8 && !/[\s([{"'“‘]/.test(text[from - 1] ?? '')) from--
  const word = text.slice(from, stop)
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}(\.\p{Lu})*$/u.test(word)
}
