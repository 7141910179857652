import { KNOWN_THINGS } from './known-things.ts'

/**
 * Software, services and terms of the trade that no dictionary has: they stand where names stand ("thanks Postgres") and
 * are nobody. Words that are given names as often ("Claude", "Jasper") are in it because talk at work means the software.
 */
const PRODUCTS: ReadonlySet<string> = new Set([...KNOWN_THINGS, ...(
  'siri alexa cortana jenkins maven jasper cassandra kafka travis watson claude gemini bard ada julia ruby jira jetson tesla newton kalman gauss fourier ' +
  'laplace gaussian markov bayes turing nyquist chatgpt copilot openai anthropic mistral llama ollama whisper cursor perplexity midjourney huggingface ' +
  'postgres postgresql mysql mariadb sqlite redis mongo mongodb dynamo dynamodb elasticsearch opensearch clickhouse snowflake bigquery redshift databricks ' +
  'supabase firebase firestore neo4j influx influxdb cockroach memcached rabbitmq nats pulsar flink airflow dbt fivetran looker tableau metabase superset ' +
  'kubernetes docker podman helm terraform ansible pulumi vagrant puppet chef argo istio envoy nginx apache caddy traefik prometheus grafana loki jaeger ' +
  'datadog splunk sentry pagerduty opsgenie newrelic cloudflare fastly akamai vercel netlify heroku aws azure gcp lambda fargate route53 linode hetzner ' +
  'github gitlab bitbucket gitea circleci buildkite teamcity artifactory sonarqube snyk dependabot renovate npm yarn pnpm webpack vite rollup esbuild ' +
  'babel typescript javascript python golang kotlin swift scala clojure haskell elixir erlang fortran cobol matlab django flask fastapi laravel symfony ' +
  'rails spring hibernate react redux angular vue svelte nextjs nuxt tailwind bootstrap electron tauri flutter xamarin jquery graphql grpc protobuf ' +
  'pytorch tensorflow keras numpy pandas jupyter sklearn cuda linux ubuntu debian fedora windows macos android ios iphone ipad macbook chrome chromium ' +
  'firefox safari edge outlook gmail exchange sharepoint onedrive dropbox excel powerpoint word onenote teams zoom webex skype slack discord telegram ' +
  'whatsapp signal notion confluence trello asana linear basecamp monday clickup airtable miro hong cardholder figma sketch canva reddit snapchat insta bluesky mastodon pinterest vinted strava zwift komoot minecraft roblox fortnite duolingo venmo wattpad makita ryobi dewalt stihl husqvarna bosch karcher kärcher hilti apgar heimlich photoshop indesign illustrator ' +
  'salesforce hubspot zendesk intercom freshdesk mailchimp marketo pardot segment mixpanel amplitude stripe paypal shopify magento wordpress drupal ' +
  'squarespace wix sap oracle workday netsuite datev lexware servicenow okta auth0 lastpass bitwarden yubikey docusign calendly loom otter fireflies ' +
  'grammarly deepl google microsoft apple amazon facebook meta instagram linkedin twitter tiktok youtube netflix spotify adobe nvidia intel samsung ' +
  'lenovo logitech jabra raspberry arduino bluetooth wifi ethernet usb hdmi http https json yaml xml csv pdf html css sql api sdk saas kanban scrum ' +
  'standup standups sync syncs retro backlog onboarding offboarding roadmap changelog kickoff wireframe wireframes dashboard storybook webhook webhooks ' +
  'middleware frontend backend fullstack devops sprint okr okrs kpi kpis async admin tech app apps config repo repos infra prod qa etcetera gonna wanna ' +
  'ostern pfingsten weihnachten silvester karneval pâques noël pentecôte toussaint pascua navidad semana santa påsk midsommar easter christmas diwali ' +
  'ramadan hanukkah ' +
  'cetera ipod ipods imac imacs mp3 powerbook xbox playstation nintendo kindle fitbit zealand kong watergate yale harvard stanford ' +
  'heidelberg minneapolis scarborough labrador atlantic wiener ' +
  'wifi wlan lan vpn usb hdmi bluetooth ethernet ' +
  'assemblée préfecture sénat élysée matignon congreso senado generalitat ayuntamiento cortes xunta lehendakari riksdagen länsstyrelsen regeringen kommunen facket skatteverket ' +
  'försäkringskassan arbetsförmedlingen bundestag bundesrat landtag stadtrat finanzamt senedd holyrood stormont westminster dáil ' +
  'renault peugeot citroën citroen dacia fiat chrysler dodge chevrolet cadillac buick pontiac škoda skoda opel vauxhall volkswagen vw bmw audi porsche mercedes-benz toyota honda nissan mazda ' +
  'subaru suzuki hyundai kia volvo saab scania ferrari lamborghini maserati alfa-romeo ducati yamaha kawasaki boeing airbus siemens philips bosch miele ikea lidl aldi tesco ' +
  'solana litecoin tron monero cardano ripple dogecoin tether ledger metamask coinbase binance ' +
  'vaillant miele buderus irish worcester ' +
  'corsa clio astra vectra twingo kangoo passat passaten tiguan touran sprinter berlingo sandero yaris corolla prius qashqai ibiza saaben mondeo fiesta insignia mégane megane ' +
  'einstein darwin beethoven mozart picasso goya rembrandt shakespeare nobel linné pasteur lovelace babbage faraday heisenberg schrödinger copernicus galileo kepler ' +
  'doppler bayesian euclidean cartesian newtonian hamiltonian garmin tomtom dyson hoover bayes ' +
  'dijkstra bellman bernoulli poisson euler lagrange hilbert fermat riemann chebyshev dirichlet dirac hertz ohm volt ampere tolkien orwell kafkaesque ' +
  'parkinson parkinsons alzheimer alzheimers crohn crohns asperger aspergers tourette tourettes hodgkin petri bunsen erlenmeyer geiger fahrenheit celsius venn gantt pareto braille morse ' +
  'halley hubble kuiper chandra rosetta cassini thermos biro sellotape lego duplo playmobil crayola rawlplug stihl makita dewalt karcher kärcher jacuzzi xerox kleenex tefal pyrex ' +
  'archimedes pythagoras jacuzzi velcro hoover tupperware nespresso rorschach heimlich barnardo barnardos macmillan samaritans sainsbury sainsburys kellogg kelloggs cadbury cadburys ' +
  'mcdonald mcdonalds domino dominos wetherspoon wetherspoons greggs waitrose morrisons lufthansa ryanair easyjet ' +
  'covid wechat unix gcse gcses sme smes lidar radar laser emoji emojis selfie cepstral cepstrum phonetic gotta kinda sorta hafta lemme gimme dunno cos cuz ish esque wha hmmm uhm ehm mhm uhuh eww yay oops'
).split(' ')])

export const isProductWord = (lower: string): boolean => PRODUCTS.has(lower)
