/**
 * What Whisper says in silence and music, because the subtitles it learnt from do: credits, thanks, calls to subscribe.
 * Collected from public reports on hallucinations in openai/whisper and whisper.cpp.
 */
const WHOLE = [
  // English
  'thanks for watching', 'thank you for watching', 'thank you so much for watching', 'thanks for watching and see you next time',
  'thank you for watching this video', 'thanks for listening and see you next time', 'see you in the next video', 'see you next video',
  'please subscribe', 'please subscribe to my channel', 'please like and subscribe', 'like and subscribe', "don't forget to subscribe",
  "don't forget to like and subscribe", 'transcribed by https otter ai', 'www mooji org', 'blank audio', 'music', 'music playing',
  'silence', 'applause', 'inaudible',
  // German
  'vielen dank fürs zuschauen', 'danke fürs zuschauen', 'vielen dank für ihre aufmerksamkeit bis zum nächsten mal', 'bis zum nächsten video',
  'vielen dank für die aufmerksamkeit und bis zum nächsten mal', 'abonniert meinen kanal', 'vergesst nicht zu abonnieren',
  'copyright wdr 2021', 'musik',
  // French
  "merci d'avoir regardé cette vidéo", "merci d'avoir regardé", "merci d'avoir regardé la vidéo", "n'oubliez pas de vous abonner", 'abonnez vous',
  'abonnez vous à la chaîne', 'à bientôt pour une nouvelle vidéo', 'musique',
  // Spanish
  'gracias por ver el video', 'gracias por ver', 'gracias por ver este video', 'suscríbete al canal', 'suscríbete',
  'no olvides suscribirte', 'música',
  // Portuguese
  'obrigado por assistir', 'obrigada por assistir', 'obrigado por assistir ao vídeo', 'obrigado por ver',
  'inscreva se no canal', 'não se esqueça de se inscrever',
  // Italian
  'grazie per la visione', 'grazie per aver guardato il video', 'grazie per aver guardato', 'iscrivetevi al canale', 'iscriviti al canale', 'musica',
  // Dutch
  'bedankt voor het kijken', 'dank voor het kijken', 'bedankt voor het kijken en tot de volgende keer', 'vergeet niet te abonneren', 'muziek',
  // Polish
  'dziękuję za oglądanie', 'dziękuję za uwagę i zapraszam na kolejny odcinek', 'dzięki za oglądanie', 'zapraszamy na kolejny odcinek',
  'zasubskrybuj kanał', 'subskrybuj kanał', 'muzyka',
  // Swedish, Danish, Norwegian, Finnish
  'tack för att ni tittade', 'tack för att du tittade', 'tack för att ni har tittat', 'glöm inte att prenumerera',
  'prenumerera på kanalen', 'tak fordi du så med',
  'tak for at se med', 'takk for at du så på', 'takk for at dere så på', 'kiitos kun katsoit', 'kiitos kun katsoitte',
  // Czech, Slovak, Hungarian, Romanian
  'díky za sledování', 'děkuji za pozornost a na viděnou u dalšího videa', 'ďakujem za sledovanie', 'köszönöm hogy megnézted',
  'köszönöm a figyelmet feliratkozás',
  'mulțumesc pentru vizionare', 'nu uitați să vă abonați',
  // Turkish
  'izlediğiniz için teşekkürler', 'izlediğiniz için teşekkür ederim', 'izlediğiniz için teşekkür ederiz', 'abone olmayı unutmayın',
  'bir sonraki videoda görüşmek üzere', 'müzik',
  // Russian, Ukrainian, Greek
  'продолжение следует', 'спасибо за просмотр', 'спасибо за внимание и до новых встреч', 'подписывайтесь на канал', 'подписывайтесь на мой канал',
  'ставьте лайки и подписывайтесь на канал', 'музыка', 'дякую за перегляд', 'підписуйтесь на канал', 'ευχαριστώ που παρακολουθήσατε',
  // Japanese
  'ご視聴ありがとうございました', 'ご視聴いただきありがとうございます', 'ご清聴ありがとうございました', 'チャンネル登録お願いします', 'チャンネル登録よろしくお願いします',
  'チャンネル登録をお願いいたします', '最後までご視聴いただきありがとうございます', '最後までご視聴ありがとうございました', '次の動画でお会いしましょう',
  // Korean
  '시청해주셔서 감사합니다', '시청해 주셔서 감사합니다', '구독과 좋아요 부탁드립니다', '구독 좋아요 부탁드립니다', '다음 영상에서 만나요', 'mbc 뉴스 이덕영입니다',
  // Chinese
  '谢谢观看', '感谢观看', '感谢您的观看', '感谢收看', '謝謝觀看', '感謝觀看', '感謝您的觀看', '感謝收看', '請不吝點贊訂閱', '请订阅我的频道',
  // Vietnamese, Arabic, Hebrew
  'cảm ơn các bạn đã theo dõi và hẹn gặp lại', 'hãy subscribe cho kênh', 'شكرا للمشاهدة', 'شكرا على المشاهدة',
  'شكرا لكم على المشاهدة', 'اشتركوا في القناة',
  'لا تنسوا الاشتراك في القناة', 'موسيقى', 'תודה על הצפייה',
]

/** Credits, which go on with somebody's name. */
const OPENING = [
  'subtitles by', 'subtitled by', 'captions by', 'captioning by', 'closed captioning by', 'transcription by', 'translated by',
  'untertitel von', 'untertitel im auftrag des', 'untertitel der amara org', 'untertitelung', 'untertitel stephanie geiges', 'sous titres réalisés',
  'sous titres faits par', 'sous titrage', 'sous titres par', 'subtítulos realizados', 'subtítulos por', 'subtítulos creados por', 'subtitulado por',
  'legendas pela', 'legendado por', 'legenda por', 'legenda adriana zanotto', 'legendas por', 'transcrição e legendas',
  'sottotitoli creati', 'sottotitoli e revisione', 'sottotitoli a cura', 'sottotitoli di', 'ondertiteld door',
  'ondertiteling door', 'ondertitels ingediend',
  'ondertitels door', 'tv gelderland', 'napisy stworzone', 'napisy wykonane', 'napisy przez', 'napisy by', 'tekstet av',
  'teksting av', 'undertexter från',
  'undertexter av', 'undertextning', 'svensktextning', 'textning stina hedin', 'danske tekster af', 'titulky vytvořil', 'titulky přeložil',
  'altyazı m k', 'altyazı çeviri', 'altyazılar', 'субтитры сделал', 'субтитры создавал', 'субтитры подготовил', 'субтитры делал', 'субтитры добавил',
  'редактор субтитров', 'субтитри', 'υπότιτλοι', 'ترجمة نانسي', 'ترجمة و تدقيق', 'تمت الترجمة بواسطة',
  '字幕由', '字幕by', '字幕志愿者', '字幕製作', '字幕制作', '字幕提供', '请不吝点赞', '請不吝點贊', '優優獨播劇場', '优优独播剧场', '中文字幕', '명수 자막', '한글자막', '자막 제공',
]

/** Names that only such credits bring. */
const ANYWHERE = ['amara org', 'dimatorzok', 'otter ai']

/**
 * Letters and digits only, since commas and capitals come as they like. Arabic vowel signs are as free; Turkish knows two i,
 * and made small without knowing the language, one leaves a dot behind and the other becomes its sister.
 */
const bare = (text: string): string =>
  (text.normalize('NFC').toLowerCase().replace(/[\u0307\u064B-\u0652\u0640]/gu, '').replaceAll('ı', 'i').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')

const UNSPACED = /\p{sc=Han}|\p{sc=Hangul}/u
const whole = new Set(WHOLE.map(bare))
const openings = OPENING.map(bare)
/** Longer than this, a segment says something besides the credit it names. */
const LONGEST_CREDIT_WORDS = 12

/** Is the whole segment one of those phrases? "Thanks for watching the build" is not. Said twice, it still is. */
export function isStockPhrase(text: string): boolean {
  const said = bare(text)
  if (whole.has(said) || whole.has(half(said))) return true
  if (openings.some((opening) => said === opening || said.startsWith(UNSPACED.test(opening) ? opening : `${opening} `))) return true
  return ANYWHERE.some((name) => ` ${said} `.includes(` ${name} `)) && said.split(' ').length <= LONGEST_CREDIT_WORDS
}

/** "bye bye" is "bye"; what is no repetition stays. */
function half(said: string): string {
  const middle = said.length >> 1
  const first = said.slice(0, middle)
  return said[middle] === ' ' && first === said.slice(middle + 1) ? first : said
}
