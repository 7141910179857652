/**
 * What is called like people and is nobody, and what offices say that no dictionary has: works and their heroes, prizes, scales and syndromes,
 * dishes, tools, instruments, games, shops, banks and parcels, programs, forms of authorities, words cut short. Given names and family
 * names that are often met are left out.
 */
export const KNOWN_THINGS = (
  'macbeth othello gatsby dracula frankenstein pinocchio cinderella rapunzel gandalf frodo dumbledore voldemort hogwarts asterix obelix tintin moomin ' +
  'rumpelstilzchen schneewittchen aschenputtel rotkäppchen zorro godot woyzeck tartuffe quijote quixote tosca traviata rigoletto figaro fidelio ' +
  'parsifal lohengrin tannhäuser nabucco turandot elektra coppélia swanlake fulbright erasmus leverhulme wellcome guggenheim pulitzer grammy grammys ' +
  'oscars emmys bafta baftas daad montessori waldorf froebel piaget maslow likert cronbach kolmogorov anova tukey bonferroni levenshtein ' +
  'voronoi bezier bézier kruskal warshall karatsuba strassen lempel ziv rsa diffie bakewell ' +
  'battenberg carpaccio tatin béchamel bechamel stroganoff sachertorte carbonara lamington chateaubriand merlot shiraz malbec ' +
  'rioja pinot sauvignon riesling prosecco stilton camembert roquefort gruyere gruyère emmental gorgonzola braeburn jaffa haribo toblerone lindt ' +
  'marmite hellmanns bovril nescafé nescafe lavazza illy bialetti delonghi gaggia frisquet moka bodum kitchenaid magimix thermomix ' +
  'smeg senseo tassimo sodastream brita bahco knipex gedore metabo festool dremel sawzall jcb manitou liebherr komatsu kubota gardena vileda ' +
  'spax torx posidriv pozidriv araldite loctite evostik dulux sikkens ronseal cuprinol polyfilla shure sennheiser ' +
  'bösendorfer stratocaster ableton sibelius dorico cubase valsalva babinski yankauer raynauds ménière meniere menieres ' +
  'marfan klinefelter dupuytren dupuytrens legionella trendelenburg centor euribor gini sortino ponzi laffer keynes ' +
  'keynesian fibonacci modigliani sepa bacs ifrs qwen vicuna jekyll eleventy vuepress ceph nagios icinga zabbix linkerd dask mlflow optuna ' +
  'streamlit gradio bokeh houdini inkscape krita moodle turnitin kahoot mentimeter slido moveit kuka fanuc roomba raspbian proxmox truenas qnap unifi ' +
  'ubiquiti mikrotik fortinet fortigate sonicwall wireguard tailscale zerotier openvpn citrix vmware vsphere wireshark burpsuite metasploit nessus ' +
  'qualys crowdstrike sentinelone darktrace sophos kaspersky malwarebytes ducato crafter vivaro trafic ateca picanto sportage mokka ' +
  'camaro unimog actros iveco ramanujan noether debussy mahler puccini kahlo matisse cézanne cezanne strindberg lagerlöf goethe ' +
  'gaudí gaudi dalí dali molière voltaire balzac sartre ampère brontë seacole mendeleev caravaggio hokusai basquiat unicef ' +
  'santander monzo revolut commerzbank volksbank raiffeisen postbank paribas bbva caixabank swedbank nordea handelsbanken klarna bankid uniqlo ' +
  'primark debenhams superdrug halfords homebase screwfix ocado deliveroo dunelm matalan edeka rewe carrefour auchan monoprix fnac ' +
  'darty castorama mercadona eroski hemköp systembolaget biltema elgiganten bauhaus dussmann dhl dpd hermes evri tnt parcelforce postnord maersk ' +
  'mcvities mcvitie haribos pringles doritos kitkat twix maltesers ribena lucozade budweiser heineken carlsberg campari aperol jägermeister ' +
  'beamer beamern sudo chown chmod grep mkdir kubectl systemctl rsync crontab rando zumba pilates feldenkrais bobath tabata peloton wattbike speedo reebok asics umbro sudoku kakuro cluedo catan carcassonne yahtzee jenga uno ' +
  'meccano raci shewhart kaizen scrumban comms recs reqs regs deets merch collab collabs vids devs outro kubectl localhost params args ' +
  'envs auth linter linters timeboxed timesheet timesheets screenshare livestream vlog vlogs rebase rebased deduped dedupe teardown rollout rollouts ' +
  'unboxed kanbans burndown whiteboarding wfh rto fte ftes parkrun foodbank portacabin portaloo creche ofsted hmrc dvla dwp gps cqc camhs ehcp sendco ' +
  'ni banquo weibull gumbel betadine graaff zorn godin crypto docs waterlow braden barthel apgar rockall mallampati cormack karnofsky gleason breslow fagerstrom steinway bechstein blüthner fresnel vitale ' +
  'richterskala richterskalan ' +
  'senco ucas btec btecs nvq tupe dbs coshh riddor gdpr dpia sars foi agm egm cic paye irs hvac'
).split(' ')
