import { describe, expect, it } from 'vitest'
import { markSegments } from '../../../src-main/core/speech/guards.pure.ts'

/** As Whisper wrote them in public reports. */
const MADE_UP: Readonly<Record<string, readonly string[]>> = {
  de: ['Untertitel der Amara.org-Community', 'Untertitel im Auftrag des ZDF für funk, 2017', 'Vielen Dank fürs Zuschauen!', 'Untertitelung des ZDF, 2020'],
  fr: ["Sous-titres réalisés par la communauté d'Amara.org", "Sous-titres réalisés para la communauté d'Amara.org", "Merci d'avoir regardé cette vidéo !", "Sous-titrage ST' 501"],
  es: ['Subtítulos realizados por la comunidad de Amara.org', '¡Suscríbete al canal!', 'Gracias por ver el video.'],
  sv: ['Undertexter från Amara.org-gemenskapen', 'Tack för att ni tittade!', 'Svensktextning: Stina Hedin'],
  en: ['Thanks for watching!', 'Thank you for watching. Thank you for watching.', 'Subtitles by the Amara.org community', 'Please subscribe.', '[BLANK_AUDIO]'],
  ja: ['ご視聴ありがとうございました。', 'チャンネル登録お願いします！', '最後までご視聴いただきありがとうございます。'],
  zh: ['谢谢观看', '请不吝点赞 订阅 转发 打赏支持明镜与点点栏目', '字幕by索兰娅', '字幕由Amara.org社区提供', '感謝觀看'],
  ru: ['Субтитры сделал DimaTorzok', 'Продолжение следует...', 'Спасибо за просмотр!', 'Редактор субтитров А.Семкин Корректор А.Егорова'],
  pt: ['Legendas pela comunidade Amara.org', 'Obrigado por assistir!', 'Inscreva-se no canal'],
  it: ['Sottotitoli creati dalla comunità Amara.org', 'Sottotitoli e revisione a cura di QTSS', 'Grazie per la visione!'],
  nl: ['Ondertitels ingediend door de Amara.org gemeenschap', 'Bedankt voor het kijken!', 'Ondertiteling door TV Gelderland'],
  pl: ['Napisy stworzone przez społeczność Amara.org', 'Dziękuję za oglądanie!', 'Dzięki za oglądanie'],
  tr: ['Altyazı M.K.', 'İzlediğiniz için teşekkür ederim.', 'ABONE OLMAYI UNUTMAYIN'],
  ar: ['اشتركوا في القناة', 'شكرًا للمشاهدة', 'ترجمة نانسي قنقر'],
  ko: ['시청해주셔서 감사합니다.', '구독과 좋아요 부탁드립니다!', '한글자막 by 한효정'],
}

/** What a meeting says in much the same words. */
const SAID = [
  'Thanks for watching the build, Alice.', 'The subtitles by Friday, please.', 'Thank you.', 'The music budget is fine.',
  'Please subscribe the team to the list.',
  'Die Untertitel müssen bis Freitag fertig sein.', 'Vielen Dank.', 'Danke fürs Kommen.', 'Merci beaucoup.', 'Merci d\'avoir regardé le contrat.',
  'Gracias por ver el contrato antes del viernes.', 'Tack för idag.',
  'ありがとうございました。', 'ご視聴者の数が増えました。', '谢谢大家', '字幕还没有做好', 'Спасибо за внимание.',
  'Obrigado.',
  'Grazie a tutti.', 'Bedankt allemaal.', 'Dziękuję za spotkanie.', 'Teşekkürler.', 'شكرا جزيلا', '감사합니다.', 'Bye. Bye.', '',
]

const marksOf = (text: string) => {
  const window = { startMs: 0, samples: new Int16Array(32_000), speech: new Uint8Array(100).fill(1), nextMs: 2000 }
  const [segment] = markSegments([{ startMs: 0, endMs: 2000, text }], window, [])
  return { text: segment?.text, marks: segment?.marks }
}

describe('phrases Whisper makes up', () => {
  it.each(Object.entries(MADE_UP))('are marked in %s and kept', (_, phrases) => {
    for (const text of phrases) expect(marksOf(text)).toEqual({ text, marks: ['stock-phrase'] })
  })

  it('are told from what people say', () => {
    for (const text of SAID) expect(marksOf(text)).toEqual({ text, marks: undefined })
  })
})
