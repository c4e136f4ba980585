/** The locales that exports are made of in tests, and what WhatsApp says in their languages. */

/** Dates and clocks come from Intl, as on the phones; here only which of its names to ask. */
export const LOCALES = (
  "en-US en-GB en-IN en-ZA en-CA en-AU en-AE en-KE es-ES es-MX es-CO es-AR es-US pt-BR pt-PT fr-FR fr-CA fr-CH " +
  "de-DE de-AT de-CH it-IT nl-NL nl-BE id-ID ms-MY ar-EG ar-AE ar-SA ar-MA he-IL tr-TR ru-RU uk-UA pl-PL hi-IN " +
  "hi-IN-u-nu-deva bn-BD bn-IN ur-PK fa-IR sw-KE sw-TZ zh-CN zh-TW zh-HK ja-JP ko-KR th-TH th-TH-u-nu-thai vi-VN " +
  "el-GR ro-RO cs-CZ sk-SK sv-SE da-DK nb-NO fi-FI hu-HU bg-BG hr-HR sr-RS sr-Latn-RS sl-SI lt-LT lv-LV et-EE " +
  "ca-ES mr-IN ne-NP ta-IN te-IN gu-IN pa-IN kn-IN ml-IN af-ZA az-AZ kk-KZ uz-UZ fil-PH sq-AL mk-MK is-IS " +
  "ar-SA-u-ca-islamic-umalqura ja-JP-u-ca-japanese km-KH lo-LA my-MM am-ET"
).split(" ");

export type Said = {
  /** Android, with its brackets. */
  leftOut: string;
  /** iOS's word for a picture left out. */
  photoLeftOut: string;
  attached: string;
  /** iOS: before the file's name. */
  attachedIos: string;
  edited: string;
  deleted: string;
  place: string;
  encrypted: string;
  /** "{}" is who, "{a}" a name in quotation marks, "{b}" another. */
  created: string;
  subject: string;
  left: string;
};

const ENGLISH: Said = {
  leftOut: "<Media omitted>",
  photoLeftOut: "image omitted",
  attached: "file attached",
  attachedIos: "attached",
  edited: "This message was edited",
  deleted: "This message was deleted",
  place: "location",
  encrypted: "Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
  created: "{} created group {a}",
  subject: "{} changed the subject from {a} to {b}",
  left: "{} left",
};

/** One line a language, in the order of `ENGLISH`, parted by "|"; what is empty is said in English. */
const SAID: Record<string, string> = {
  es: "<Multimedia omitido>|imagen omitida|archivo adjunto|adjunto|Se editó este mensaje.|Se eliminó este mensaje.|ubicación|Los mensajes y las llamadas están cifrados de extremo a extremo.|{} creó el grupo {a}|{} cambió el asunto de {a} a {b}|{} salió del grupo",
  pt: "<Mídia oculta>|imagem ocultada|arquivo anexado|anexado|Mensagem editada|Mensagem apagada|localização|As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta.|{} criou o grupo {a}|{} mudou o nome de {a} para {b}|{} saiu",
  fr: "<Médias omis>|image absente|fichier joint|pièce jointe |Ce message a été modifié|Ce message a été supprimé|position|Les messages et les appels sont chiffrés de bout en bout.|{} a créé le groupe {a}|{} a changé le sujet de {a} à {b}|{} est parti",
  de: "<Medien ausgeschlossen>|Bild weggelassen|Datei angehängt|Anhang|Diese Nachricht wurde bearbeitet.|Diese Nachricht wurde gelöscht.|Standort|Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.|{} hat die Gruppe {a} erstellt|{} hat den Betreff von {a} zu {b} geändert|{} hat die Gruppe verlassen",
  it: "<Media omessi>|immagine omessa|file allegato|allegato|Questo messaggio è stato modificato|Questo messaggio è stato eliminato|posizione|I messaggi e le chiamate sono crittografati end-to-end.|{} ha creato il gruppo {a}|{} ha cambiato l'oggetto da {a} a {b}|{} ha abbandonato",
  nl: "<Media weggelaten>|afbeelding weggelaten|bestand bijgevoegd|bijgevoegd|Dit bericht is bewerkt|Dit bericht is verwijderd|locatie|Berichten en gesprekken zijn end-to-end versleuteld.|{} heeft de groep {a} gemaakt|{} heeft het onderwerp gewijzigd van {a} naar {b}|{} heeft de groep verlaten",
  id: "<Media tidak disertakan>|gambar tidak disertakan|file terlampir|terlampir|Pesan ini diedit|Pesan ini telah dihapus|lokasi|Pesan dan panggilan dienkripsi secara end-to-end.|{} membuat grup {a}|{} mengubah subjek dari {a} ke {b}|{} keluar",
  ms: "<Media dikecualikan>|imej dikecualikan|fail dilampirkan|||Mesej ini telah dipadam|lokasi||{} mencipta kumpulan {a}||",
  ar: "<تم استبعاد الوسائط>|تم استبعاد الصورة|الملف مرفق|مرفق|تم تعديل هذه الرسالة|تم حذف هذه الرسالة|الموقع|الرسائل والمكالمات مشفّرة تمامًا بين الطرفين.|أنشأ {} المجموعة {a}|قام {} بتغيير الموضوع من {a} إلى {b}|غادر {}",
  he: "<המדיה לא נכללה>|תמונה הושמטה|הקובץ צורף|מצורף|ההודעה נערכה|הודעה זו נמחקה|מיקום|ההודעות והשיחות מוצפנות מקצה לקצה.|{} יצר/ה את הקבוצה {a}|{} שינה/תה את הנושא מ-{a} ל-{b}|{} עזב/ה",
  tr: "<Medya dahil edilmedi>|görüntü dahil edilmedi|dosya ekli|eklenmiş|Bu mesaj düzenlendi|Bu mesaj silindi|konum|Mesajlar ve aramalar uçtan uca şifrelidir.|{}, {a} grubunu oluşturdu|{}, konuyu {a} yerine {b} olarak değiştirdi|{} ayrıldı",
  ru: "<Без медиафайлов>|изображение отсутствует|файл добавлен|прикреплено|Сообщение изменено|Данное сообщение удалено|местоположение|Сообщения и звонки защищены сквозным шифрованием.|{} создал(-а) группу {a}|{} изменил(-а) тему с {a} на {b}|{} вышел(-ла)",
  uk: "<Медіа пропущено>|зображення пропущено|файл додано||Це повідомлення змінено|Це повідомлення видалено|місцезнаходження||{} створив(-ла) групу {a}||",
  pl: "<pominięto multimedia>|obraz pominięto|załączono plik|||Ta wiadomość została usunięta|lokalizacja||{} utworzył(a) grupę {a}|{} zmienił(a) temat z {a} na {b}|",
  hi: "<मीडिया के बिना>|इमेज छोड़ी गई|फ़ाइल संलग्न है|||यह मैसेज डिलीट किया गया|लोकेशन|मैसेज और कॉल शुरू से अंत तक एन्क्रिप्टेड हैं.|{} ने ग्रुप {a} बनाया||",
  bn: "<মিডিয়া বাদ দেওয়া হয়েছে>||||||||||",
  ur: "<میڈیا چھوڑ دیا گیا>||||||||||",
  fa: "<رسانه حذف شد>||||||||||",
  sw: "<Media hazijajumuishwa>||||Ujumbe huu umehaririwa|Ujumbe huu umefutwa|mahali||{} aliunda kikundi {a}||",
  zh: "<省略多媒体文件>|图片已省略|文件附件|附件|此消息已编辑|此消息已删除|位置|消息和通话均进行端到端加密。|{}创建了群组{a}|{}将主题从{a}更改为{b}|{}已退出",
  ja: "<メディアなし>|画像は含まれていません|ファイル添付|添付ファイル|このメッセージは編集されました|このメッセージは削除されました|位置情報|メッセージと通話はエンドツーエンドで暗号化されています。|{}さんがグループ{a}を作成しました|{}さんが件名を{a}から{b}に変更しました|{}さんが退出しました",
  ko: "<미디어 파일 제외됨>|이미지 생략됨|파일 첨부됨|첨부|이 메시지는 수정되었습니다|이 메시지는 삭제되었습니다|위치|메시지와 통화는 종단간 암호화됩니다.|{}님이 그룹 {a}을(를) 만들었습니다|{}님이 주제를 {a}에서 {b}(으)로 변경했습니다|{}님이 나갔습니다",
  th: "<ไฟล์สื่อถูกลบ>||||||||||",
  vi: "<Bỏ qua tệp phương tiện>|hình ảnh bị bỏ qua|tệp đính kèm|||Tin nhắn này đã bị xóa|vị trí||{} đã tạo nhóm {a}||",
  el: "<Εξαίρεση πολυμέσων>|||||Αυτό το μήνυμα διαγράφηκε|τοποθεσία||||",
  ro: "<conținut media omis>|imagine omisă||||Acest mesaj a fost șters|locație||||",
  cs: "<Média vynechány>||soubor byl přiložen|||Tato zpráva byla odstraněna|poloha||||",
  sv: "<Media har utelämnats>|bild utelämnad|bifogad fil|||Det här meddelandet raderades|plats||{} skapade gruppen {a}||",
  da: "<Mediefil udeladt>|billede udeladt||||Denne besked blev slettet|lokation||||",
  nb: "<Uten vedlegg>|||||Denne meldingen ble slettet|posisjon||||",
  fi: "<Media jätetty pois>|||||Tämä viesti poistettiin|sijainti||||",
  hu: "<Hiányzó médiafájl>|||||Ezt az üzenetet törölték|hely||||",
  bg: "<Без файл>|||||Това съобщение беше изтрито|местоположение||||",
};

const KEYS = Object.keys(ENGLISH) as (keyof Said)[];

export function saidIn(locale: string): Said {
  const cells = (SAID[locale.split("-")[0] ?? ""] ?? "").split("|");
  const said = { ...ENGLISH };
  KEYS.forEach((key, place) => {
    if (cells[place]) said[key] = cells[place];
  });
  return said;
}
