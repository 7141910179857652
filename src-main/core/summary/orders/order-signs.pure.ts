/**
 * What nobody says to people in a meeting, and who wants to steer a machine writes: orders to forget orders, roles and frames of chat
 * formats, made-up lines and objects, calls of tools, words to "the AI". Each pattern is bounded, so that a long line costs no more
 * than its length.
 */
const MACHINE = '(?:ai|a\\.i\\.|ki|llm|gpt|chatgpt|ai assistant|chatbot|bot|(?:language )?model|copilot)'
/** These are people, too; to them one speaks otherwise. */
const HELPER = '(?:note[- ]?taker|summari[sz]er|notes? bot)'
const GAP = '[^.!?\\n]{0,40}?'

const SIGNS: readonly RegExp[] = [
  // "Ignore all previous instructions", by verb and noun of a language; word order varies, so both ways.
  new RegExp(`\\b(?:ignore|disregard|forget|override|bypass)\\b${GAP}\\b(?:instructions?|prompts?|guidelines|system message)\\b`),
  new RegExp(`\\b(?:ignorier\\p{L}{0,12}|vergiss|vergesst|missachte\\p{L}{0,12})(?![\\p{L}])${GAP}(?:anweisung|instruktion|vorgabe|befehl)`, 'u'),
  new RegExp(`(?:anweisung|instruktion)\\p{L}{0,12}${GAP}\\b(?:ignorieren|vergessen|missachten)`, 'u'),
  new RegExp(`(?:ignore[zr]?|oublie[zr]?)(?![\\p{L}])${GAP}(?:instructions?|consignes?|directives?)`, 'u'),
  new RegExp(`(?:ignor[ae]|ignoren|olvid[ae]|olvídate|descarta)(?![\\p{L}])${GAP}(?:instrucciones|órdenes|indicaciones)`, 'u'),
  new RegExp(`(?:ignor[ae]|dimentica|scorda)(?![\\p{L}])${GAP}(?:istruzioni|indicazioni)`, 'u'),
  new RegExp(`(?:ignor[ea]|esqueça|esquece|desconsidere)(?![\\p{L}])${GAP}(?:instruções|instrucoes|ordens)`, 'u'),
  new RegExp(`(?:negeer|vergeet)(?![\\p{L}])${GAP}(?:instructies|opdrachten|aanwijzingen)`, 'u'),
  new RegExp(`(?:zignoruj|ignoruj|zapomnij)(?![\\p{L}])${GAP}(?:instrukcj|polece)`, 'u'),
  new RegExp(`(?:игнорируй|проигнорируй|забудь|ігноруй|забудьте|игнорируйте)(?:те)?(?![\\p{L}])${GAP}(?:инструкци|указани|команд|інструкц|вказівк)`, 'u'),
  new RegExp(`(?:önceki|tüm|bütün)${GAP}(?:talimat|yönerge)\\p{L}{0,12}${GAP}(?:yok say|görmezden|unut)`, 'u'),
  new RegExp(`(?:ignorera|glöm|ignorer|glem)(?![\\p{L}])${GAP}(?:instruktion|anvisning|instruks)`, 'u'),
  /(?:忽略|无视|無視|忘记|忘掉)[^。！？\n]{0,20}(?:指令|指示|说明|提示|命令)/u,
  /(?:指示|命令|指令|プロンプト)[^。！？\n]{0,12}(?:無視|忘れ)/u,
  /(?:지시|명령|지침)[^.!?\n]{0,12}(?:무시|잊)/u,
  /(?:تجاهل|انس)[^.!؟\n]{0,30}(?:تعليمات|الأوامر|أوامر)/u,
  /(?:निर्देश|आदेश)[^।!?\n]{0,20}(?:अनदेखा|नज़रअंदाज|भूल)/u,
  // Frames and roles of chat formats.
  /<\|[a-z_]{2,30}\|?>?|\[\/?inst\]|<<\/?sys>>|<\/?(?:transcript|system|assistant|user|instructions?|prompt|s|tool_call|function_calls?|invoke)\b[^>]{0,60}>/,
  /#{2,4} ?(?:system|instructions?|assistant|user|prompt|response)\b|-{3,} ?(?:begin|end|new|system)\b[^-\n]{0,40}-{3,}|\b(?:begin|end) (?:system )?prompt\b/,
  /^\W{0,3}(?:system|assistant|developer|tool)(?: (?:message|prompt|override|note))? ?[:>]/,
  /\bsystem (?:override|prompt|message) ?[:>]|\b(?:new|updated|important|additional|secret) (?:system )?(?:instructions?|prompt)(?: for (?:the |you|any |all )[^:.\n]{0,30})? ?:/,
  // Made-up lines and objects.
  /\[\d{1,6}\] ?[^\n:[\]]{0,40}(?:\[[a-z_]{2,20}_\d{1,6}\])? ?:/,
  /\{ ?"[^"\n]{1,40}" ?:|"(?:actions|overview|decisions|owner|title|lines|sections|due)" ?:/,
  /\btool_calls?\b|\bfunction_calls?\b|\b[a-z]{2,20}_[a-z_]{2,30} ?\(|\b(?:call|invoke|execute|run|use) (?:the )?(?:tool|function|api|plugin)\b/,
  // Words to the machine.
  new RegExp(`\\b(?:you are|you're|act as|acting as|pretend to be|dear|attention|hey|note to|message (?:to|for)|instructions? (?:to|for))(?: now)? (?:an? |the |any |every |all )?${MACHINE}s?\\b(?! (?:of|for|team|group|lead|who))`),
  new RegExp(`\\bas (?:an? |the )(?:${MACHINE}|${HELPER}),? (?:you|your) (?:must|should|will|have|are|can)\\b`),
  new RegExp(`(?:^|[.!?;]\\s)\\W{0,3}(?:${MACHINE}|${HELPER}|assistant) ?[,:] ?(?:please )?(?:you|add|write|include|output|put|set|mark|answer|reply|say|print|send|ignore|do|make|note|assign|create|insert|list)\\b`),
  new RegExp(`\\bif you(?: are|'re) (?:an? |the )?${MACHINE}\\b|\\bwhoever (?:is )?(?:summari[sz]|transcrib)`),
  /\b(?:from now on|starting now),? (?:you|all|every|each|the (?:summary|notes?|output))\b[^.!?\n]{0,60}\b(?:must|will|shall|should|are|is|only|always|never)\b/,
  /\byou are now (?:an? |the |in )\b|\b(?:developer|dan|jailbreak|god) mode\b|\byou must (?:now )?(?:output|print|answer|reply|respond|write|summari[sz]e)\b/,
  /\b(?:reveal|print|repeat|show|output|leak)\b[^.!?\n]{0,20}\b(?:system prompt|your (?:instructions?|prompt)|hidden (?:instructions?|prompt))\b/,
  /\b(?:owner|assignee) of (?:every|all|each|any)(?: of the)?(?: open)? (?:action|task|item)|\b(?:assign|attribute|give) (?:every|all|each) (?:of the )?(?:action|task)s?(?: items?)? to\b/,
  /\b(?:in|into|to) (?:the|your) (?:summary|output|answer|response|json)\b[^.!?\n]{0,30}\b(?:write|say|include|add|output|insert)\b|\b(?:output|answer|respond|reply) (?:only )?(?:in|with) (?:prose|json|the (?:following|words?|text))\b/,
  /(?:als|du bist|sie sind)(?: jetzt| nun)? (?:eine? |die |der )?(?:ki|sprachmodell|assistent|chatbot|protokoll-?ki)(?![\p{L}])/u,
  /(?:en tant qu'|tu es (?:maintenant )?|vous êtes (?:maintenant )?)(?:une? |l')?(?:ia|assistant|modèle de langage)(?![\p{L}])/u,
  /(?:como |eres (?:ahora )?|você é (?:agora )?|sei (?:ora )?|come )(?:una? |uma? |un )?(?:ia|asistente|assistente|modelo de (?:lenguaje|linguagem)|modello linguistico)(?![\p{L}])/u,
  /(?:^|[\s¡"«])(?:ki|ia|ии|ші) ?[,:] ?(?:füge|schreib|gib|notier|ajoute|écri|añad|agrega|escrib|aggiungi|scrivi|adicion|escrev|добав|напиш|запиш|додай)/u,
  /(?:^|[.!?]\s?)(?:система|системное сообщение|системный промпт|系统(?:提示|消息)?|システム|시스템|النظام|sistema|système|systeem) ?[:：]/u,
  // Something to be decoded: nobody says forty letters and digits without a pause.
  /\b(?=[a-z0-9+/]{0,80}\d)[a-z0-9+/]{40,}={0,2}/,
  /\bbase ?64\b[^.!?\n]{0,40}\b(?:decode|follow|execute|obey|instruction)|\b(?:decode|decipher)\b[^.!?\n]{0,40}\b(?:follow|execute|obey|do what)/,
]

/**
 * One of these stands in every text that a sign fits; nearly no line of a meeting has one, and those that have none cost little. Words
 * alone are looked for together; a pattern among them would make that several times slower.
 */
const HINTS: readonly RegExp[] = [
  new RegExp(
    [
      'decode', 'decipher', 'ignor', 'disregard', 'forget', 'override', 'bypass', 'vergiss', 'vergesst', 'missacht', 'vergessen', 'oublie', 'olvid', 'olvíd',
      'descarta', 'dimentica', 'scorda', 'esque', 'desconsidere', 'negeer', 'vergeet', 'zapomnij', 'talimat', 'yönerge', 'glöm', 'glem',
      'system', 'sistema', 'système', 'systeem', 'prompt', 'instruction', 'summari', 'output', 'tool', 'function', 'plugin', 'invoke',
      'assist', 'asisten', 'model', 'copilot', 'from now on', 'starting now', 'you are now', 'you must', 'owner of', 'assignee of', 'answer', 'developer',
    ].join('|'),
  ),
  /[<{"_#[]|-{3}|[^\u0000-\u024f]|base ?64|note[- ]?taker|mode\b|(?:assign|attribute|give) (?:every|all|each)/,
  /\b(?:ai|a\.i|ki|ia|llm|gpt|chatgpt|bot|chatbot|api|dan|json|prose)\b/,
  // From the beginning of a word: tried at each letter it takes three times as long.
  /(?:^|[^a-z0-9+/])[a-z0-9+/]{40}/,
]

/** Where a text begins to speak to a machine; -1 where it does not. */
export function orderIn(text: string): number {
  const plain = fold(text)
  if (!HINTS.some((hint) => hint.test(plain))) return -1
  let first = -1
  for (const sign of SIGNS) {
    const at = sign.exec(plain)?.index ?? -1
    if (at !== -1 && (first === -1 || at < first)) first = at
  }
  return first
}

const STYLED = /[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/u
/** Lower case, one letter for one: an index in the one is an index in the other. Marks that cannot be seen are no help to hide behind. */
function fold(text: string): string {
  const quick = text.toLowerCase()
  return quick.length === text.length && !STYLED.test(quick) ? quick : Array.from(text, lower).join('')
}
function lower(character: string): string {
  const small = character.normalize('NFKC').toLowerCase()
  return small.length === character.length ? small : character
}
