import { readFileSync } from 'node:fs'
import { asHeard } from '../fresh/generate.ts'
import { FRESH_LANGUAGES, type FreshLanguage } from '../fresh/said.ts'
import type { UnseenEntity, UnseenItem } from './generate.ts'

/**
 * Fifth set: every item written by hand, no sentence and no value twice, and written before any of it was run or a recogniser
 * was read. A line is a style and a text: `w` written, `s` spoken, `a` recogniser style, `b` spoken and heard again in
 * recogniser style; `{TYPE value}` is a label, `¶` a new line. Every fourth item in talk stands between two ordinary turns.
 * First sight, 1,302 items (457 of them bait): leak 9.4 % (written 4.9, spoken 11.0, recogniser style 10.6, not English 9.3,
 * PERSON 10.0, worst MAC 34.8, USERNAME 19.1, SECRET 19.7), over-redaction 1.3 %, false alarms 8.8 %, strict F2 82.4. Rules
 * were mended by it since.
 * Sixth set: made likewise once the fifth was mended, terser. First sight, 423 items (148 bait): leak 12.8 % (written 9.2, spoken 13.5,
 * recogniser style 13.9, not English 10.5, PERSON 12.1, worst SECRET 40.5), over-redaction 2.2 %, false alarms 13.5 %, strict F2 77.2.
 */
const FILES: Readonly<Record<Told, Readonly<Record<FreshLanguage, readonly string[]>>>> = {
  five: { en: ['english-names', 'english-values', 'english-clean'], de: ['german'], fr: ['french'], es: ['spanish'], sv: ['swedish'] },
  six: { en: ['english'], de: ['german'], fr: ['french'], es: ['spanish'], sv: ['swedish'] },
}
type Told = 'five' | 'six'

const TYPES: Readonly<Record<string, UnseenEntity['type']>> = {
  PERSON: 'PERSON',
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  ADDRESS: 'ADDRESS',
  DATE_OF_BIRTH: 'DATE_OF_BIRTH',
  CREDIT_CARD: 'CREDIT_CARD',
  IBAN: 'IBAN',
  BANK_ACCOUNT: 'BANK_ACCOUNT',
  NATIONAL_ID: 'NATIONAL_ID',
  PASSPORT: 'PASSPORT',
  DRIVER_LICENSE: 'DRIVER_LICENSE',
  MEDICAL_ID: 'MEDICAL_ID',
  LICENSE_PLATE: 'LICENSE_PLATE',
  IP_ADDRESS: 'IP_ADDRESS',
  MAC: 'MAC',
  USERNAME: 'USERNAME',
  URL: 'URL',
  SECRET: 'SECRET',
  CRYPTO: 'CRYPTO',
  ORG: 'ORG',
  LOCATION: 'LOCATION',
}

const STYLES: Readonly<Record<string, readonly UnseenItem['style'][]>> = { w: ['written'], s: ['spoken'], a: ['asr'], b: ['spoken', 'asr'] }

type Labelled = Pick<UnseenItem, 'text' | 'entities'>

function parsed(line: string): Labelled {
  const entities: UnseenEntity[] = []
  let text = ''
  for (const part of line.replaceAll('¶', '\n').split(/(\{[A-Z_]+ [^{}]+\})/)) {
    const [, name = '', value] = /^\{([A-Z_]+) ([^{}]+)\}$/.exec(part) ?? []
    const type = TYPES[name]
    if (value === undefined) {
      text += part
      continue
    }
    if (type === undefined) throw new Error(`no type ${name}`)
    entities.push({ start: text.length, end: text.length + value.length, type, text: value })
    text += value
  }
  return { text, entities }
}

/** Lower case without the marks of a sentence, label by label. */
const heardLine = (line: string): string =>
  line
    .split('¶')
    .map((turn) =>
      asHeard(turn.replace(/\{([A-Z_]+) ([^{}]+)\}/g, (_, type: string, value: string) => `{${type} ${asHeard(value)}}`)).replace(
        /\{([a-z_]+) /g,
        (_, type: string) => `{${type.toUpperCase()} `,
      ),
    )
    .map((turn) => turn.replace(/(\})[.,?!:;]+(?=\s|$)/g, '$1'))
    .join('¶')

function between(before: Labelled, item: Labelled, after: Labelled): Labelled {
  const start = before.text.length + 1
  const moved = item.entities.map((entity) => ({ ...entity, start: entity.start + start, end: entity.end + start }))
  return { text: `${before.text}\n${item.text}\n${after.text}`, entities: moved }
}

/** All items of a set: 1,302 of the fifth, 423 of the sixth. */
export function toldItems(set: Told): UnseenItem[] {
  const items: UnseenItem[] = []
  for (const lang of FRESH_LANGUAGES) {
    const lines = FILES[set][lang]
      .flatMap((file) => readFileSync(new URL(`${set}/${file}.txt`, import.meta.url), 'utf8').split('\n'))
      .filter((line) => line !== '')
    const ordinary = lines.filter((line) => line.startsWith('b ') && !line.includes('{')).map((line) => line.slice(2))
    const turn = (at: number, heard: boolean): Labelled => {
      const line = ordinary[at % ordinary.length] ?? ''
      return parsed(heard ? heardLine(line) : line)
    }
    lines.forEach((line, at) => {
      const [way, text] = [line.charAt(0), line.slice(2)]
      const styles = STYLES[way] ?? []
      for (const style of styles) {
        const bare = parsed(style === 'asr' ? heardLine(text) : text)
        const inTalk = style !== 'written' && items.length % 4 === 0
        const item = inTalk ? between(turn(at * 7, style === 'asr'), bare, turn(at * 11 + 5, style === 'asr')) : bare
        const kind = bare.entities.length > 0 ? (style === 'written' ? 'doc' : 'template') : 'neg-bait'
        items.push({ id: `f-${items.length}`, lang, style, kind, ...item })
      }
    })
  }
  return items
}
