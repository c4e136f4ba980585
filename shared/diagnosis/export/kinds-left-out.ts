/**
 * What WhatsApp writes in place of a file that was left out of the export, by language. Android says only that there
 * was one ("<Media omitted>"), iOS says what it was ("image omitted"). Older wordings stand beside the newer ones.
 */
import type { MessageKind } from "../chat.ts";

/** Between "<" and ">", parted by "|". */
const ANY_MEDIA: Record<string, string> = {
  af: "media weggelaat",
  ar: "تم استبعاد الوسائط|الوسائط مستبعدة|الوسائط غير مدرجة",
  az: "media buraxıldı|media çıxarılmışdır",
  bg: "без файл|мултимедията е пропусната",
  bn: "মিডিয়া বাদ দেওয়া হয়েছে|মিডিয়া বাদ দেওয়া হয়েছে",
  ca: "fitxers multimèdia omesos|mitjans omesos",
  cs: "média vynechány|média vynechána",
  da: "medier udeladt|mediefil udeladt",
  de: "medien ausgeschlossen|medien weggelassen",
  el: "αρχείο παραλήφθηκε|εξαίρεση πολυμέσων|τα πολυμέσα παραλείφθηκαν",
  en: "media omitted|media excluded|file omitted",
  es: "multimedia omitido|archivo omitido|archivos omitidos|archivo multimedia omitido",
  et: "meedia välja jäetud|meedia ära jäetud",
  fa: "رسانه حذف شد|پيوست نما/آهنگ حذف شد|رسانه حذف شده است",
  fi: "media jätettiin pois|media jätetty pois",
  fr: "médias omis|fichier omis|média omis",
  gu: "મિડિયા છોડી મૂકાયું|મીડિયા અવગણવામાં આવ્યા",
  he: "המדיה לא נכללה|מדיה הושמטה",
  hi: "मीडिया के बिना|मीडिया छोड़ा गया",
  hr: "medijski zapis izostavljen",
  hu: "média elhagyva|hiányzó médiafájl|médiafájl elhagyva",
  id: "media tidak disertakan",
  it: "media omessi|media omesso",
  ja: "メディアなし|メディアは含まれていません|メディアが除外されました",
  kk: "файлдар қосылмаған|файл қосылған жоқ",
  kn: "ಮಾಧ್ಯಮ ಕೈಬಿಡಲಾಗಿದೆ",
  ko: "미디어 파일 제외됨|미디어 파일을 생략한 대화내용|미디어 생략됨",
  lo: "ບໍ່ລວມມີເດຍ",
  lt: "medija praleista|praleistas medijos turinys",
  lv: "nav iekļauta multivide|bez multivides",
  mk: "без фајлови|без фајл",
  ml: "മീഡിയ ഒഴിവാക്കി",
  mr: "मीडिया वगळण्यात आला|मीडिया वगळले",
  ms: "media dikecualikan|media disingkirkan",
  nb: "media utelatt|uten vedlegg|medier er utelatt",
  nl: "media weggelaten",
  pa: "ਮੀਡੀਆ ਛੱਡਿਆ|ਮੀਡੀਆ ਛਡਿਆ ਗਿਆ",
  pl: "pominięto multimedia|pliki pominięto|multimedia pominięte",
  pt: "mídia omitida|mídia oculta|arquivo de mídia oculto|ficheiro não revelado|ficheiro omitido|arquivos omitidos",
  ro: "conținut media omis|fișier media omis",
  ru: "без медиафайлов|файл пропущен",
  sk: "médiá vynechané|médiá vynechaná",
  sl: "datoteke izpuščene|medij izpuščen",
  sq: "media u hoq|media hequr",
  sr: "медији су изостављени|медији изостављени",
  sv: "media utelämnat|media har utelämnats|mediefil utelämnad",
  sw: "media hazijajumuishwa|media imerukwa",
  ta: "கோப்புகள் விடப்பட்டன|ஊடகங்கள் நீக்கப்பட்டது",
  te: "మీడియా విస్మరించబడింది|మాధ్యమం విస్మరించబడింది",
  th: "ไฟล์สื่อถูกลบ|สื่อถูกลบ|ไม่รวมไฟล์สื่อ",
  tl: "inalis ang media|walang kalakip na media",
  tr: "medya dahil edilmedi|medya atlanmış|medya çıkarıldı",
  uk: "медіа пропущено|медіафайли пропущено|файл пропущено",
  ur: "میڈیا چھوڑ دیا گیا|میڈیا ہٹا دیا گیا",
  uz: "fayl o‘tkazib yuborildi|fayl o'tkazib yuborildi",
  vi: "bỏ qua tệp phương tiện|bỏ qua media|tệp phương tiện bị bỏ qua",
  zh: "忽略多媒體檔|省略多媒体文件|媒体文件已省略|已略過多媒體檔案|不含媒体内容|已省略媒體檔案|未包含媒体文件|媒體已省略",
};

/**
 * What there was, in the order of `NOUN_KINDS`, and then how it is said to be missing: parted by ";", their other
 * words by "|".
 */
const NOUN_KINDS = ["photo", "video", "audio", "sticker", "document", "contact"] as const;

const NOUNS: Record<string, string> = {
  ar: "الصورة|صورة; الفيديو|مقطع الفيديو|فيديو; الصوت|المقطع الصوتي|صوت|التسجيل الصوتي; الملصق|ملصق; المستند|مستند; بطاقة جهة الاتصال|جهة الاتصال; تم استبعاد|تم إزالة|محذوفة|محذوف|مستبعد|مستبعدة|غير مدرجة|غير مدرج|غير مضمنة|تم حذف",
  bg: "изображението|изображение; видеото|видео; аудиото|аудио; стикерът|стикер; документът|документ; картата на контакта; пропуснато|пропуснат|пропусната|е пропуснато|е пропуснат",
  bn: "ছবি; ভিডিও; অডিও; স্টিকার; ডকুমেন্ট; পরিচিতি কার্ড; বাদ দেওয়া হয়েছে|বাদ দেওয়া হয়েছে",
  ca: "imatge; vídeo; àudio; adhesiu; document; targeta de contacte; omesa|omès|omés",
  cs: "obrázek; video; zvuk|audio; nálepka|samolepka; dokument; karta kontaktu|vizitka; vynechán|vynecháno|vynechána",
  da: "billede; video; lyd; klistermærke|sticker; dokument; kontaktkort; udeladt|er udeladt",
  de: "bild; video|videonachricht; audio; sticker; dokument; kontaktkarte; weggelassen|ausgelassen|nicht enthalten",
  el: "εικόνα; βίντεο; ήχος; αυτοκόλλητο; έγγραφο; κάρτα επαφής; παραλείφθηκε|παραλήφθηκε",
  en: "image|photo; video|video note; audio|voice message|voice note; sticker; document; contact card|contact; omitted",
  es: "imagen; video|vídeo|nota de video; audio|nota de voz; sticker; documento; tarjeta de contacto|tarjeta del contacto; omitida|omitido",
  fa: "تصویر; ویدیو|ویدئو; صدا|فایل صوتی; برچسب|استیکر; سند; کارت مخاطب; حذف شد|حذف شده|حذف شده است",
  fi: "kuva; video; ääni|äänitiedosto; tarra; dokumentti|asiakirja; yhteystietokortti; jätetty pois|jätettiin pois|poistettu",
  fr: "image; vidéo|note vidéo; audio; sticker|autocollant; document; carte de contact|fiche de contact|fiche contact; absente|absent|omise|omis|retiré|retirée",
  he: "תמונה|התמונה; סרטון|הסרטון|סרטון וידאו|וידאו; שמע|קובץ שמע|אודיו|קטע קול; סטיקר|מדבקה|הסטיקר; מסמך|המסמך; כרטיס איש קשר; הושמט|הושמטה|לא נכלל|לא נכללה|לא נכללת|נגרעה|נגרע",
  hi: "छवि|इमेज|फ़ोटो; वीडियो; ऑडियो; स्टिकर; दस्तावेज़|डॉक्यूमेंट; संपर्क कार्ड; छोड़ी गई|छोड़ा गया|छोड़ दिया गया|नहीं है|हटाया गया",
  hu: "kép; videó; hang|hangfájl; matrica; dokumentum; névjegykártya|névjegy; elhagyva|kihagyva",
  id: "gambar|foto; video; audio; stiker; dokumen; kartu kontak|kontak; tidak disertakan",
  it: "immagine; video; audio; sticker; documento; scheda contatto|scheda del contatto; omessa|omesso|esclusa|escluso|non incluso|non inclusa",
  ja: "画像; 動画|ビデオ; 音声|オーディオ; スタンプ|ステッカー; ドキュメント|文書; 連絡先カード; は含まれていません|が省略されました|を省略しました|なし|省略|は省略されました",
  ko: "이미지|사진; 동영상|비디오; 오디오|음성; 스티커; 문서; 연락처 카드|연락처; 생략됨|제외됨|생략|누락됨|가 생략되었습니다|이 생략되었습니다",
  ms: "imej|gambar; video; audio; pelekat; dokumen; kad kenalan; dikecualikan|ditinggalkan|tidak disertakan|disingkirkan",
  nb: "bilde; video; lyd; klistremerke; dokument; kontaktkort; utelatt|er utelatt",
  nl: "afbeelding; video; audio; sticker; document; contactkaart; weggelaten",
  pl: "obraz|zdjęcie|grafika; film|wideo; dźwięk|plik audio|audio; naklejka; dokument; karta kontaktu|wizytówka; pominięto|pominięty|pominięta|pominięte",
  pt: "imagem; vídeo|video; áudio|audio; figurinha|sticker|autocolante; documento; cartão do contato|cartão de contacto|cartão de contato; ocultada|ocultado|oculta|oculto|omitida|omitido|não revelada|não revelado|omitidas",
  ro: "imagine; videoclip|video; audio|fișier audio; sticker|autocolant; document; carte de vizită|card de contact; omisă|omis|omisa",
  ru: "изображение|фото; видео|видеосообщение; аудиофайл|аудио; стикер; документ; карточка контакта|карточка контактов; отсутствует|пропущено|пропущен|пропущена|не включено",
  sv: "bild; video; ljud; sticker|klistermärke|dekal; dokument; kontaktkort; utelämnad|utelämnat|har utelämnats|utelämnades",
  sw: "picha; video; sauti; stika; hati; kadi ya mwasiliani|kadi ya anwani; haijajumuishwa|imerukwa|imeachwa|haikujumuishwa|hazijajumuishwa",
  th: "รูปภาพ|ภาพ; วิดีโอ|วีดีโอ; เสียง|ไฟล์เสียง; สติกเกอร์; เอกสาร; การ์ดผู้ติดต่อ|รายชื่อผู้ติดต่อ; ถูกละไว้|ถูกลบ|ไม่รวมอยู่|ไม่ได้รวมไว้|ถูกข้าม",
  tr: "görüntü|resim|fotoğraf; video|görüntülü not; ses|ses dosyası; çıkartma; belge; kişi kartı; dahil edilmedi|atlandı",
  uk: "зображення|фото; відео; аудіо|аудіофайл; стікер|наліпка; документ; картка контакту; пропущено|відсутнє|відсутній|відсутня|опущено|вилучено",
  ur: "تصویر; ویڈیو; آڈیو; اسٹیکر; دستاویز; رابطہ کارڈ; چھوڑ دیا گیا|چھوڑ دی گئی|ہٹا دیا گیا|ہٹا دی گئی",
  vi: "hình ảnh|ảnh; video; âm thanh; nhãn dán|hình dán; tài liệu; thẻ liên hệ|danh thiếp; bị bỏ qua|đã bị bỏ qua|bỏ qua|được bỏ qua",
  zh: "图片|圖片|图像|圖像|照片|影像; 视频|影片|視訊; 音频|音訊|语音|語音; 贴图|貼圖|表情贴纸; 文档|文件|檔案; 联系人名片|聯絡人名片|名片|联系人卡片|聯絡人卡; 已省略|已忽略|忽略|省略|已略過|略過|未包含",
};

/** View-once messages have no file in any export; the newest Android says so. */
const VIEW_ONCE =
  "view once message omitted|view once voice message omitted|view once photo omitted|view once video omitted|" +
  "mensaje de visualización única omitido|mensaje de voz de visualización única omitido|" +
  "mensagem de visualização única omitida|mensagem de voz de visualização única omitida|" +
  "message à vue unique omis|message vocal à vue unique omis|einmalansicht-nachricht weggelassen|" +
  "pesan sekali lihat tidak disertakan|tek görüntülemelik mesaj dahil edilmedi";

const VIDEO_NOTES =
  "video note omitted|video message omitted|videonachricht weggelassen|nota de video omitida";

/** Languages whose wording nobody types by themselves: it is believed without a mark of direction before it too. */
const PLAIN = ["de", "en", "es", "id", "it", "nl", "pt", "tr"];

/** What was left out, by the words for it in lower case, without their marks of direction and angle brackets. */
export const LEFT_OUT: ReadonlyMap<string, MessageKind> = leftOut(Object.keys(NOUNS));

/** Those of them that may stand without brackets or mark: an export that went through an editor. */
export const LEFT_OUT_PLAIN: ReadonlySet<string> = new Set(byNoun(PLAIN).keys());

function leftOut(languages: readonly string[]): Map<string, MessageKind> {
  const all = byNoun(languages);
  for (const words of Object.values(ANY_MEDIA)) for (const one of words.split("|")) all.set(one, "media");
  for (const one of VIDEO_NOTES.split("|")) all.set(one, "video");
  for (const one of VIEW_ONCE.split("|")) all.set(one, "view_once");
  return all;
}

/** Before or after the noun, with a space or, where the script has none, without. */
function byNoun(languages: readonly string[]): Map<string, MessageKind> {
  const all = new Map<string, MessageKind>();
  for (const language of languages) {
    const cells = (NOUNS[language] ?? "").split("; ");
    const say = (nouns: string, kind: MessageKind) => {
      for (const missing of (cells[NOUN_KINDS.length] ?? "").split("|")) {
        for (const noun of nouns.split("|")) {
          for (const space of [" ", ""]) {
            all.set(`${noun}${space}${missing}`, kind);
            all.set(`${missing}${space}${noun}`, kind);
          }
        }
      }
    };
    NOUN_KINDS.forEach((kind, place) => {
      say(cells[place] ?? "", kind);
    });
    say("gif", "gif");
  }
  return all;
}
