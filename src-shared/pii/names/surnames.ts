/**
 * Family names that are words as well, but not words that follow a first name in a sentence: no verbs, no adverbs. Behind a
 * given name they belong to it, in lower case too ("winston fisher so check with her").
 */
const SURNAMES: ReadonlySet<string> = new Set((
  'wise bond bull bird swan crane partridge nightingale peacock bush branch meadows pond hedges bell kirk monk abbott prior nunn clay sands rock brass silver glass ' +
  'shore sailor major savage wilde graves blythe pride squire hook salmon herring hart hare bullock hogg colt cope gunn spears shields castle gates gale flood cherry plum ' +
  'berry pepper bacon butcher gardner strong wild vale dale power cash steward mayer sauvage leclerc charpentier lebrun legros lefort montagne rivière deschamps dubois ' +
  'paredes campo ríos luna bosque montes cordero lobo calvo blom skog björk eld frid storm sköld hjort räv älg bäck ' +
  'gold little pike waters fields penny park stanton eastwood forest flint ramsbottom sköld fink voss bon noël ljung ' +
  'small steel frost church rivers oakes walls drake finch sharp goodall wells ' +
  'kranz blum baum stein kraft sturm winter herbst mai lange kurz groß ernst frisch rose vogel haase buchner thoma sander zander falk nagel zimmer ' +
  'frisk rask modig dahl berg ' +
  'archer baker banks barber barker becker bishop black booth bowman brewer bridges brooks brown burns butler carpenter carter chandler chapman clark ' +
  'clarke ' +
  'coleman collins cooper cox cross davis dean dixon farmer fields fisher flowers ford forest foster fowler fox freeman french fuller gardner garner ' +
  'gibbons goodman gray green greenwood grey griffin hale hall hammond harding harper harrison hayes heath hicks hill hobbs hodge holland holmes hood ' +
  'hopkins hughes hunter ' +
  'jenkins kemp king knight lamb lane lawson lloyd lord lowe mann marsh marshall mason mercer mills moody moon moore moss murray nelson newman nichols ' +
  'noble osborne page palmer parker parsons payne pearson perkins perry peters piper pollard porter potter powell pratt price quinn reed reeves rhodes ' +
  'rice ' +
  'richards rivers robins rogers rose rowe sanders savage sawyer sellers sexton shaw shepherd sheriff singer skinner slater smith snow spencer stark ' +
  'steele stevens stone ' +
  'summers sutton sweet swift tanner taylor temple thatcher thorn thornton tucker turner tyler underhill underwood vaughan wade walker wallace walsh ' +
  'ward waters watkins watts weaver ' +
  'webb webster wells west weston wheeler white williams willis wilson winters wolf wolfe wood woods wright young ' +
  'bauer baumann beck becker bergmann brandt braun busch engel fischer förster frank friedrich fuchs geiger gross groß günther haas hahn hartmann ' +
  'heinrich herrmann hofmann horn ' +
  'huber jäger kaiser keller kern koch könig krämer krause kraus krüger kuhn kühn lehmann lenz ludwig maier marx meier meyer müller neumann otto peters ' +
  'pfeiffer ' +
  'pohl richter ritter roth sauer schäfer schmidt schmitt schneider schreiber schröder schubert schulte schulz schulze schumacher schuster schwarz ' +
  'seidel simon sommer stein ' +
  'vogel vogt voigt wagner walter weber weiß weiss werner winkler winter wolf wolff ziegler zimmer zimmermann ' +
  'bernard blanc blanchard bonnet boucher boulanger boyer carpentier chevalier dumont durand dupont faure fontaine fournier garnier gauthier girard ' +
  'lambert laurent leblanc ' +
  'lefebvre legrand lemaire lemoine lenoir leroux leroy marchand martin masson mercier meunier michel moreau morel morin olivier perrin petit picard ' +
  'renard rey richard robert ' +
  'rousseau roux simon thomas vidal vincent ' +
  'aguilar blanco bravo caballero calvo campos cano carrasco castillo castro cortés crespo cruz delgado duarte durán esteban flores fuentes gallardo ' +
  'gallego gallo garrido ' +
  'guerrero guerra herrera herrero hidalgo iglesias izquierdo león lozano marín medina merino molina montero mora morales moreno navarro nieto ortega ' +
  'pardo parra pascual ' +
  'pastor peña prado prieto ramos redondo reyes rico ríos rojas rojo romero rubio santamaría santana santos serrano soler soto suárez toledo torres ' +
  'valle vargas vega vera vicente ' +
  'ahlgren berg bergman blom borg dahl ek ekman falk frisk holm lager lind lindberg ljung lund lundberg nord palm rask sand sandberg sjöberg stark strand ström sund vik wall'
).split(' '))

export const isSurnameToo = (lower: string): boolean => SURNAMES.has(lower)
