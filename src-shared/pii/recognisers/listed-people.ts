import type { Recogniser } from '../recogniser.ts'

/**
 * Rows of a list of people who travel or stay somewhere: a name, the number of a document, a date long past, in either order
 * ("2. ANNA WEBER C01X00T47 11/03/1984"). What the columns are is said in a head, or by two rows of one build.
 */
const NAME = String.raw`\p{Lu}[\p{L}'’.-]{1,24}(?:,? \p{Lu}[\p{L}'’.-]{1,24}){1,3}`
const GAP = String.raw`[ \t]{0,3}[ ,;|\t][ \t]{0,3}`
const CODE = String.raw`(?=(?:[A-Z]{0,4}\d){4})[A-Z\d]{6,12}`
const DATE = String.raw`\d{1,2}(?:[-/. ]|\. )(?:\d{1,2}|\p{L}{3,10})\.?[-/. ](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d`
const ROW = new RegExp(String.raw`^(?:[-*•]|\d{1,3}[.)]?)?[ \t]{0,3}${NAME}${GAP}(?:(${CODE})${GAP}(${DATE})|(${DATE})${GAP}(${CODE}))(?![\p{L}\d])`, 'du')
const HEAD = /(?<!\p{L})(?:manifest|passengers?|rooming list|guests?|crew|travell?ers|participants|passagier\p{L}*|reisende\p{L}*|teilnehmer\p{L}*|gäste\p{L}*|besatzung|passagers?|voyageurs?|équipage|participants?|hôtes|pasajeros?|viajeros?|tripulación|participantes|huéspedes|passagerare|resenärer|besättning|deltagare|gäster)(?!\p{L})/iu
/** Whoever was born later travels with somebody else; what is ordered or booked is dated later, too. */
const LATEST_BIRTH = 2015
/** Longer lines are no rows. */
const MAX_ROW = 160

export const listedPersonRecogniser: Recogniser = {
  name: 'listed-person',
  only: 'source',
  needsDigit: true,
  *find(view) {
    if (!/(?:19|20)\d\d/.test(view.text)) return
    const rows: (readonly [number, number])[][] = []
    let start = 0
    let hasHead = false
    for (const line of view.text.split('\n')) {
      const indices = line.length > MAX_ROW ? undefined : ROW.exec(line)?.indices
      const code = indices?.[1] ?? indices?.[4]
      const date = indices?.[2] ?? indices?.[3]
      if (code !== undefined && date !== undefined && yearOf(line.slice(...date)) <= LATEST_BIRTH) {
        rows.push([[start + code[0], start + code[1]], [start + date[0], start + date[1]]])
      } else hasHead ||= HEAD.test(line)
      start += line.length + 1
    }
    if (rows.length < (hasHead ? 1 : 2)) return
    for (const [code, date] of rows) {
      if (code !== undefined) yield { start: code[0], end: code[1], type: 'PASSPORT', score: 0.89, cue: 'list' }
      if (date !== undefined) yield { start: date[0], end: date[1], type: 'DATE_OF_BIRTH', score: 0.89, cue: 'list' }
    }
  },
}

const yearOf = (date: string): number => Number(/(?:19|20)\d\d/.exec(date)?.[0])
