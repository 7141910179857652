/** Given names the lists lack although many bear them: the North and South of Germany, Turkish, Kurdish, Arabic, Vietnamese, Polish, Nordic. */
export const REGIONAL_GIVEN = (
  'femi tunde bola kunle wale sade temitope tope bukola folasade gbenga kehinde taiwo oluwaseun olumide oluwadamilare adebayo babajide ikechukwu chinonso chinedu chioma nkechi ' +
  'amaka ogechi ejike hauwa yakubu babatunde thandiwe nontando zainab zaynab tahira rukhsana nasreen shazia saima bushra kashif asif imran usman hussain tariq naveed shabnam ' +
  'priyanka aishwarya ankit abhishek akshay amit anil aparna arvind ashok bhavna deepak dinesh ganesh geeta girish gopal hemant jyoti karthik kishore kunal madhuri mahesh manish ' +
  'mukesh nandini naveen nitin padma pankaj poonam prakash pranav preeti rajiv rakesh ramesh rekha ritu sachin sandhya sanjay sarita shalini shankar shilpa sneha sudha tanvi varun ' +
  'veena vidya vijay vinod yogesh xiaoling xiaohong jianhua guoqiang zhiwei junjie jiahao yuhan ziyi haoran thuy hanh diep khoa nghia phuc thien vinh haruto kenji takeshi hiroshi ' +
  'satoshi kazuo naoko yumiko akiko keiko megumi haruka ayumi daisuke kenta jihoon minjun seoyeon hyejin jiwoo minji sooyoung eunji gözde cansu tuğçe bertalan gittan agnetha wanja ' +
  'yesenia xiomara wilmer thiago joaquim nadeschda hinemoa mihály barnaby ' +
  'toño chus chema quique nacho paco charo merche mayte manolo curro loli kiko santi javi rafa juanjo juanma pepe lola concha ' +
  'gégé manu seb véro caro steph nico jojo mimi lulu titi toto uli susi gabi hansi rudi willi basti steffi moni conny tobi sepp ' +
  'nisse bosse pelle janne micke jocke sussi gunsan lasse tompa hasse ' +
  'tabea ruprecht ludger nele malte leander lennard jorik finja jette merit thea undine gitta hedda isa kunigunde luitpold magda notker ortrud philine ' +
  'rosemarie selma silvana tilman ulrike valeska wiltrud ansgar bertram detlef eckart falko gereon hagen ingbert jobst knut lothar meinhard norbert ottmar ' +
  'rurik malkolm viveca biniam tuva sivert egil gullan áilu máret ánte jovnna gullvi gurli hjördis holmfrid ingvor kristoffer ludde märtha sigurd sölve torvald ' +
  'typhaine mahaut sékou bérangère augustin gaëtan kilian eudes fanta aminata norbert priscilla apolline maëlle ghislaine ghislain amandine enora corentin ' +
  'ainara evaristo nuria abelardo yurena sagrario maitane fermín graciela belinda eustaquio casimiro dorotea lucrecia rosaura jimena aitana leire saúl ' +
  'antje bente birte boje broder deert eike elke enno femke fenja fiete focko frauke freerk gerrit gesa gesche gesine habbo hajo hauke heike hilke hinnerk ' +
  'hinrich imke ingwer insa jelle jörn jannes jannik jasper karsten keno kerrin lasse levke maike mareike marten meike menno merle momme neele nele nis ' +
  'ocke okke onno ' +
  'ole renko rieke silke sönke swantje tamme telse thies tjark tjorven tomke torben torge uwe wencke wenke wibke wiebke wienke wübbo ' +
  'afra alois annemirl benedikt burgi franziska gundula hedwig irmengard kreszenz korbinian leonhard lorenz magnus notburga ottilie quirin rosl ' +
  'rupert severin sepp valentin veit veronika vitus vroni walburga xaver zenzi adelheid almut annelore annemarie bärbel brigitte christl ' +
  'dietlinde ekkehard elfriede ferdl gerlinde gernot giselher gunther hartwig heiderose heidelinde helmtrud hiltrud holger ilona ingolf isolde jochen ' +
  'jutta karlheinz ' +
  'liesel lieselotte lutz manfred mechthild neidhart ortwin rainer reinhild roswitha rüdiger sieghard sieglinde siegrun traudl ulla volkmar waltraud ' +
  'wendelin wilfried winfried wolfram ' +
  'ahmet aslı ayhan aylin ayşe aysel baran barış berfin berivan betül birgül bülent burak büşra cem cemile ceren çağla çiğdem deniz derya devrim dilan ' +
  'dilara dilek ebru ' +
  'elif emine emre engin erdal erdem erkan esra fadime ferhat feride figen funda gamze gökhan gül gülay gülcan gülsen hakan halil harun hatice havva ' +
  'hayriye hülya hüseyin ' +
  'ibrahim ilhan ilkay ismail kadir kemal kerem koray kübra levent mehmet melek merve mesut metin murat mustafa nazan nazlı necla neslihan nevin nilgün ' +
  'nuray nurcan ' +
  'okan oktay onur orhan osman ömer özgür özlem pınar rojda sabri sedat selçuk selin serap serdar serhat serkan sevgi sevil sibel sinan songül suat ' +
  'süleyman şahin şebnem ' +
  'taner tarkan tayfun tolga tuğba tülay turgut uğur ümit yasemin yavuz yeliz yılmaz yusuf zehra zeynep zuhal ' +
  'abdelkarim abdirahman abdullah adnan aicha aminata anouar aïssatou bilal bouchra brahim djamila fadila faisal farid fatiha fatoumata ghassan habib ' +
  'hafida halima hamza ' +
  'hanan hayat hicham idriss ikram imane jamila karima khadija khalid lamine latifa leila loubna mahamadou malika mamadou mariam mariama mehdi mohand ' +
  'mounir mourad mouhamed ' +
  'moussa nabil nadia nadir najat nassim nawal noureddine omar oumar ousmane rachid rachida rahma rania redouane sabrina said salif salima samir samira ' +
  'sana sidi sihem ' +
  'souad soufiane soukaina tahar tariq wafa walid yacine yasmina yassine youssef youssouf zaida zakaria zineb zohra zoubida ' +
  'duc hoang huong khanh lan linh minh ngoc nhung phuong quang quynh thanh thao thuy trang trung tuan tuyet xuan xiaoming xiaoli xiaoyu yuxuan zihan ' +
  'weiwei mingming ' +
  'agnieszka andrzej bartosz beata bogdan bogusław dariusz dorota elżbieta ewa grzegorz halina irena iwona jacek jadwiga jarosław jerzy kasia katarzyna ' +
  'kazimierz krystyna ' +
  'krzysztof leszek łukasz maciej magdalena małgorzata marcin mariusz mateusz michał mirosław oksana olena paweł piotr przemek przemysław radosław ' +
  'ryszard sławomir stanisław ' +
  'szymon tadeusz tomasz wiesława witold wojciech zbigniew zdzisław zofia zuzanna ' +
  'aase aino anneli arja bjarne dagfinn eero eino elias esko gudmund heikki ilkka inkeri juha jukka kaarina kalle kaisa kirsi lauri maarit markku matti ' +
  'mika ' +
  'mikko minna niina outi päivi paavo pekka pirjo pirkko reijo riitta saara sakari sami satu seppo sirpa taina tarja tiina timo toini tuomas tuula ' +
  'veikko ville ' +
  'ainara amaiur ander arantxa ekaitz eneko garazi gorka haizea iñaki iñigo irati itziar jokin josu koldo leire maialen maite mikel miren naiara nekane ' +
  'oihana urtzi ' +
  'uxía xiana xoán breixo sabela antía brais iria anxo gwenaëlle gwendal ronan soazig tanguy yann yannig maëlys malo nolwenn erwan goulven katell loeiza enora morgane ' +
  'karolin radoslav zdravko ljubica mirsad bastienne yevgenia anahera thilda bosse dragan dragana goran zoran miroslav branko jovana milica nenad nikola predrag ' +
  'slavica snežana svetlana tihomir vesna vladan zvonimir hrvoje ivica jadranka josip krešimir ljiljana marija mladen sanja tvrtko zrinka adis amra emir enes ' +
  'jasmina lejla nermin samira selma sead senad aferdita agim arben besa blerim dritan fatmir flutura ilir kushtrim lirije qendrim shpresa valmir ' +
  'yevhen oleksandr oksana bohdan taras zoriana halyna kateryna lesya mykola vasyl volodymyr yaroslav yulia dmitri yekaterina anastasiya vladislav stanislav vyacheslav ' +
  'zsófia eszter ildikó katalin lászló gábor zoltán tibor balázs attila ferenc istván réka dóra csilla ' +
  'andreea bogdan cosmin cristina dragoș florin gheorghe ileana ioana ionuț mihaela mircea răzvan simona ștefan vasile viorel ' +
  'bistra boyko dimitar georgi iva kalina krasimir lyudmil plamen stoyan tsvetan yordan zdravka ' +
  'athanasios dimitra eleftheria evangelos giorgos katerina konstantinos panagiotis spyros stavroula theodoros vasiliki yiannis ' +
  'ayodele adaeze amara chiamaka chidinma chukwuemeka ebele emeka folake funmilayo ifeanyi ikenna kelechi ngozi nnamdi obinna oluwatobi segun tochukwu uchenna yetunde ' +
  'abena adjoa akosua ama efua esi kofi kojo kwabena kwame kwasi nana yaa abebe alemayehu bereket dawit girma hirut mekonnen selam tigist yonas ' +
  'achieng akinyi kamau kipchoge makena mwangi njeri nyokabi odhiambo otieno wambui wanjiku baraka juma neema rehema zawadi ' +
  'lerato mandla nomvula sipho thabo thandeka themba zanele bongani lindiwe nokuthula sibusiso tendai tafadzwa rudo chipo farai tatenda ' +
  'arash azadeh behnam darius farhad fereshteh golnar hamid kaveh laleh maryam mehrdad mina nasrin navid parisa ramin reza roya shirin soraya zahra ' +
  'aarav aditi ananya anjali arjun deepika divya gaurav ishaan kavita kiran lakshmi manoj meera nikhil pooja pradeep priya rahul rajesh rohan sandeep sanjana ' +
  'shreya siddharth sunita suresh swati vikas vivek yash harpreet gurpreet jaspreet manpreet parminder sukhdeep balwinder ' +
  'aisyah budi dewi eka fitri ketut made nyoman putu siti wayan agus bambang hendra joko rini slamet sri wahyu ' +
  'chanthavy sokha somchai suchart nattaporn pornthip siriporn thanawat aroha hemi hinewai kahurangi mere ngaire rangi tama tane wiremu whetu ' +
  'aolani kailani keoni leilani makoa nalani sefo sione tavita tevita losa malia ' +
  'eoghan fionnuala caoilfhionn ciarán cillian daithí diarmuid donncha éabha eilis fearghal gráinne laoise méabh muireann niall oisín orla pádraig ruairí sorcha tadhg ' +
  'angharad blodwen bronwen ceri delyth eirlys gethin gwilym gwenllian iestyn ieuan llinos meinir myfanwy nerys rhodri rhiannon siân tegwen ' +
  'catriona eilidh fearchar iain mairi mhairi morag ruaridh seonaid alasdair'
).split(' ')
