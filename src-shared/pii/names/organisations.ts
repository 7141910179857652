/** Words that end the name of a company, an institution or a place: "Kestrel Insurance" and "Cole Harbour" are no people. */
const ENDINGS: ReadonlySet<string> = new Set((
  'inc ltd llc llp plc corp co gmbh ag kg ug ev se sa sas sarl eurl sl ab aktiebolag oy as aps bv nv spa srl pty ' +
  'company companies corporation incorporated limited holding holdings group partners associates ventures capital bank insurance logistics analytics ' +
  'consulting advisory solutions systems software technologies technology labs laboratories industries energy foods pharma media studio studios press ' +
  'news network networks airlines airways motors electric university college school academy institute faculty department ministry government ' +
  'parliament senate council committee commission agency authority board chamber court office bureau foundation trust fund society association ' +
  'federation union alliance party hospital clinic centre center community communities service services care health team club museum library ' +
  'theatre hotel highway cafe restaurant street road avenue square building station airport harbour harbor port island ' +
  'islands river creek mountain mountains valley beach gulf county city town village province region district territory outreach tractor ' +
  'award prize conference summit festival project programme program initiative protocol method algorithm theorem filter transform distribution effect ' +
  'designer manager engineer director officer president chair chairman minister secretary analyst consultant developer coordinator ' +
  'versicherung bank sparkasse universität hochschule institut verein stiftung amt ministerium klinik krankenhaus straße strasse platz werke stadt ' +
  'université école institut société banque assurance assurances ministère mairie hôpital gare place ' +
  'universidad escuela instituto sociedad banco seguros ministerio hospital ayuntamiento calle plaza ' +
  'universitet högskola skola institut stiftelse förening bank sjukhus kommun gata'
).split(' '))

export const endsOrganisation = (lower: string): boolean => ENDINGS.has(lower)
