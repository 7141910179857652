import { matchesOf } from './matches.ts'

/**
 * Words that say what a value is, in five languages. All kinds compete: the cue nearest before a value decides what it
 * is, so "the order number" keeps a telephone's words from hiding what stands behind it. Plain alternations; none can
 * backtrack over more than the window they are read in.
 */
export type CueKind =
  | 'phone' | 'card' | 'iban' | 'bank' | 'nationalId' | 'passport' | 'licence' | 'medical' | 'plate'
  | 'secret' | 'username' | 'birth' | 'crypto' | 'mac' | 'ip' | 'nobody'

const CUES: Readonly<Record<CueKind, string>> = {
  // What an order, a ticket, a room or a version is called: a number that is no one's.
  nobody: 'p\\.?o\\.?(?: (?:number|no|ref\\p{L}*))?(?! ?box)|purchase orders?(?: (?:number|no))?|work orders?(?: (?:number|no))?|rma(?: number)?|(?:fact|fra)\\.? n[ºo°]\\.?|rg\\.?-?nr\\.?|re\\.?-nr\\.?|warranty (?:number|no)|garantie(?:nummer|nr)|claim ref\\p{L}*|docket|(?:conference|meeting|webinar|zoom|session) id|(?:cost cent(?:re|er)|nominal|ledger|charge|job|project|course|module|training|dialling|gl|stock|menu) codes?|kostenstelle\\p{L}*|sachkonto|erlöskonto|aufwandskonto|kursnummer|code (?:analytique|projet|cours)|c[óo]digo de (?:curso|proyecto)|kostnadsställe\\p{L}*|kurskod\\p{L}*|gift cards?|loyalty cards?|library cards?|gutscheinkarte\\p{L}*|geschenkkarte\\p{L}*|carte cadeau|tarjeta regalo|presentkort\\p{L}*|containers?|(?:tracking|order|booking|parcel|delivery|shipping|consignment|job|asset|batch|part|product|serial|ticket|invoice|quote|promo|voucher|discount) (?:code|ref(?:erence)?|number|id)(?:[\'’]s)?|part numbers?|parts?(?= $)|teil(?:enummer)?(?= $)|pièce(?= $)|pieza(?= $)|replaces|ersetzt|remplace|reemplaza|ersätter|reservation|customer (?:no|number|id)|kundennummer|num[ée]ro (?:de )?client|n[úu]mero de cliente|kundnummer|batch|lot|lote|charge(?= \\d)|aktenzeichen|az|(?:error|status|exit|return|country|area|bar|qr|promo|discount|product|colou?r|source|dress|response|reason) codes?|fehlercode|produktcode|rabattcode|länderkennung|c[óo]digo de (?:error|producto|país|barras)|code (?:erreur|d.erreur|produit|pays|barres?|promo)|felkod\\p{L}*|landskod|rabattkod\\p{L}*|produktkod\\p{L}*|orders?|ticket|invoice|tracking|serial|part number|parcel|shipment|version|build|commit|issue|case|reference|sku|item|room|isbn|model|firmware|release|default port|port|bestell\\p{L}*|auftrag\\p{L}*|rechnung\\p{L}*|sendung\\p{L}*|seriennummer|artikel\\p{L}*|raum|vorgang\\p{L}*|commande|facture|colis|suivi|dossier num\\p{L}*|num[ée]ro de (?:commande|dossier|suivi|s[ée]rie)|salle|pedido|n[úu]mero de (?:pedido|serie|seguimiento)|factura|env[íi]o|sala|[äa]rende\\p{L}*|ordern\\p{L}*|beställning\\p{L}*|faktur\\p{L}*|rummet|paket\\p{L}*|serienummer|percent|prozent|procent|budget|euros?|dollars?|pounds?|kronor',
  phone: '(?<=(?:read|give|send|tell|text|find|got|have|what[\'’]s|what is|here[\'’]s|here is) (?:me |us |you |him |her )?(?:the |my |your |his |her |our )?\\p{L}{3,12}[\'’]s )number|message (?:\\p{L}+ )(?:on|at)|buzz (?:\\p{L}+ )(?:on|at)|get (?:me|us|him|her) (?:on|at)|try (?:me|us|him|her) (?:on|at)|picks? up (?:on|at)|(?:best|right) number|the number(?! of)|phone(?: number)?|telephone|tel|mobile|cell(?:phone)?|fax|landline|festnetz\\p{L}*|fixe|fijo|hemnum\\p{L}*|tfno|tlf|tfn|fon|natel|durchwahl|anknytning|call|ring|dial|text|reach|whatsapp|sms|number is|(?:my|his|her|their|your) number|callback|voicemail|telefon\\p{L}*|handy\\p{L}*|mobil\\p{L}*|nummer|rückruf\\p{L}*|anruf\\p{L}*|zurückrufen|erreich\\p{L}*|t[ée]l[ée]phone|portable|appel\\p{L}*|rappel\\p{L}*|joindre|num[ée]ro|tel[ée]fono|m[óo]vil|ll[aá]m\\p{L}*|n[úu]mero|ringer?|ring|nås?',
  card: 'charge (?:it|this|that) (?:to|on)|(?:the )?long number|sixteen digits|sixteen-digit|pay with|billed to|put it on|belaste\\p{L}*|débite[rz]?|cárguelo (?:a|en)|cards?|card number|visa|mastercard|amex|american express|maestro|credit card|debit card|karten?|kartennummer|kreditkarten?\\p{L}*|carte(?: bancaire)?|tarjeta|kortnum(?:mer|ret)|kortet|kort|kreditkort\\p{L}*',
  iban: 'iban',
  bank: 'direct debits?|standing orders?|(?:salary|wages?|pension|rent|expenses|refund|deposit)(?: \\p{L}{1,10}){0,2} (?:paid|goes|sent|credited|transferred) (?:in)?to|(?:gehalt|lohn|miete|rente) (?:geht |kommt |wird |bitte |soll )?(?:auf|an)|(?:salaire|loyer|pension)(?: \\p{L}{1,10}){0,2} (?:versée?|virée?) (?:à|sur)|(?:n[óo]mina|sueldo|alquiler|pensi[óo]n)(?: \\p{L}{1,10}){0,2} (?:ingresad[oa]|abonad[oa]|se (?:ingresa|paga|abona)) (?:en|a)|(?:lön(?:en)?|hyran?|pension(?:en)?) (?:sätts in|betalas(?: ut| in)?|går|kommer) (?:på|till)|rtn|institution|bankverbindung\\p{L}*|girokonto|gehaltskonto|code banque|guichet|relev[ée] d.identit[ée] bancaire|domiciliaci[óo]n|c[óo]digo cuenta(?: cliente)?|ccc(?= ?:? ?$)|clabe|bankkontonum\\p{L}*|lönekonto\\p{L}*|roll number|building society|sorting code|(?:paid|pays?|paying|wired?|transfer(?:red)?|refund(?:ed)?|put|goes?|went|lands?|landed|deposit(?:ed)?|credit(?:ed)?)(?: \\p{L}{1,12}){0,3} into(?= $)|(?:sätt(?:er)?|satt) in(?: \\p{L}{1,12}){0,2} på(?= $)|s/c|a/c|acc(?= )|acc(?:ount)? (?:no|ending|ends)|beneficiary account|giro|iban-frei|institution number|ifsc|sort(?= $)|checking|savings|iban-?nr|account(?: number)?|acct|sort code|routing(?: number)?|aba|bsb|bank account|transit number|kontonum(?:mer|ret)\\p{L}*|kontot|konto|kto|kontonr|bankleitzahl|blz|num[ée]ro de compte|compte(?: bancaire)?|code guichet|rib|cuenta(?: bancaria)?|n[úu]mero de cuenta|clearing\\p{L}*|bankgiro\\p{L}*|plusgiro\\p{L}*|bankkonto',
  nationalId: 'rentenversicherung|uidai|cpr|ird|hkid|egn|amka|bvn|trn|(?:rut|run|tin|nik|afm|kra|sss|fin|rg|nip|hkid|resident registration)(?:[ -](?:number|no|nummer))|pan(?=(?: is| card| number)? ?:? ?$)|(?:steuerliche )?identifikationsn\\p{L}*|national (?:number|no)|num[ée]ro de registre national|ppsn|nric|mykad|emirates id|cnic|pan (?:card|number)|voter id|utr|taxpayer (?:reference|id\\p{L}*|number)|tax (?:reference|payer number)|ni(?= ?[:#] ?$)|ni no|sv-?(?:nr|nummer)|st\\.?-?(?:nr|nummer)|rv-?(?:nr|nummer)|steuer-?(?:nr|idnr|identnummer)|idnr|oasi|niss|insz|num[ée]ro (?:fiscal|ss|avs)|n° (?:fiscal|ss|avs|s[ée]cu)|s[ée]cu(?:rit[ée] soc\\p{L}*)?(?= ?(?:est |:)? ?$)|naf(?= ?:? ?$)|nass|(?:n[úu]mero de (?:la )?)?seguridad social|c[ée]dula(?: de (?:identidad|ciudadan[íi]a))?|cuil|cuit|cnp|jmbg|oib|samordningsn\\p{L}*|person-?id|my number card|nin(?= ?:? ?$)|pnr|persnr|personnr|p-nr|nuss|fiscal code|tax (?:code|number|file number)|identification number|personal (?:identity )?number|citizen(?:ship)? (?:id|number)|pps(?: number)?|curp|rfc|itin|hetu|fødselsnummer|henkilötunnus|num[ée]ro national|registre national|rijksregisternummer|sozialversicherungsnr|svnr|ssn|social security(?: number)?|social insurance(?: number)?|social|national insurance(?: number)?|ni number|nino|nhs(?: number)?|bsn|tax file number|tfn|tax id\\p{L}*|national id\\p{L}*|id number|id card|identity card|steuer-?id\\p{L}*|steueridentifikationsnummer|steuernummer|sozialversicherungsnummer|rentenversicherungsnummer|num[ée]ro de s[ée]curit[ée] sociale|s[ée]curit[ée] sociale|num[ée]ro de s[ée]cu|nir|carte d.identit[ée]|dni|nie|nif|personnum(?:mer|ret)\\p{L}*|samordningsnummer|pesel|aadhaar|codice fiscale|ahv\\p{L}*|sin|cpf|insee',
  passport: 'ppt(?= (?:no |number )?$)|(?:travel|id|identity|identification|dutch|german|french|spanish|swedish|italian|polish|irish|british|american|canadian|belgian|portuguese|danish|norwegian|finnish|greek|romanian|indian|chinese|turkish|swiss|austrian|ukrainian|australian|brazilian|mexican|japanese) (?:document|id)(?: (?:number|no|card))?|document (?:number|no)(?= (?:is )?$)|id-?kort\\p{L}*|legitimation\\p{L}*|perso|cni|pi[èe]ce d.identit[ée]|document d.identit[ée]|documento de (?:identidad|viaje)|identitetskort\\p{L}*|resedokument\\p{L}*|residence permit|aufenthaltstitel|titre de séjour|tarjeta de residencia|uppehållstillstånd\\p{L}*|visa (?:number|no)|trave?l?ling on|travels on|passports?|pp(?= n[or])|reisepass\\p{L}*|passn\\p{L}*|pass|passeports?|pasaportes?|passets?|(?:personal)?ausweis\\p{L}*',
  licence: "(?<=(?:texas|florida|california|york|ohio|jersey|georgia|michigan|illinois|virginia|washington|arizona|carolina) )d l|driving permit|permit to drive|patente di guida|rijbewijs|licencia|dvla(?: number)?|driver(?:['’]s)? (?:number|id)|state id|provisional|driver'?s'? licen[cs]e|driving licen[cs]e|licen[cs]e(?: number)?|dl|führerschein\\p{L}*|permis(?: de conduire)?|(?:carn[ée]t?|permiso|licencia) de conducir|körkort\\p{L}*",
  medical: '(?:medical|clinic|hospital) cards?|hosp\\.? (?:no|nr)\\.?|(?:charts?|notes|records?|x-?rays?) (?:that )?(?:i|we|you|they|he|she) (?:\\p{L}{1,8} )?(?:need|want|asked for|ordered|pulled|requested)s?(?=.{0,24}$)|akte,? die (?:ich|wir|sie) (?:brauchen?|suchen?)(?=.{0,24}$)|dossier (?:qu.il (?:me|nous) faut|dont (?:j.ai|on a) besoin|que (?:je|nous) cherch\\p{L}{1,3})(?=.{0,24}$)|historia que (?:necesito|busco|necesitamos|buscamos)(?=.{0,24}$)|(?:number|no|id) (?:at|with) the (?:clinic|surgery|hospital|practice|gp|dentist|ward)|chart[\'’]s(?= $)|(?:bupa|axa health|vitality|cigna|aetna|humana|kaiser|anthem|blue (?:cross|shield)|medibank|vhi|laya|sanitas|adeslas|asisa|mgen)(?: (?:membership|member|policy))?|(?:aok|tk|barmer|dak|bkk|ikk)[ -]?(?:nr|nummer)|medicaid|chi(?= ?:? ?$)|h&c(?: number)?|phn|personal health number|ihi|(?:path(?:ology)?|lab(?:oratory)?|blood|tissue|biopsy|urine) (?:sample|request|ref|no)|sample (?:id|no|number|label)|accession(?: number| no)?|encounter (?:id|number|no)|case ?notes? (?:number|no)|nhs\\/hospital no|(?:medical|health) (?:file|aid|scheme|fund|plan|id|identifier)(?: number| no| member)?|unit number(?= [\\p{L}])|clinic (?:number|no)|kv-?(?:nr|nummer)|kvnr|krankenvers\\p{L}*|pat\\.?-?(?:nr|id|nummer)|armband\\p{L}*|proben-?n\\p{L}*|befund-?n\\p{L}*|röntgen-?n\\p{L}*|karteinummer|kassen-?(?:nr|nummer)|(?<=(?:kasse|aok|barmer|dak|tk|bkk|ikk).{0,40})mitgliedsn\\p{L}*|versicherungs-?nr|dossier m[ée]dical|nda|nip(?= ?:? ?$)|num[ée]ro (?:d.hospitalisation|de (?:s[ée]jour|venue|pr[ée]l[èe]vement|dossier m[ée]dical))|matricule patient|compl[ée]mentaire(?: sant[ée])?|tiers payant|bracelet(?= (?:indique|dit|porte))|n° (?:d.)?assur[ée]e?|num[ée]ro de (?:s[ée]cu )?mutuelle|episodio(?: n[úu]mero)?|historial(?: m[ée]dico| cl[íi]nico)?|tsi|cartilla(?: sanitaria)?|pulsera|mutualista|n[úu]mero de (?:episodio|ingreso|mutualista|beneficiario|expediente m[ée]dico)|reservn\\p{L}*|lid-?n\\p{L}*|provrör\\p{L}*|rör-?id|frikort\\p{L}*|vård-?id|vårdtillfälle\\p{L}*|remiss-?id|försäkringsn\\p{L}*|beneficiary(?: identifier| number)?|mbi|ohip|health card (?:reads|says)|hospital no|admission (?:number|no)|patient[ -]?(?:ref|reference|file|no)|referral (?:number|id)|specimen(?: number)?|lab(?:oratory)? (?:number|id|ref)|chi number|dva|group (?:number|no)(?= )|plan id|insurance card|fallnummer|fall-?nr|patienten?-?(?:id|nr)|aufnahmenummer|laborn\\p{L}*|überweisungs\\p{L}*|versichertenn\\p{L}*|egk|gesundheitskarte|ipp|ins|num[ée]ro (?:d.)?ipp|n° (?:de )?(?:patient|adh[ée]rent)|amc|carte de mutuelle|nhc|cip|cipa|nuhsa|sip|historia(?: n[úu]mero)?|n[úu]mero de (?:tarjeta sanitaria|afiliaci[óo]n)|afiliaci[óo]n|remissn\\p{L}*|vårdnummer|provn\\p{L}*|sjukhusnummer|kortnummer på ehic|wristband(?: says)?|(?:the )?ward|prescription(?: number)?|rezept(?:nummer)?|ordonnance|ehic|member|hospital id|policy ?holder|subscriber|insurance (?:number|id)|policy id|chart (?:says|reads|no)|(?:blood )?sample label|beneficiary id|nhi|versichertennr|versicherungsnummer|mutuelle|num[ée]ro d.adh[ée]rent|p[óo]liza(?: m[ée]dica)?|n[úu]mero de asegurado|patientid|medicare card|versichertenkarte|carte vitale|tarjeta sanitaria|(?<=(?:patient|n[ée]e) .{0,60})dossier (?:num\\p{L}*|n°)|(?<=(?:paciente|nacid[oa]) .{0,60})expediente|akte(?= nummer)|(?<=patient.{0,60})akten?\\p{L}*|health number|journal ?nr|patient(?: number| id|.s record(?: number)?)?|medical record(?: number)?|record number|mrn|hospital number|chart number|health (?:insurance|card|plan)(?: number)?|member id|medicare|krankenversicher\\p{L}*|krankenkasse\\p{L}*|versicherten\\p{L}*|patientennummer|patientenakte|carte vitale|dossier (?:du |de la |m[ée]dical du )?patient|num[ée]ro de patient|historia cl[íi]nica|n[úu]mero de (?:paciente|historia)|paciente|tarjeta sanitaria|num[ée]ro d.assur[ée]e?|patientnum(?:mer|ret)|journalnum(?:mer|ret)|journal(?:en|ens)?',
  plate: '(?:reg|registration|(?:number |licen[cs]e )?plate|tag)(?: number)? (?:on|at) the (?:back|front|rear|trailer|cab)(?: (?:is|says|reads))?|kennzeichen (?:hinten|vorne?)(?: ist)?|plaque (?:arri[èe]re|avant)(?: est)?|matr[íi]cula (?:trasera|delantera|de (?:atrás|delante))(?: es)?|skylten (?:bak|fram)(?: är)?|tractor unit|(?:the )?(?:rig|hgv|artic)(?= (?:is|reads))|sattelzug\\p{L}*|zugmaschine|tracteur|cabeza tractora|dragbil\\p{L}*|hire car|rental car|company car|courtesy car|tag (?:number|no)|falschparker\\p{L}*|abgeschleppt|geblitzt|mal gar[ée]e?|mal aparcad[oa]|felparkerad\\p{L}*|dienstwagen|firmenwagen|mietwagen|véhicule|veh[íi]culo|fordon\\p{L}*|bilnummer|skylt\\p{L}*|autokennzeichen|kz(?= ?: ?$)|number ?plates?(?: ends?| reads?| says)?|tag[\'’]s|tags? (?:is|are|reads)|licen[cs]e tag|rego|vrn|vrm|index number|camper|caravan|trailer|minibus|scooter|pick-?up|lkw|pkw|anhänger|motorrad|roller|wohnmobil|camion|moto|remorque|camionnette|scooter|furgoneta|camión|remolque|lastbil\\p{L}*|skåpbil\\p{L}*|släp\\p{L}*|husbil\\p{L}*|cab|taxi|lorry|motorbike|parked|geparkt|matr\\.?|regnr|reg\\.? ?nr|kfz|nummerplåt\\p{L}*|patente|immat|(?:number|licen[cs]e) plate|plates?|registration(?: number)?|reg|vehicle|car|van|truck|kennzeichen|nummernschild|auto|wagen|immatricul\\p{L}*|plaque|voiture|matr[íi]cula|coche|placa|registreringsnum\\p{L}*|regnummer\\p{L}*|regnumret|bil|bilen',
  secret: '(?<=(?:three|3|drei|trois|tres|tre) )(?:digits|ziffern|chiffres|cifras|dígitos|siffror(?:na)?)(?: are| sind| sont| son| är)?(?= ?:? ?$)|ny(?:a|tt)? kod(?:en)?|new (?:pin )?code|(?:nuevo|nueva) (?:c[óo]digo|clave)|neue[rn]? code|nouveau code|(?:mfa|two[ -]factor|authenticator) codes?|backup codes?|reset code|security pin|sim pin|zugangspin|freischaltcode|einmalpasswort|einmalcode|nip(?= de (?:la )?tarjeta)|code (?:de|du) (?:d[ée]verrouillage|digicode|casier)|mot de passe (?:provisoire|temporaire)|contrase[ñn]a (?:provisional|temporal)|tillfälligt lösenord|engångslösen\\p{L}*|cvv2|cvc2|code cvv|kod cvc|clave de acceso|dreistellig\\p{L}*(?: nummer| code| zahl)?|drei ziffern|(?:les )?trois (?:derniers )?chiffres|(?:los )?tres (?:d[íi]gitos|n[úu]meros|[úu]ltimos)|(?:de )?tre siffror(?:na)?|on the (?:back|reverse)(?: of (?:it|the card))?(?: are| is|(?= $|: ?$))|(?<=(?:3|digits|numbers|code) )on the (?:back|reverse)|signature strip(?: says| reads)?|csc|card verification (?:code|value)|sista (?:tre|3)(?: siffror(?:na)?)?|(?:tre|3) sista(?: siffror(?:na)?)?|(?:auf der )?rückseite|(?:ziffern |zahlen )?hinten(?: drauf)?(?: sind|(?= $))|(?:chiffres )?au (?:dos|verso)(?: sont)?|(?:al )?(?:dorso|reverso)(?: son)?|(?:de|por) (?:detrás|atrás)(?: son)?|på baksidan|mdp|lösen|master ?pin|opens? (?:\\p{L}+ )?with|combo|keypad|key code|alarm(?:[\'’]s| is)|garage(?:[\'’]s| is|(?= $))|gate(?:[\'’]s| is)|security (?:number|digits)|(?:three|3) (?:digits )?on the back|code[\'’]s|code (?:they|you|she|he|we|i|it) (?:texted|sent|gave|got|emailed|said)(?: (?:me|us|you|him|her))?|unlocks? (?:\\p{L}+ )?with|safe ?word|psk|passkey|passwd|code (?:de|pour) l.(?:immeuble|entrée|ascenseur)|code (?:du )?wi-?fi|wi-?fi[ -](?:code|key|koden)|wlan-?(?:code|schlüssel)|cl[ée] wi-?fi|clave (?:del? )?wi-?fi|haustürcode|pw|cid|unlock (?:it |that )?with|entsperr\\p{L}*|d[ée]verrouill\\p{L}*|desbloque\\p{L}*|code (?:de|pour) (?:la |ma |ta |votre )?carte|c[óo]digo de la tarjeta|kortkod\\p{L}*|prüfziffern?|prüfnummer|kartenprüfnummer|sicherheitsnummer|cryptogramme|(?:digits|numbers) on the (?:back|front)(?: are| is)?|(?:ziffern|zahlen) (?:vorne|auf der vorderseite)(?: sind)?|chiffres (?:devant|au recto)(?: sont)?|(?:dígitos|números) (?:de delante|del anverso)(?: son)?|siffror(?:na)? på framsidan(?: är)?|code de s[ée]curit[ée]|code de (?:v[ée]rification|confirmation)|c[óo]digo de (?:seguridad|verificaci[óo]n)|säkerhetskod\\p{L}*|verifieringskod\\p{L}*|engångskod\\p{L}*|bestätigungscode|(?:verification|recovery|backup|one[ -]time) code|code (?:du|de la|de l.|f[üu]rs?|für (?:das|die|den)|zum|zur|del|de la|för|till|to|for|of) (?:the )?(?:gate|door|garage|safe|building|entrance|alarm|tor|tür|haustür|tresor|portail|porte|immeuble|coffre|portal|puerta|garaje|grinden?|porten|dörren)|c[óo]digo (?:del|de la) (?:portal|puerta|garaje|caja|alarma)|(?:alarm|tor|schloss|sicherheits|schließfach|safe|zugangs)code|alarmkoden?|larmkod(?:en)?|låskod(?:en)?|lock ?box|key ?safe|combination|kombination(?:en)?|passwords?|passwd|pwd|pass ?phrase|passcode|pin(?: code| number)?|code on the back|cvv|cvc|security code|access code|door code|gate code|alarm code|entry code|login code|unlock code|code is|secret|api key|access key|secret key|private key|token|key|credentials?|kennwort|passwort|geheimzahl|pincode|türcode|zugangscode|schlüssel|mot de passe|code de (?:la porte|l.entr[ée]e|l.alarme)|code secret|code d.acc[èe]s|digicode|cl[ée]|contrase[ñn]a|clave|c[óo]digo|lösenord\\p{L}*|pinkod\\p{L}*|portkod\\p{L}*|dörrkod\\p{L}*|koden|nyckel\\p{L}*',
  username: 'posts? as|posting as|user ?name|go(?:es)? by|user id|handle|login|screen name|nick(?:name)?|account name|benutzername|nutzername|benutzer|identifiant|pseudo|nom d.utilisateur|usuario|användarnamn\\p{L}*|alias|unter dem namen|under the name|sous le nom|bajo el nombre|under namnet',
  birth: '(?:came|come|coming|brought) into (?:the|this) world(?: on)?(?: the)?|v(?:ine|ino|inieron|iniste) al mundo(?: el)?|venue?s? au monde(?: le)?|kom(?:mit)? till världen(?: den)?|(?:baby|little one|bébé|bebé|bebisen|lillan|lillen) (?:arrived|est arrivée?|kam|llegó|kom)(?: on)?(?= (?:(?:the|am|le|el|den) )?$)|day and month(?= (?:first|please)|,? ?\\?)|(?:vous êtes|tu es|t.es|il est|elle est) de quelle année|cumpl\\p{L}{1,4} años(?: el)?|age (?:check|verification|proof|limit)|proof of age|alters(?:kontrolle|prüfung|nachweis)\\p{L}?|vérification de l.âge|preuve d.âge|(?:comprobar|verificar|acreditar) la edad|control de edad|ålderskontroll\\p{L}*|åldersgräns\\p{L}*|ddn|fdn|fec\\. nacimiento|(?:f\\.? ?(?:de )?)?nacimiento|b\\.(?= $)|born on|birthday[\'’]s|d[\'’]origine|née? un|geb\\.?-?(?:dat\\p{L}*|tag)|fec?ha nac\\p{L}*|födelsedat\\p{L}*|f\\.(?= ?(?:den )?$)|f\\.? ?nac|fec\\.? ?nac|born|date of birth|birth ?date|dob|d\\.o\\.b|birthday|geboren|geb|geburtsdatum|geburtstag|n[ée]e? (?:le|en|quand)|née?(?= $)|n[ée]e? ?:|naci[óo] usted|date de naissance|anniversaire|nacid[oa]|naci[óo]|fecha de nacimiento|nac[íi]|cumplea[ñn]os|född|födelsedatum|födelsedag|fyller (?:(?:du|han|hon|ni) )?år',
  crypto: 'monero|xmr|solana|sol(?= $)|ltc|doge(?:coin)?|xrp|ripple|tron|trx|cardano|usdt|tether|polkadot|coins?|bitcoin|btc|ethereum|eth|wallet|crypto|litecoin|geldbörse|portefeuille|monedero|cartera|plånbok\\p{L}*',
  mac: 'burned[ -]in address|wake[ -]on[ -]lan|magic packet|bssid|ethernet address|(?:dhcp|static) (?:reservation|lease)|physical address|hardware id|device id|(?:network|wifi|wi-fi|wlan) (?:adapter|card)|netzwerkkarte|hardwareadresse|physikalische adresse|carte réseau|adresse physique|tarjeta de red|dirección física|nätverkskort\\p{L}*|fysisk adress|mac(?: address|-adresse|adress)?|hardware address',
  ip: 'ip(?: address|-adresse|-adress)?|hosts?|servers?|serve(?:u|ido)r|ping|ssh|subnet|adresse ip|dirección ip|ip-nummer|block(?:ed)?|whitelist(?:ed)?|cameras?|kameran?|cam[ée]ra|c[áa]mara|gateway|router|drucker|printer|skrivare\\p{L}*|servern',
}

const KINDS = Object.keys(CUES).filter((kind): kind is CueKind => Object.hasOwn(CUES, kind))
// A cue takes "number is" along, or the telephone's "number is" would stand nearer to every value than its own cue.
// Longer alternatives first inside the join: "licence plate" must win over "licence".
const ORDER: readonly CueKind[] = ['plate', 'medical', 'nobody', ...KINDS.filter((kind) => !['plate', 'medical', 'nobody'].includes(kind))]

/** Cues by their first letter: at each word only those are tried that can begin there. Windows are in lower case. */
const BY_LETTER: ReadonlyMap<string, RegExp> = byLetter()

function byLetter(): Map<string, RegExp> {
  const kinds = ORDER.map((kind) => ({ kind, alternatives: splitAtTop(CUES[kind]) }))
  const letters = new Set(kinds.flatMap(({ alternatives }) => alternatives.flatMap(firstLetters)))
  return new Map(Array.from(letters, (letter) => {
    const groups = kinds.flatMap(({ kind, alternatives }) => {
      const own = alternatives.filter((alternative) => firstLetters(alternative).includes(letter))
      return own.length === 0 ? [] : [`(?<${kind}>${own.join('|')})`]
    })
    return [letter, new RegExp(`(?:${groups.join('|')})(?:[ -](?:number|no|nummer|id))?(?: (?:is|was|ist|est|es|är))?(?![\\p{L}])`, 'uy')]
  }))
}

/** The alternatives of a pattern, those in groups left together. */
function splitAtTop(pattern: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const sign of pattern) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}

/** What an alternative may begin with: a letter, one of a class, or of a group, which may be left out. */
function firstLetters(alternative: string): string[] {
  // What must stand before it is read no sign of.
  if (alternative.startsWith('(?<=')) return firstLetters(alternative.slice(endOfGroup(alternative) + 1))
  if (alternative.startsWith('[')) return alternative.slice(1, alternative.indexOf(']')).split('')
  if (!alternative.startsWith('(?:')) return [alternative.charAt(0)]
  const end = endOfGroup(alternative)
  const inner = splitAtTop(alternative.slice(3, end)).flatMap(firstLetters)
  return alternative.charAt(end + 1) === '?' ? [...inner, ...firstLetters(alternative.slice(end + 2))] : inner
}

function endOfGroup(pattern: string): number {
  let depth = 0
  for (let at = 0; at < pattern.length; at++) {
    if (pattern.charAt(at) === '(') depth++
    if (pattern.charAt(at) === ')' && --depth === 0) return at
  }
  return pattern.length
}

const WORD_START = /(?<![\p{L}\p{N}])\p{L}/gu

export interface Cue {
  readonly kind: CueKind
  /** Characters between the cue's end and the end of the window. */
  readonly distance: number
  /** "Nummer", "numéro": says that a number follows, not which. */
  readonly isBareNumber: boolean
}

const BARE_NUMBER = /^(?:(?:the )?number|nummer|num[ée]ro|n[úu]mero)(?: (?:is|was|ist|est|es|är))?$/

const recent = new Map<string, readonly Cue[]>()
const MAX_RECENT = 64

/** All cues of a window of text, in order. Several recognisers ask about the same few windows, so the last are kept. */
export function cuesIn(window: string): readonly Cue[] {
  const known = recent.get(window)
  if (known !== undefined) return known
  const found = readCues(window)
  if (recent.size >= MAX_RECENT) recent.clear()
  recent.set(window, found)
  return found
}

/** "my c p f is": the name of a number said letter by letter, with or without an article before it. */
const SPELLED = /(?<![\p{L}\p{N}'’.])(?:a )?\p{L}(?: \p{L}){2,3}(?![\p{L}\p{N}'’])/gu
const joined = (window: string): string =>
  / \p{L} \p{L}(?!\p{L})/u.test(window) ? window.replace(SPELLED, (letters) => letters.replace(/(?<!^a) (?=\p{L})/gu, '')) : window

function readCues(said: string): Cue[] {
  const window = joined(said)
  const found: Cue[] = []
  let behind = 0
  for (const { index, 0: letter } of matchesOf(window, WORD_START)) {
    const pattern = BY_LETTER.get(letter)
    if (pattern === undefined || index < behind) continue
    pattern.lastIndex = index
    const match = pattern.exec(window)
    if (match === null) continue
    const [text] = match
    behind = index + text.length
    const kind = ORDER.find((each) => match.groups?.[each] !== undefined) ?? 'nobody'
    found.push({ kind, distance: window.length - behind, isBareNumber: BARE_NUMBER.test(text) })
  }
  return found
}

/** The cue that stands nearest before a value: the last of the window, of those that can be of it. */
export function nearestCue(window: string, canBe?: (kind: CueKind) => boolean): Cue | null {
  const cues = canBe === undefined ? cuesIn(window) : cuesIn(window).filter(({ kind }) => canBe(kind))
  const last = cues.at(-1)
  // "Mein Reisepass hat die Nummer …": a bare "number" is of what was named before it.
  const named = cues.at(-2)
  const isNamed = last?.isBareNumber === true && named !== undefined && HAS_A_NUMBER.has(named.kind) && named.distance - last.distance < 48
  return (isNamed ? named : last) ?? null
}

const HAS_A_NUMBER: ReadonlySet<CueKind> = new Set(['passport', 'licence', 'medical', 'nationalId', 'bank', 'card', 'plate'])
