import { stemsOf } from '../words.ts'

/** What stands straight before a name, in the five languages, and how far it is to be believed. */
const any = (lists: readonly string[]): string => lists.join('|')

/** Nothing but names follow: a word that means something else is one too. */
export const NAMED_AFTER = any([
  '(?:die |der |den |von |an |bei )?(?:familie|eheleuten?|ehepaar|geschwister|eheleute)', '(?:la |de la )famille', '(?:les|des|aux) époux',
  'chez les', '(?:la |de la )familia', '(?:los|de los) señores', 'el matrimonio',
  'familjen', 'makarna', 'herrskapet',
  "(?:sur|last |family |second |maiden |first |given |middle |christian )name(?:['’]s| is|:|\\?| was)?(?: now)?",
  '(?:vor|nach|familien|mädchen)name(?: ist|:|\\?| lautet)?', "(?:pr[ée]nom|nom de famille|nom de jeune fille)(?:,? c['’]est| est| ?:| ?\\?)?",
  'apellidos?(?: es| son|:|\\?)?', '(?:el|su|mi|de) nombre(?: es|:|\\?)?',
  '(?:efter|för)namn(?:et)?(?: är|:|\\?)?',
  '(?:man|woman|bloke|guy|chap|lady|person|client|customer|colleague|friend|neighbou?r|patient|collector|someone|somebody|lad|lass|boy|girl|kid|one) (?:called|named|by the name of)',
  '(?:mann|frau|herr|kunde|kundin|nachbarn?|kollegen?|kollegin|patientin?|jemand) namens', '(?:homme|femme|client|cliente|voisine?|collègue|patiente?|personne) (?:nommée?|appelée?)',
  '(?:señor|señora|hombre|mujer|cliente|clienta|vecin[oa]|compañer[oa]|paciente) (?:llamad[oa]|que se llama)', '(?:man|kvinna|kund|granne|kollega|patient|kille|tjej) (?:som heter|vid namn)',
  'in the name of', 'under the (?:sur)?name(?: of)?', 'name on (?:the |my |this )?(?:card|account|booking|ticket|policy)(?: is|:|,)?',
  'cardholder(?: name)?(?: is|:)?', 'account ?holder(?: is|:)?', 'auf den namen',
  'ausgestellt auf', '(?:karten|konto)inhaber(?:in)?(?: ist|:)?', 'au nom de', 'titulaire(?: du compte)?(?: est| ?:)?', 'a nombre de',
  'titular(?: es|:)?', '(?:kort|konto)innehavare(?: är|:)?', 'utställ[td]t? på', 'skriven på', 'next of kin(?: is|:)',
])

/** Here a name follows more often than not: a word that means something else needs a capital or a family name behind it. */
export const NAMED_OFTEN = any([
  "(?:it['’]s|is it|booked|booking(?: is|['’]s)?|down|reservation(?: is|['’]s)?|listed|filed|registered|order(?: is|['’]s)?) under", 'down as',
  'vous êtes bien', 'êtes-vous bien', 'am i speaking (?:to|with)', 'is this', 'spreche ich mit', 'hablo con', 'es usted', 'talar jag med', 'är det',
  'made out to', 'payable to', 'registered to', 'issued to', 'addressed to',
  '(?:produced|mixed|written|edited|directed|presented|taught|led|drawn|taken|painted|reviewed|approved|signed|chaired|moderated|recorded) by',
  'is that', 'next of kin', 'emergency contact(?: is|:)?', 'complaint (?:came )?from an?', 'under', 'holder',
  '(?:gebucht|reserviert|läuft|lautet|angemeldet) auf', 'inhaber(?:in)?(?: ist|:)?', 'réservé (?:pour|par)', "à l['’]ordre de",
  'reservad[oa] (?:para|por)', 'a favor de', 'står på', '(?:bokat|bokad|skrivet|skriven) på', 'innehavare(?: är|:)?',
  '(?:chair(?:man|woman|person)?|treasurer|secretary|(?:vice )?captain|president|winner|runner-up|referee|umpire|coach|organi[sz]er|host|driver|' +
    'applicant|claimant|witness|tenant|landlord|landlady|guardian|executor|midwife|teacher|surgeon|consultant|plumber|electrician|builder|' +
    "accountant|solicitor|lawyer|vicar|supervisor|foreman|producer|editor|neighbour|neighbor)(?:['’]s| is| was| will be|:)",
  '(?:vorsitzende[rn]?|kassenw[aä]rt(?:in)?|kassierer?(?:in)?|schriftführer(?:in)?|schatzmeister(?:in)?|trainer(?:in)?|kapitän(?:in)?|' +
    'sieger(?:in)?|schiedsrichter(?:in)?|hausmeister(?:in)?|vermieter(?:in)?|mieter(?:in)?|hebamme|lehrer(?:in)?|beisitzer(?:in)?|' +
    'protokollführer(?:in)?)(?: ist| war| wird|:)?',
  '(?:présidente?|trésori(?:er|ère)|secrétaire|capitaine|arbitre|gagnante?|locataire|gardien(?:ne)?|témoin|rapporteu(?:r|se)|entraîneu(?:r|' +
    "se))(?: de l[ae’'] ?\\p{L}+)?(?:,? c['’]est| est| était| sera| ?:)?",
  '(?:president[ea]|tesorer[oa]|secretari[oa]|vocal|capit[aá]na?|árbitr[oa]|ganador[a]?|inquilin[oa]|testigo|entrenador[a]?|' +
    'encargad[oa])(?: de la \\p{L}+)?(?: es| será| era|:)?',
  '(?:ordföranden?|kassör(?:en)?|sekreterare(?:n)?|revisorn?|kapten(?:en)?|vinnare(?:n)?|domaren?|hyresgäst(?:en)?|suppleant(?:en)?|' +
    'ledamot(?:en)?|tränaren?)(?: är| var| blir|:)?',
])

/** A part of every one of them. */
export const NAMED_STEMS = stemsOf([
  'famil', 'eheleu', 'ehepaar', 'geschwister', 'époux', 'chez les', 'señores', 'matrimonio', 'makarna', 'herrskapet', 'name', 'nom', 'apellido',
  'namn', 'called', 'named', 'namens', 'nommé', 'appelé', 'llama', 'heter', 'êtes', 'speaking', 'spreche', 'hablo', 'usted', 'talar', 'är det', 'is this',
  'holder', 'ausgestellt', 'inhaber', 'titul', 'innehavare', 'utställ', 'på', 'next of kin', 'under', 'down as', 'made out', 'payable',
  'registered', 'issued', 'addressed',
  ' by', 'is that', 'emergency', 'complaint', 'gebucht', 'reserv', 'läuft auf', 'réserv', 'ordre de', 'a favor', 'bok', 'skriv',
  'chair', 'treasurer', 'secret', 'captain', 'president', 'winner', 'runner', 'referee', 'umpire', 'coach', 'organi', 'host', 'driver', 'applicant',
  'claimant', 'witness', 'tenant', 'landl',
  'guardian', 'executor', 'midwife', 'teacher', 'surgeon', 'consultant', 'plumber', 'electrician', 'builder', 'accountant', 'solicitor', 'lawyer',
  'vicar', 'supervisor', 'foreman',
  'producer', 'editor', 'neighb', 'vorsitz', 'kass', 'schrift', 'schatz', 'train', 'kapit', 'sieger', 'schieds', 'hausm', 'miet', 'hebamme',
  'lehrer', 'beisitz', 'protokoll',
  'président', 'trésor', 'secrét', 'capit', 'arbitre', 'gagnant', 'locataire', 'gardien', 'témoin', 'rapporteu', 'entraîn', 'tesorer', 'vocal',
  'árbitr', 'ganador', 'inquilin',
  'testigo', 'entrenador', 'encargad', 'ordför', 'sekreterare', 'revisor', 'vinnare', 'domare', 'hyresg', 'suppleant', 'ledamot', 'tränare',
])
