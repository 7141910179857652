/** Languages the speech models hear best; any other is found by "Detect". */
const TAGS = [
  'ar',
  'zh',
  'cs',
  'da',
  'nl',
  'en',
  'fi',
  'fr',
  'de',
  'el',
  'hi',
  'hu',
  'it',
  'ja',
  'ko',
  'no',
  'pl',
  'pt',
  'ro',
  'ru',
  'es',
  'sv',
  'tr',
  'uk',
]

/** Each language by its name in the language of the system. */
export function languageOptions(): { readonly id: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(undefined, { type: 'language' })
  return TAGS.map((id) => ({ id, label: names.of(id) ?? id })).sort((a, b) => a.label.localeCompare(b.label))
}
