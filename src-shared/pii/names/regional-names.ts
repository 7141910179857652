/** Given names the lists lack although many bear them: the North and South of Germany, Turkish, Kurdish, Arabic, Vietnamese, Polish, Nordic. */
export const REGIONAL_GIVEN = (
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
  'uxía xiana xoán breixo sabela antía brais iria anxo gwenaëlle gwendal ronan soazig tanguy yann yannig maëlys malo nolwenn erwan goulven katell loeiza enora morgane'
).split(' ')
