/**
 * What Whisper says in silence and music, because the subtitles it learnt from do: credits, thanks, calls to subscribe.
 * Collected from public reports on hallucinations in openai/whisper and whisper.cpp.
 */
const WHOLE = [
  'thanks for watching', 'thank you for watching', 'thank you so much for watching', 'thanks for watching and see you next time',
  'please subscribe', 'please subscribe to my channel', 'like and subscribe', "don't forget to subscribe", 'see you in the next video',
  'subtitles by the amara org community', 'transcribed by https otter ai', 'blank audio', 'music', 'silence', 'applause', 'inaudible',
  'vielen dank fürs zuschauen', 'danke fürs zuschauen', 'vielen dank für die aufmerksamkeit und bis zum nächsten mal',
  "merci d'avoir regardé cette vidéo", "merci d'avoir regardé", "n'oubliez pas de vous abonner", 'abonnez vous', 'à la prochaine',
  'gracias por ver el video', 'gracias por ver', 'suscríbete al canal', 'no olvides suscribirte', 'obrigado por assistir', 'inscreva se no canal',
  'grazie per la visione', 'grazie per aver guardato il video', 'iscrivetevi al canale', 'bedankt voor het kijken',
  'dziękuję za oglądanie', 'dzięki za oglądanie', 'zapraszamy na kolejny odcinek', 'tack för att ni tittade', 'tak fordi du så med', 'takk for at du så på',
  'kiitos kun katsoit', 'díky za sledování', 'köszönöm hogy megnézted', 'izlediğiniz için teşekkürler', 'abone olmayı unutmayın',
  'продолжение следует', 'спасибо за просмотр', 'подписывайтесь на канал', 'дякую за перегляд', 'ευχαριστώ που παρακολουθήσατε',
  'ご視聴ありがとうございました', 'チャンネル登録お願いします', '最後までご視聴いただきありがとうございます', '시청해주셔서 감사합니다', '구독과 좋아요 부탁드립니다',
  '谢谢观看', '感谢观看', '謝謝觀看', '感謝觀看', '請不吝點贊訂閱', 'cảm ơn các bạn đã theo dõi và hẹn gặp lại', 'شكرا للمشاهدة', 'اشتركوا في القناة', 'תודה על הצפייה',
]

const OPENING = [
  'subtitles by', 'subtitled by', 'captions by', 'captioning by', 'closed captioning by', 'transcription by', 'translated by',
  'untertitel von', 'untertitel im auftrag des', 'untertitel der amara org', 'untertitelung', 'sous titres réalisés', 'sous titrage',
  'sous titres par', 'subtítulos realizados', 'subtítulos por', 'subtitulado por', 'legendas pela', 'legendado por', 'legenda por',
  'sottotitoli creati', 'sottotitoli e revisione', 'sottotitoli a cura', 'ondertiteld door', 'ondertiteling door', 'ondertitels ingediend',
  'napisy stworzone', 'napisy wykonane', 'tekstet av', 'teksting av', 'undertexter från', 'undertexter av', 'danske tekster af',
  'titulky vytvořil', 'titulky přeložil', 'altyazı m k', 'altyazı', 'субтитры сделал', 'субтитры создавал', 'субтитры подготовил',
  'редактор субтитров', 'субтитри', 'υπότιτλοι', 'ترجمة نانسي', '字幕由', '字幕by', '字幕志愿者', '请不吝点赞', '請不吝點贊', '優優獨播劇場', '한글자막',
]

/** Letters and digits only, since commas and capitals come as they like. */
const bare = (text: string): string => (text.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')

const UNSPACED = /\p{sc=Han}|\p{sc=Hangul}/u
const whole = new Set(WHOLE.map(bare))
const openings = OPENING.map(bare)

/** Is the whole segment one of those phrases? "Thanks for watching the build" is not. */
export function isStockPhrase(text: string): boolean {
  const said = bare(text)
  if (whole.has(said)) return true
  return openings.some((opening) => said === opening || said.startsWith(UNSPACED.test(opening) ? opening : `${opening} `))
}
