/**
 * What firms and institutions are called by, in five languages: the forms of their law, the words that say what they are, and how one
 * speaks of them. Words in lower case unless said otherwise.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** A legal form at the start of a text, as it is written; short ones only with their capitals. */
export const LEGAL_FORM = new RegExp(
  '^(?:' +
    'GmbH(?: ?(?:&|und|\\+) ?Co\\.? ?KG(?:aA)?)?|gGmbH|[Gg]mbh|mbH|AG(?: ?& ?Co\\.? ?KG)?|KGaA|KG|OHG|UG|e\\. ?V\\.?|e\\. ?G\\.?|eG|eK|e\\. ?K\\.?|GbR|SE|' +
    'Ltd|ltd|Limited|LIMITED|LLC|L\\.L\\.C\\.?|llc|LLP|llp|Inc|inc|Incorporated|Corp|Corporation|PLC|Plc|plc|Co(?=\\.)|Pty(?: Ltd)?|' +
    'SARL|S\\.?à ?r\\.?l\\.?|sarl|SASU?|S\\.A\\.S\\.?|EURL|SCOP|SNC|SCI|S\\.A\\.?|SA|' +
    'S\\.L\\.U?\\.?|SLU?|S\\.A\\.U\\.|S\\. ?Coop\\.?|S\\.C\\.|' +
    'AB(?: \\(publ\\))?|HB|aktiebolag|Aktiebolag|ASA?|A/S|ApS|Oyj?|BVBA|BV|B\\.V\\.?|NV|N\\.V\\.?|S\\.p\\.A\\.?|SpA|S\\.r\\.l\\.?|Srl|Kft|Sp\\. z o\\.o\\.' +
    ')(?![\\p{L}\\p{N}])', 'u')

/** The first letters of those, so that few words are compared. */
export const LEGAL_START = words('gmbh ggmbh mbh ag kgaa kg ohg ug e eg ek gbr se ltd limited llc l llp inc incorporated corp corporation plc co pty sarl s sas sasu eurl scop snc sci sa sl slu ab hb aktiebolag as asa a aps oy oyj bvba bv b nv n spa srl kft sp')

/** Said without capitals these are nothing else. */
export const LEGAL_SAID = words('gmbh ltd llc llp plc sarl inc aktiebolag')

/** Ends the name of one sort of body and of nothing else. */
export const ENDS_FIRM = words(`
  bank insurance university college hospital clinic foundation airlines airways motors pharma pharmaceuticals logistics holdings industries technologies
  energy foods brewery bakery motors university polytechnic academy institute assurance ventures publishing railways electronics biotech robotics
  versicherung versicherungen universität hochschule klinik klinikum krankenhaus stiftung verlag sparkasse werke akademie brauerei
  universitet högskola sjukhuset sjukhus kommun församling förlag stiftelse bryggeri försäkringar kommunen akademin
`)

/** Ends it where what stands before is a name. */
export const MAY_END_FIRM = words(`
  group partners associates consulting solutions systems software services capital media studio studios press labs laboratories trust council association
  society federation
  union institute school centre center hotel restaurant pharmacy agency club authority engineering construction design analytics digital networks
  brothers stores
  gruppe gesellschaft verein institut bau handel technik systeme haus apotheke gymnasium schule beratung logistik
  gruppen bolaget skola skolan förening föreningen byrån bygg handel teknik
`)

/** Said without capitals these still end a name where the word before has no other meaning. */
export const ENDS_FIRM_SAID = words('bank insurance university hospital clinic foundation airlines logistics robotics energy foods motors pharma versicherung universität klinik klinikum verlag universitet sjukhuset sjukhus kommun förlag försäkringar')

/** Begins the name: "University of …", "Klinik …", "Banco de …". By language; where there is none, the English ones. */
export const STARTS_FIRM: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('university college bank ministry department institute church museum chamber academy school faculty party government council embassy society association federation'),
  de: words(`universität hochschule klinik klinikum krankenhaus bank sparkasse volksbank raiffeisenbank stadtwerke kanzlei praxis autohaus bäckerei apotheke
    verein
    stiftung institut ministerium bundesministerium landratsamt hotel gasthof verlag brauerei spedition druckerei metzgerei schreinerei gymnasium bundesamt
    technische`),
  fr: words(`université clinique hôpital banque ministère mairie lycée collège école institut cabinet groupe fondation association garage pharmacie boulangerie crédit
    éditions établissements restaurant hôtel laboratoire laboratoires transports assurances imprimerie caisse`),
  es: words(`universidad banco clínica hospital ministerio ayuntamiento colegio instituto fundación grupo farmacia editorial caja hotel restaurante asociación cooperativa
    talleres transportes laboratorios bodegas consultora aseguradora seguros academia`),
  sv: words('stiftelsen föreningen hotell restaurang bilfirman advokatbyrån bokförlaget region försäkringsbolaget bryggeriet'),
}

/** What may stand between such a word and the name. */
export const OF_FIRM: Readonly<Record<string, RegExp>> = {
  en: /^ of (?:the )?/,
  de: /^ (?:für |der |des |am |im |zum |zur )?/,
  fr: /^ (?:de la |de l['’]|des |du |de |d['’]|la |le |les |l['’])?/,
  es: /^ (?:de la |de los |de las |del |de |la |el )?/,
  sv: /^ (?:för )?/,
}

/** Bodies of a state are named by what they care for, which is a word. */
export const NAMED_BY_A_WORD = words('ministry department ministerium bundesministerium bundesamt ministère ministerio')

/** May stand before a name with a capital and is no part of it. */
export const SAYS_WHAT = words(`
  the our your their my his her this that new old
  firma kunde kundin kunden lieferant lieferanten unternehmen partner konzern gesellschaft dienstleister anbieter wettbewerber mandant mandantin auftraggeber
  vertrag
  rechnung angebot
  customer client supplier vendor company firm competitor employer invoice contract account
  société entreprise client fournisseur la le les notre votre leur l
  empresa cliente proveedor compañía la el nuestro nuestra
  företaget bolaget kunden leverantören firman
`)

/** How firms are spoken of, straight before a name; by language. Patterns for the end of a text in lower case. */
export const FIRM_CUES: Readonly<Record<string, readonly string[]>> = {
  en: [
    '(?:work|works|worked|workjob|jobs|role|employed|interned|internship|career|started|engineer|manager|consultant|analyst|developer|director) (?:at|for)',
    '(?:our|a|an|the|your|their|my|new|big|key|biggest|largest|main|former|another|one) (?:customers?|clients?|suppliers?|vendors?|competitors?|employers?|contractors?|insurers?|landlords?|subcontractors?|wholesalers?|distributors?|resellers?|rivals?)(?:,| is| called| named| at| like)?',
    '(?:customer|client|supplier|vendor|competitor|employer|company|firm|startup|start-up) (?:called|named)',
    '(?:contract|contracts|(?:a|the|our|this|new) deal|agreement|partnership|merger|tender|negotiations?|invoices?|orders?|quote|bid|subscription|account) (?:with|from|for)',
    '(?:signed|contracted|merged|partnered|competing|compete|competes|negotiating|bank|banks|insured) (?:up )?with',
    '(?:acquired|acquire|acquiring|sued|bought out|outbid|poached from|headhunted by|acquired by|bought by|owned by|sold to|hired by|shares in|shares of)',
    '(?:customers|clients|suppliers|vendors|competitors) (?:like|such as|including)',
    '(?:folks|people|team|guys|colleagues|someone|somebody|rep|reps|lawyers|consultants|sales) (?:at|over at|from)',
  ],
  de: [
    '(?:arbeite[tn]?|arbeitest|gearbeitet|angestellt|beschäftigt|job|stelle|praktikum|angefangen|fängt|mitarbeiter|bestellt|gekauft) (?:jetzt )?bei(?: der| dem)?',
    '(?:kunde|kundin|kunden|lieferant|lieferanten|firma|mandant|mandantin|wettbewerber|auftraggeber|dienstleister|arbeitgeber|konkurrent|versicherer|anbieter|spedition|hersteller)',
    '(?:vertrag|rahmenvertrag|abkommen|verhandlungen?|zusammenarbeit|partnerschaft|fusion|rechtsstreit) mit(?: der| dem)?',
    '(?:rechnung|angebot|auftrag|lieferung|bestellung|mahnung|leute|kollegen|ansprechpartner|vertreter|anwälte) (?:von|bei)(?: der| dem)?',
    '(?:übernahme|aktien|kauf) (?:von|der)',
  ],
  fr: [
    'chez',
    '(?:travaille|travaillait|travailler|travaillé|bosse|bossait|embauchée?|salariée?|employée?|stage) (?:pour|à la|à)',
    '(?:client|cliente|clients|fournisseur|prestataire|partenaire|concurrent|société|entreprise|boîte|employeur|assureur|banque|sous-traitant|transporteur)',
    '(?:contrat|accord|partenariat|fusion|négociations?|litige) avec',
    '(?:facture|devis|offre|commande|livraison|rachat|actions|commerciaux|avocats) (?:de chez|de|d)',
  ],
  es: [
    '(?:trabaj(?:a|o|aba|é|ó|an|ar|amos)|empleado|contratado|prácticas|puesto) (?:en|para)',
    '(?:cliente|clienta|clientes|proveedor|proveedora|empresa|compañía|competidor|firma|aseguradora|contratista|distribuidora|empleador)',
    '(?:contrato|acuerdo|alianza|fusión|negociaciones|litigio|convenio) con',
    '(?:factura|presupuesto|pedido|oferta|compra|acciones|gente|comerciales|abogados) de',
  ],
  sv: [
    '(?:jobbar|jobbade|jobba|arbetar|arbetade|arbeta|anställd|anställning|tjänst|praktik|börjat|börjar) (?:på|hos|för|åt)',
    '(?:kunden|kund|kunder|leverantören|leverantör|partnern|konkurrenten|företaget|bolaget|firman|byrån|arbetsgivaren|underleverantören|entreprenören)',
    '(?:avtal|avtalet|kontrakt|kontraktet|samarbete|förhandlingar|fusionen) med',
    '(?:faktura|fakturan|offert|offerten|beställning|beställningen|leverans|leveransen|folket|säljaren|aktier) (?:från|hos|i)',
  ],
}

/** How firms are spoken of, straight behind a name. */
export const FIRM_BEHIND: Readonly<Record<string, RegExp>> = {
  en: /^(?:['’]s)? (?:account|contract|deal|rollout|tender|acquisition|merger|shareholders?|subsidiary|headquarters|invoice|invoices)(?!\p{L})|^,? (?:acquired|merged with|went bankrupt|went public|filed for|is hiring|laid off|outsourced)(?!\p{L})/iu,
  de: /^-(?:konzern|gruppe|vertrag|aktie|aktien|filiale|werk|mitarbeiter|rechnung|auftrag)(?!\p{L})/iu,
  fr: /^ (?:a racheté|a fusionné|a fait faillite|recrute|a licencié)(?!\p{L})/iu,
  es: /^ (?:ha comprado|compró|quebró|se fusionó|contrató)(?!\p{L})/iu,
  sv: /^-(?:koncernen|gruppen|avtalet|aktien|kontot)(?!\p{L})|^ (?:har köpt|köpte upp|gick i konkurs|varslade)(?!\p{L})/iu,
}

/**
 * Known everywhere, and called like nothing else. Makers of what one works with every day (a search engine, an editor) are not here: one
 * uses those, and hiding them would say nothing of anybody; as somebody's customer they are found like any other.
 */
export const WELL_KNOWN: readonly string[] = (
  'siemens|bosch|volkswagen|bmw|daimler|porsche|audi|thyssenkrupp|lufthansa|deutsche bahn|deutsche bank|commerzbank|allianz|basf|telekom|deutsche telekom|vodafone|telefónica|telefonica|' +
  'hsbc|barclays|natwest|lloyds bank|santander|bbva|bnp paribas|société générale|crédit agricole|crédit mutuel|ubs|credit suisse|ing|goldman sachs|jpmorgan|morgan stanley|citigroup|wells fargo|' +
  'deloitte|kpmg|pwc|pricewaterhousecoopers|accenture|mckinsey|capgemini|boston consulting group|roland berger|' +
  'ikea|lidl|aldi|tesco|sainsbury|carrefour|auchan|mercadona|edeka|rewe|decathlon|inditex|el corte inglés|walmart|costco|walgreens|starbucks|mcdonalds|' +
  'toyota|honda|nissan|hyundai|renault|peugeot|citroën|stellantis|volvo|scania|ericsson|electrolux|husqvarna|skf|atlas copco|nordea|swedbank|handelsbanken|vattenfall|' +
  'airbus|boeing|michelin|danone|l\'oréal|lvmh|sanofi|novartis|pfizer|astrazeneca|glaxosmithkline|nestlé|nestle|unilever|philips|nokia|samsung|sony|panasonic|' +
  'hitachi|mitsubishi|toshiba|general electric|general motors|exxonmobil|totalenergies|iberdrola|endesa|repsol|edf|engie|orange business|sncf|renfe|ryanair|easyjet|iberia|air france|british airways|' +
  'royal mail|deutsche post|correos|postnord|fedex|dhl|maersk|db schenker|verizon|comcast|nhs|bbc|unicef|unesco|nato|oxfam|greenpeace|red cross|rotes kreuz|croix-rouge|cruz roja|röda korset'
).split('|')
