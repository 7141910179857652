const numbered = (words: string, from: number): [string, number][] => words.split(' ').map((word, at) => [word, at + from])

export const WEEKDAYS = new Map([
  ...numbered('monday tuesday wednesday thursday friday saturday sunday', 0),
  // No short form that is a word of its own ("sat", "sun", "wed").
  ['mon', 0], ['tue', 1], ['tues', 1], ['thu', 3], ['thur', 3], ['thurs', 3], ['fri', 4],
])
export const MONTHS = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/
export const NUMBERS = new Map([['a', 1], ['an', 1], ['couple', 2], ['few', 3], ...numbered('one two three four five six seven eight nine ten eleven twelve', 1)])
export const ORDINALS = new Map([
  ...numbered('fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth', 4),
  ...numbered('twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first', 21),
])
export const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/
/** Words of time that are ordinals only where a month stands behind them: "the second item", "the second of May". */
export const FIRST_ORDINALS = new Map(numbered('first second third', 1))

const SHORT_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** 1–12; null for what names no month. */
export const monthNamed = (name: string): number | null => (MONTHS.test(name) ? SHORT_MONTHS.indexOf(name.slice(0, 3)) + 1 : null)

/** Days that have the same date every year. */
export const FEASTS = new Map<string, readonly [month: number, date: number]>([
  ['christmas', [12, 25]], ['xmas', [12, 25]], ['christmas eve', [12, 24]], ['boxing day', [12, 26]], ['new year', [1, 1]], ['new years', [1, 1]],
  ['new year eve', [12, 31]], ['new years eve', [12, 31]], ['halloween', [10, 31]],
])
