/**
 * Chinese, Japanese and Korean names: family name first, often without a blank, and no blanks between words either, so
 * they are looked for as characters and not as words.
 */
export interface EastAsianName {
  readonly full: string
  /** Where the family name may end is a guess unless the label has a blank. */
  readonly families: readonly string[]
  readonly givens: readonly string[]
  readonly script: Script
}
type Script = 'han' | 'hangul' | 'katakana'

const SCRIPTS: readonly { script: Script; whole: RegExp }[] = [
  { script: 'han', whole: /^\p{Script=Han}{1,4}$/u },
  { script: 'hangul', whole: /^\p{Script=Hangul}{1,4}$/u },
  { script: 'katakana', whole: /^[\p{Script=Katakana}ー]{2,12}$/u },
]
/** Chinese family names of two characters; all others have one. */
const LONG_FAMILIES = new Set('欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 夏侯 皇甫 尉迟 尉遲 公孙 公孫 长孙 長孫 慕容 令狐 东方 東方 端木 남궁 황보 제갈 선우 독고'.split(' '))
const HONORIFIC_ENDS = /(?:さん|さま|様|氏|君|くん|先生|女士|小姐|씨|님)$/u

/** Reads "山田太郎", "佐藤 花子", "王小明さん", "김민수", "スミス・ジョン". Null for any other script. */
export function eastAsianName(label: string): EastAsianName | null {
  const bare = (label.split(/[（([{<|【]/, 1)[0] ?? '').trim().replace(HONORIFIC_ENDS, '').trim()
  const parts = bare.split(/[\s\u3000・·]+/u)
  const script = SCRIPTS.find(({ whole }) => parts.every((part) => whole.test(part)))?.script
  const [family = '', given, more] = parts
  if (script === undefined || more !== undefined) return null
  const full = parts.join('')
  if (given !== undefined) return { full, families: [family], givens: [given], script }
  if (script === 'katakana') return { full, families: [full], givens: [], script }
  const cuts = cutsOf(family, script)
  return { full, families: cuts.map((cut) => family.slice(0, cut)), givens: cuts.map((cut) => family.slice(cut)), script }
}

/** Lengths the family name may have. Three characters are 王小明 or 山田聡; four are 山田太郎, or 欧阳 with a name of two. */
function cutsOf(name: string, script: Script): number[] {
  if (name.length <= 1) return []
  if (LONG_FAMILIES.has(name.slice(0, 2)) && name.length > 2) return [2]
  if (script === 'hangul' || name.length === 2) return name.length === 2 && script === 'han' ? [1, 2] : [1]
  return name.length === 3 ? [1, 2] : [2, 1, 3]
}

const HONORIFIC = '(?:さん|さま|様|氏|君|くん|ちゃん|先生|先輩|部長|課長|社長|係長|主任|専務|常務|女士|小姐|太太|老师|老師|教授|总|總|经理|經理|博士|医生|醫生|同学|同學|工程师|局长|董' +
  '| ?(?:씨|님|선생|과장|부장|대리|사장|차장|팀장|교수|이사))'
const FAMILIAR = '[小老阿]'

interface Form {
  readonly pattern: string
  readonly length: number
}

/**
 * A pattern for every way a text names these people, without what politeness puts around it. Null for nobody. In Japanese
 * (`hasKana`) the border of a row of characters is mostly the border of a word; Chinese has no borders at all.
 */
export function eastAsianPattern(names: readonly EastAsianName[], hasKana: boolean): RegExp | null {
  const forms = names.flatMap((name) => formsOf(name, hasKana)).sort((a, b) => b.length - a.length)
  return forms.length === 0 ? null : new RegExp([...new Set(forms.map(({ pattern }) => pattern))].join('|'), 'gu')
}

function formsOf({ full, families, givens, script }: EastAsianName, hasKana: boolean): Form[] {
  const letter = script === 'katakana' ? '[\\p{Script=Katakana}ー]' : `\\p{Script=${script === 'han' ? 'Han' : 'Hangul'}}`
  const forms: Form[] = full.length < 2 ? [] : [{ pattern: [...full].join('[ \\u3000・·]?'), length: full.length + 4 }]
  const left = script === 'han' && !hasKana ? '' : `(?<!${letter})`
  // Korean puts its particles behind a name in the same letters.
  const right = script === 'hangul' || left === '' ? '' : `(?!${letter})`
  for (const family of families) {
    forms.push({ pattern: `${family}(?=${HONORIFIC})`, length: family.length + 2 })
    if (script === 'han') forms.push({ pattern: `(?<=${left}${FAMILIAR})${family}${right}`, length: family.length + 1 })
  }
  for (const part of [...families, ...givens]) {
    if (part.length < 2 || part === full) continue
    forms.push({ pattern: `${part}(?=${HONORIFIC})`, length: part.length + 2 }, { pattern: `${left}${part}${right}`, length: part.length })
  }
  return forms
}
