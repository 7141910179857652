import { redactPlain } from '../../../src-main/core/redaction/index.ts'
import { freshItems, heldOutItems, type FreshItem } from './generate.ts'

const SEED = 20_26

interface Tally {
  readonly personal: number
  readonly left: number
  readonly other: number
  readonly masked: number
  readonly items: number
  readonly alarms: number
}
const NOTHING: Tally = { personal: 0, left: 0, other: 0, masked: 0, items: 0, alarms: 0 }

/** Letters and digits of an item: those of its value left in sight, and those beside it that were hidden. */
function tally({ lang, text, gold }: FreshItem): Tally {
  const hidden = redactPlain(text, { lang }).entities
  let [personal, left, other, masked] = [0, 0, 0, 0]
  for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    const isHidden = hidden.some(({ start, end }) => index >= start && index < end)
    if (gold !== null && index >= gold.start && index < gold.end) {
      personal++
      if (!isHidden) left++
    } else {
      other++
      if (isHidden) masked++
    }
  }
  return { personal, left, other, masked, items: 1, alarms: gold === null && hidden.length > 0 ? 1 : 0 }
}

const percent = (part: number, whole: number): string => (whole === 0 ? '    –' : ((100 * part) / whole).toFixed(1).padStart(5))

/**
 * How far the rules reach beyond the set they were made with: fresh sentences, names and values from a fixed seed.
 * Prints leak and over-redaction by style, by language and by type, and (with `showMisses`) every item that leaks.
 */
export function reportFresh(showMisses: boolean): void {
  const items = freshItems(SEED).map((item) => ({ item, found: tally(item) }))
  const row = (name: string, wanted: (item: FreshItem) => boolean): void => {
    const sum = items
      .filter(({ item }) => wanted(item))
      .map(({ found }) => found)
      .reduce(
        (a, b) => ({
          personal: a.personal + b.personal,
          left: a.left + b.left,
          other: a.other + b.other,
          masked: a.masked + b.masked,
          items: a.items + b.items,
          alarms: a.alarms + b.alarms,
        }),
        NOTHING,
      )
    const clean = items.filter(({ item }) => wanted(item) && item.gold === null).length
    const figures = `leak ${percent(sum.left, sum.personal)}  over ${percent(sum.masked, sum.other)}  alarms ${percent(sum.alarms, clean)}`
    console.log(`  ${name.padEnd(16)} ${String(sum.items).padStart(5)}  ${figures}`)
  }
  console.log(`\nitems of our own (seed ${SEED}): other sentences, names and values; rules were mended by what they showed, so they flatter by now`)
  row('overall', () => true)
  for (const style of ['written', 'spoken', 'asr']) row(style, (item) => item.style === style)
  for (const lang of ['en', 'de', 'fr', 'es', 'sv'])
    for (const style of ['written', 'spoken', 'asr']) row(`${lang} ${style}`, (item) => item.lang === lang && item.style === style)
  for (const type of new Set(items.map(({ item }) => item.type))) row(type, (item) => item.type === type)
  const apart = heldOutItems().map((item) => ({ item, found: tally(item) }))
  console.log('\nnames kept apart: no rule was made or mended with these')
  for (const lang of ['en', 'de', 'fr', 'es', 'sv']) {
    for (const style of ['written', 'asr']) {
      const sums = apart.filter(({ item }) => item.lang === lang && item.style === style).map(({ found }) => found)
      const total = (of: (one: Tally) => number): number => sums.reduce((sum, one) => sum + of(one), 0)
      const leak = percent(total((one) => one.left), total((one) => one.personal))
      const over = percent(total((one) => one.masked), total((one) => one.other))
      console.log(`  ${`${lang} ${style}`.padEnd(16)} ${String(sums.length).padStart(5)}  leak ${leak}  over ${over}`)
    }
  }
  if (!showMisses) return
  for (const { item, found } of items) {
    if (found.left > 0 || found.masked > 0)
      console.log(
        JSON.stringify({
          ...item,
          value: item.gold && item.text.slice(item.gold.start, item.gold.end),
          found: redactPlain(item.text, { lang: item.lang }).entities.map(({ start, end, type }) => `${type}:${item.text.slice(start, end)}`),
        }),
      )
  }
}
