import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { newSigningKey, signFolder } from './sign-folder.ts'
import { tinyModel } from './tiny-model.ts'

/**
 * `npm run pii-model -- tiny FOLDER`: makes the tiny classifier of the tests.
 * `npm run pii-model -- sign FOLDER --key FILE --name N --version V --license L [--languages en,de] [--threshold 0.6]`: signs a folder with
 * model.onnx, tokenizer.json and config.json; the key file is made where there is none. Both print the thumbprint `sotto models add` asks for.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(['key', 'name', 'version', 'license', 'languages', 'threshold'].map((name) => [name, { type: 'string' as const }])),
})
const [command, folder] = positionals
if (folder === undefined || (command !== 'tiny' && command !== 'sign')) {
  console.error('usage: npm run pii-model -- tiny FOLDER | sign FOLDER --key FILE --name N --version V --license L')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })
const said = z.object({
  key: z.string().default(join(folder, '..', 'signing-key.jwk')),
  name: z.string().default('tiny-names'),
  version: z.string().default('1'),
  license: z.string().default('Apache-2.0'),
  languages: z.string().default('en'),
  threshold: z.coerce.number().default(0.6),
})
const { key: keyFile, languages, ...facts } = said.parse(values)
if (command === 'tiny') for (const [name, bytes] of Object.entries(tinyModel())) writeFileSync(join(folder, name), bytes)
if (!existsSync(keyFile)) writeFileSync(keyFile, JSON.stringify(await newSigningKey()), { mode: 0o600 })
const key = z.looseObject({ kty: z.string() }).parse(JSON.parse(readFileSync(keyFile, 'utf8')))
console.log(await signFolder(folder, { ...facts, languages: languages.split(',') }, key))
