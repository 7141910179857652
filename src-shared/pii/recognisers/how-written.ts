/** How people say that a password is written, before it and behind it. */
const BEFORE = [
  '(?:it[\'’]s )?(?:all |in |just )?(?:all )?(?:lower ?case|upper ?case|small letters|caps|capitals|one word)', 'alles (?:klein|groß|zusammen)(?:geschrieben)?',
  '(?:tout )?(?:en (?:minuscules|majuscules)|attaché|en un mot)', 'todo (?:en (?:minúsculas|mayúsculas)|junto)',
  '(?:bara |allt (?:i )?)?(?:små|stora) bokstäver', 'allt ihop',
]
const BEHIND = [
  '(?:(?:all|in|as|it[\'’]s) )*(?:lower ?case|upper ?case|caps|capitals|one word|no spaces|with (?:a|an) |(?:a )?capital|spelled|spelt)',
  '(?:capital|großes|groß|kleines|klein|majuscule|mayúscula|stort|litet) \\p{L}(?!\\p{L})', 'alles (?:klein|groß|zusammen)', 'in einem wort', 'mit (?:großem|kleinem|einem)',
  'tout (?:attaché|en)', 'en (?:un mot|minuscules|majuscules)', 'avec (?:une? )?(?:majuscule|\\p{L}+ majuscule)',
  'todo (?:junto|en)', 'en (?:minúsculas|mayúsculas)', 'con (?:la )?(?:\\p{L}+ )?mayúscula',
  'bara små', 'allt ihop', 'i ett ord', 'små bokstäver', 'med stort? ',
]

/** "is all lower case, pineapple77": how it is written is no part of it. */
export const HOW_WRITTEN = new RegExp(`^(?:(?:${BEFORE.join('|')})[,:]? )?(?:["'“„«])?\\s*`, 'iu')
/** "banana, all one word, with a capital B": said of the word before it. */
export const HOW_BEHIND = new RegExp(`^(?:\\p{L}{3,16}[ -]?){1,3}(?=,? (?:${BEHIND.join('|')}))`, 'iu')
