import { CuePattern, cuesOf } from './cue-pattern.pure.ts'
import type { Line } from './line.pure.ts'
import { onceALine } from './once.pure.ts'

const OF_LINES = cuesOf(
  // What says something.
  ['decides', / (?:decided|agreed|decision|conclusion|conclude|settled|chosen|we are going with|we will go with|final) /],
  ['states a problem', / (?:problem|problems|issue|issues|difficult|difficulty|concern|concerns|worried|trouble|expensive|fail|fails|failed) /],
  ['gives a reason', / (?:because|since|therefore|so that|in order to|the reason) /],
  ['proposes', / (?:should|could|suggest|propose|recommend|recommendation|idea|i think we|how about|what about|want to|would like) /],
  ['plans', / (?:will|going to|plan|plans|next|need to|have to|must) /],
  ['ranks', / (?:important|main|mainly|key|most|first|biggest|basic|basically|requirement|requirements|goal|target|aim|purpose|point) /],
  ['counts', / (?:percent|per cent|million|thousand|hundred|euros?|dollars?|pounds?|[0-9][0-9.,]*) /],
  ['finds', / (?:found|showed|shows|results?|findings|according to|report|reported|turns out) /],
  // Mere talk.
  ['runs the meeting', / (?:thank|thanks|welcome|mr|next slide|next question|move on|let us start|let us move|let us go|hear me|can you see|my screen|questions \?|point of order|the floor|go ahead|coffee|microphone|powerpoint|minutes left|five minutes|next item|we will now go to|presentation|if there is time|if we have time|want to start|want to begin|go first|on time|my name is|(?:first|next|last|final) questions? (?:is|are|comes?) (?:from|to|for)|sum up the|let me (?:summarize|summarise|recap)) /],
  ['small talk', / (?:laugh|funny|joke|sorry|haha|god|damn|hell|shit|weather|lunch|cute|wow|bless) /],
  ['unsure', / (?:i do not know|not sure|i guess|i do not think|no idea|i wonder|i forget|i do not remember) /],
  ['first person', /^ i (?!think|would|suggest|propose|recommend)/],
)

/** Cues of substance and of mere talk that are present. */
export const factCues = onceALine((line): readonly string[] => OF_LINES.featuresOf(line))

/** Starts with a word whose meaning lies in the line before: "it", "that's", "which". */
export const weakStart = (line: Line): boolean => WEAK_START.test(line)
const WEAK_START = new CuePattern(
  /^ (?:it|that|this is|this was|they|them|he|she|these|those|which|who|whose|where|him|her|there|then|than|because|if so|as well|not|too|one of them|both of them|same|like|of|to|with|for|from) /,
)

/** An answer that says yes, or takes a thing on. */
export const agrees = (line: Line): boolean => line.words.length <= 12 && AGREES.test(line)
const AGREES = new CuePattern(
  /^ (?:yeah|yes|yep|yup|ok|okay|sure|of course|certainly|absolutely|definitely|exactly|agreed|agree|right|fine|fine by me|good|great|perfect|no problem|not at all|will do|got it|on it|i agree|sounds good|deal|done|alright|all right|that is fine|that is good|happy to|i do not mind|works for me|mm-hmm|mm - hmm|uh-huh|makes sense|good idea|fair enough|true|cool|seconded|please [,.]|go ahead|that would be (?:great|good|nice|helpful|lovely|perfect|amazing|wonderful)|i think so|@x|ja|klar|gerne|gern|einverstanden|in ordnung|mach ich|genau|oui|d'accord|bien sûr|entendu|ça marche|volontiers|sí|claro|vale|de acuerdo|por supuesto|okej|javisst|absolut|visst|gärna|det gör jag) /,
)

/** Takes on what was asked: "I can take that", "will do", "on it". */
export const volunteers = (line: Line): boolean => line.words.length <= 14 && VOLUNTEERS.test(line)
const VOLUNTEERS = new CuePattern(
  / (?:i can (?:take|do|handle|look|check|ask|try|have a look|sort|get)|i will (?:take|do|handle|check|look|ask|see to|get|have a look|sort|try|own|make|send)|let me (?:take|do|handle|check|look)|will do|on it|i have got (?:that|it|this)|leave (?:it|that) (?:with|to) me|happy to|i do not mind|i would be happy|i am on it|i got (?:it|this|that)|i am happy to|i could do|i will [.]|i can [.]|me [.]|that (?:will|would) be me|that is me|that is mine|i will [a-z]+ (?:that|it|those|them|this)|i can [a-z]+ (?:that|it|those|them|this)) /,
)

/** Turns a request down. */
export const declines = (line: Line): boolean => line.words.length <= 20 && DECLINES.test(line) && !NO_MATTER.test(line)
const DECLINES = new CuePattern(
  /^ (?:no |nope |sorry |i can not |i am afraid |unfortunately |i do not think (?:i|so)|not me |i would rather not|i am not able|i will not |i do not have time|i have to leave|i am on leave|i am away|afraid not|nein |leider |non |désolé |nej |tyvärr |lo siento )/,
)
const NO_MATTER = new CuePattern(/^ (?:no problem|no worries|sorry , (?:yes|yeah|sure))/)

const FRAGMENT = new CuePattern(/ [b-hj-z] | (?:a|the|to|of|my|your|our|and|but|i will|i am|we will|because) [.?!,] $| (?:yes|yep|yeah|no) [.] $/)
/** A capital in the middle opens another sentence: "I'll Yes, very good", "and that This is a point". */
const FRESH_START = /\p{Ll},? (?:Yes|Yep|Yeah|Okay|No|This|That|As|It|We|They|And|But|If|Then|There|So|Which|Since|When|Is|Are|Do|Does|Can|Could|Should)[ .,?!]/u
/** No sentence has these side by side: "your a product", "the it was", "if it's I it would". */
const RESTARTED = new CuePattern(
  / (?:the|a|an|my|your|our|their) (?:it|i|we|they|he|she|you|the|a|an|my|your|our|their|is|was|that is|what the) | (?:i|we|they) (?:it|i|we|they|he|she|the) | (?:would|could|should|will|can) (?:is|are|it is|that is) | (?:i am|we are|you are|they are|it is) (?:i|we|you|they) (?:would|will|have|had|am|are|can|could) | (?:was|were|is|are) (?:had|was|were|is|are|the the) | (?:the|a|an) (?:on|in|of|about|for|with|and|or|under|at|from|as|there|if|when|do|does|who|because|so|but) | (?:yeah|dunno) | [a-z]+ okay [a-z]/,
)

/** Broken off, or two beginnings run into one. */
export const brokenOff = onceALine((line): boolean => FRAGMENT.test(line) || RESTARTED.test(line) || FRESH_START.test(`${line.text} `))
