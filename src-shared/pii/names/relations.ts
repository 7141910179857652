import { backwards } from '../ends.ts'

/** What people are to each other, in five languages: straight behind "my" and the like, a name follows more often than not. */
const RELATIONS: Readonly<Record<string, { readonly whose: string; readonly who: string }>> = {
  en: {
    whose: 'my|your|his|her|our|their|the',
    who: '(?:brother|sister|mother|father|son|daughter)(?:[ -]in[ -]law)?|husband|wife|partner|fiancée?|boyfriend|girlfriend|cousin|uncle|aunt|nephew|niece|' +
      'grand(?:mother|father|son|daughter|ma|pa)|step(?:mother|father|son|daughter)|friend|mate|neighbou?r|flatmate|roommate|landlord|landlady|boss|manager|' +
      'colleague|coworker|co-worker|assistant|intern|accountant|lawyer|solicitor|dentist|plumber|electrician|builder|nanny|twin|ex',
  },
  de: {
    whose: 'beim|vom|zum|mein|meine|meinen|meinem|meiner|dein|deine|sein|seine|seinen|ihr|ihre|ihren|unser|unsere|unseren|unserem|unserer',
    who: 'schwager|schwägerin|schwester|bruder|mutter|vater|sohn|tochter|mann|frau|onkel|tante|cousin|cousine|neffe|neffen|nichte|opa|oma|freund|freundin|' +
      'kumpel|nachbar|nachbarn|nachbarin|mitbewohner|mitbewohnerin|vermieter|vermieterin|chef|chefin|kollege|kollegen|kollegin|assistentin|praktikantin?|' +
      'steuerberater|anwalt|zahnarzt|leiterin?|enkel|enkelin|schwieger(?:mutter|vater|sohn|tochter)',
  },
  fr: {
    whose: 'mon|ma|ton|ta|son|sa|notre|votre|leur',
    who: '(?:beau|belle)[ -](?:frère|sœur|soeur|mère|père|fils|fille)|frère|sœur|soeur|mère|père|fils|fille|mari|femme|compagnon|compagne|oncle|tante|cousine?|neveu|' +
      'nièce|amie?|copain|copine|pote|voisine?|colocataire|propriétaire|chef|cheffe|patronn?e?|collègue|assistante?|stagiaire|comptable|avocate?|dentiste|responsable',
  },
  es: {
    whose: 'mi|tu|su|nuestro|nuestra|vuestro|vuestra',
    who: 'cuñad[oa]|hermano|hermana|madre|padre|hijo|hija|marido|mujer|novi[oa]|pareja|tí[oa]|prim[oa]|sobrin[oa]|abuel[oa]|suegr[oa]|yerno|nuera|amig[oa]|vecin[oa]|' +
      'compañer[oa](?: de piso)?|caser[oa]|jef[ea]|colega|asistente|becari[oa]|abogad[oa]|dentista|gestora?',
  },
  sv: {
    whose: 'min|mitt|mina|din|sin|hans|hennes|vår|vårt|deras',
    who: 'svåger|svägerska|bror|brorsa|syster|syrra|mamma|pappa|mor|far|son|dotter|man|fru|sambo|pojkvän|flickvän|farbror|morbror|faster|moster|kusin|brorson|' +
      'systerson|kompis|vän|väninna|granne|hyresvärd|chef|kollega|assistent|praktikant|tandläkare|sv[äa]rmor|sv[äa]rfar|exman|exfru',
  },
}

/** Read backwards from a name: the last words of what stands before it. */
export const RELATED = backwards(new RegExp(
  `(?:^|[^\\p{L}])(?:${Object.values(RELATIONS).map(({ whose, who }) => `(?:${whose}) (?:new |old |neue[rn]? |alte[rn]? )?(?:${who})`).join('|')}),? $`, 'iu'))
