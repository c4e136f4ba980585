/**
 * Words WhatsApp writes around or in place of a message, by language: a file that lies beside the chat, edited,
 * deleted, a place, a poll, a call. In lower case, without marks of direction and without a full stop at the end.
 */

/** "IMG-20260714-WA0003.jpg (file attached)" of Android. */
export const ATTACHED: ReadonlySet<string> = words({
  ar: "الملف مرفق|ملف مرفق|تم إرفاق الملف",
  bg: "прикачен файл|файлът е прикачен",
  bn: "ফাইল সংযুক্ত|ফাইল সংযুক্ত করা হয়েছে",
  ca: "fitxer adjunt",
  cs: "soubor byl přiložen|přiložený soubor",
  da: "fil vedhæftet|vedhæftet fil",
  de: "datei angehängt",
  el: "επισυνάφθηκε αρχείο|συνημμένο αρχείο|το αρχείο επισυνάφθηκε",
  en: "file attached",
  es: "archivo adjunto",
  fa: "فایل پیوست شد|پرونده پیوست شد|فایل پیوست شده است",
  fi: "tiedosto liitetty|liitetiedosto",
  fr: "fichier joint",
  he: "הקובץ צורף|קובץ מצורף|קובץ צורף",
  hi: "फ़ाइल संलग्न है|फ़ाइल संलग्न|संलग्न फ़ाइल|फ़ाइल अटैच की गई",
  hr: "datoteka priložena|datoteka u prilogu",
  hu: "fájl csatolva|csatolt fájl",
  id: "file terlampir",
  it: "file allegato",
  ja: "添付ファイル|ファイル添付|ファイルが添付されました",
  ko: "파일 첨부됨|첨부 파일|파일 첨부",
  ms: "fail dilampirkan|fail terlampir",
  nb: "fil vedlagt|vedlagt fil",
  nl: "bestand bijgevoegd",
  pl: "plik dołączony|załączono plik|załącznik|dołączono plik",
  pt: "arquivo anexado|ficheiro anexado",
  ro: "fișier atașat",
  ru: "файл добавлен|прикреплённый файл|прикрепленный файл|файл прикреплен",
  sk: "súbor bol priložený|priložený súbor",
  sv: "bifogad fil|fil bifogad",
  sw: "faili imeambatishwa|faili limeambatishwa",
  th: "ไฟล์แนบ|แนบไฟล์แล้ว|ไฟล์ที่แนบ",
  tr: "dosya ekli|dosya ektedir|ekli dosya",
  uk: "файл додано|файл прикріплено|прикріплений файл",
  ur: "فائل منسلک ہے|فائل منسلک|منسلک فائل",
  vi: "tệp đính kèm|tập tin đính kèm|đã đính kèm tệp",
  zh: "文件附件|附件|檔案已附加|已附加檔案|文件已附加|已附加文件|附加檔案",
});

/** " <This message was edited>" at the end. */
export const EDITED: ReadonlySet<string> = words({
  ar: "تم تعديل هذه الرسالة|تم تعديل الرسالة|عُدّلت هذه الرسالة",
  bg: "това съобщение беше редактирано|това съобщение е редактирано",
  bn: "এই মেসেজ এডিট করা হয়েছে|এই বার্তাটি সম্পাদনা করা হয়েছে|এই মেসেজটি এডিট করা হয়েছে",
  ca: "aquest missatge s'ha editat|s'ha editat aquest missatge",
  cs: "tato zpráva byla upravena",
  da: "denne besked blev redigeret|denne besked er blevet redigeret|denne besked er redigeret",
  de: "diese nachricht wurde bearbeitet",
  el: "αυτό το μήνυμα τροποποιήθηκε|το μήνυμα τροποποιήθηκε|αυτό το μήνυμα επεξεργάστηκε",
  en: "this message was edited",
  es: "se editó este mensaje|este mensaje fue editado|este mensaje se editó|se editó el mensaje",
  fa: "این پیام ویرایش شد|این پیام ویرایش شده است|این پیام ویرایش شده",
  fi: "tätä viestiä muokattiin|tätä viestiä on muokattu",
  fr: "ce message a été modifié",
  he: "ההודעה נערכה|הודעה זו נערכה",
  hi: "यह मैसेज एडिट किया गया|इस मैसेज में बदलाव किया गया है|यह संदेश संपादित किया गया|यह मैसेज एडिट किया गया है",
  hu: "ezt az üzenetet szerkesztették|ez az üzenet szerkesztve lett|az üzenet szerkesztve lett",
  id: "pesan ini diedit|pesan ini telah diedit",
  it: "questo messaggio è stato modificato",
  ja: "このメッセージは編集されました|メッセージが編集されました",
  ko: "이 메시지는 수정되었습니다|이 메시지가 수정되었습니다|수정된 메시지입니다",
  ms: "mesej ini telah diedit|mesej ini diedit|mesej ini telah disunting",
  nb: "denne meldingen ble redigert|denne meldingen er redigert",
  nl: "dit bericht is bewerkt",
  pl: "ta wiadomość została edytowana|wiadomość została edytowana|ta wiadomość była edytowana",
  pt: "mensagem editada|esta mensagem foi editada|essa mensagem foi editada",
  ro: "acest mesaj a fost editat|acest mesaj a fost modificat",
  ru: "сообщение изменено|это сообщение изменено|данное сообщение изменено|сообщение отредактировано",
  sv: "det här meddelandet redigerades|det här meddelandet har redigerats|detta meddelande har redigerats",
  sw: "ujumbe huu umehaririwa|ujumbe huu ulihaririwa",
  th: "ข้อความนี้ถูกแก้ไข|ข้อความนี้ถูกแก้ไขแล้ว|แก้ไขข้อความนี้แล้ว",
  tr: "bu mesaj düzenlendi",
  uk: "це повідомлення змінено|це повідомлення було змінено|повідомлення змінено|це повідомлення відредаговано",
  ur: "اس پیغام میں ترمیم کی گئی|یہ پیغام ایڈٹ کیا گیا|اس میسج میں ترمیم کی گئی|یہ میسج ایڈٹ کیا گیا",
  vi: "tin nhắn này đã được chỉnh sửa|đã chỉnh sửa tin nhắn này",
  zh: "此消息已编辑|消息已编辑|已編輯此訊息|此訊息已編輯|这条消息已编辑|這則訊息已編輯|訊息已編輯|此消息已被编辑|此訊息已被編輯",
});

/** The whole message, by its author or an admin. */
export const DELETED: ReadonlySet<string> = words({
  ar: "تم حذف هذه الرسالة|حذفتَ هذه الرسالة|حذفت هذه الرسالة|لقد حذفت هذه الرسالة|هذه الرسالة محذوفة",
  bg: "това съобщение беше изтрито|изтрихте това съобщение|това съобщение е изтрито",
  bn: "এই মেসেজ মুছে ফেলা হয়েছে|এই মেসেজটি মুছে ফেলা হয়েছে|আপনি এই মেসেজটি মুছে ফেলেছেন|এই বার্তাটি মুছে ফেলা হয়েছে",
  ca: "s'ha eliminat aquest missatge|has eliminat aquest missatge|aquest missatge s'ha eliminat",
  cs: "tato zpráva byla odstraněna|odstranili jste tuto zprávu|tato zpráva byla smazána|smazali jste tuto zprávu",
  da: "denne besked blev slettet|du slettede denne besked|denne besked er blevet slettet|denne besked er slettet",
  de: "diese nachricht wurde gelöscht|du hast diese nachricht gelöscht",
  el: "αυτό το μήνυμα διαγράφηκε|διαγράψατε αυτό το μήνυμα|το μήνυμα διαγράφηκε",
  en: "this message was deleted|you deleted this message|message deleted|null message deleted",
  es: "se eliminó este mensaje|este mensaje fue eliminado|eliminaste este mensaje|has eliminado este mensaje|este mensaje se eliminó|eliminó este mensaje",
  fa: "این پیام حذف شد|این پیام حذف شده است|شما این پیام را حذف کردید|این پیام پاک شد",
  fi: "tämä viesti poistettiin|poistit tämän viestin|tämä viesti on poistettu",
  fr: "ce message a été supprimé|vous avez supprimé ce message|tu as supprimé ce message",
  he: "הודעה זו נמחקה|ההודעה נמחקה|מחקת הודעה זו|מחקת את ההודעה|ההודעה הזו נמחקה",
  hi: "यह मैसेज डिलीट किया गया|यह मैसेज मिटाया गया|यह संदेश हटाया गया|आपने यह मैसेज मिटाया|इस मैसेज को मिटाया गया|इस संदेश को मिटा दिया गया था|आपने यह मैसेज डिलीट किया|आपने इस संदेश को मिटा दिया|यह मैसेज डिलीट कर दिया गया|यह मैसेज डिलीट कर दिया गया है",
  hr: "ova poruka je izbrisana|izbrisali ste ovu poruku",
  hu: "ezt az üzenetet törölték|törölted ezt az üzenetet|ez az üzenet törölve lett|az üzenet törölve lett",
  id: "pesan ini telah dihapus|pesan ini dihapus|anda menghapus pesan ini|anda telah menghapus pesan ini",
  it: "questo messaggio è stato eliminato|hai eliminato questo messaggio|messaggio eliminato",
  ja: "このメッセージは削除されました|メッセージを削除しました|このメッセージを削除しました|メッセージは削除されました|あなたはこのメッセージを削除しました",
  ko: "삭제된 메시지입니다|이 메시지는 삭제되었습니다|이 메시지를 삭제했습니다|메시지를 삭제했습니다|이 메시지를 삭제하셨습니다|삭제된 메시지",
  ms: "mesej ini telah dipadam|mesej ini telah dipadamkan|anda telah memadam mesej ini|anda memadamkan mesej ini|mesej ini dipadamkan",
  nb: "denne meldingen ble slettet|du slettet denne meldingen|denne meldingen er slettet",
  nl: "dit bericht is verwijderd|dit bericht werd verwijderd|je hebt dit bericht verwijderd|u hebt dit bericht verwijderd|u heeft dit bericht verwijderd",
  pl: "ta wiadomość została usunięta|usunięto tę wiadomość|usunąłeś(-ęłaś) tę wiadomość|usunąłeś tę wiadomość|usunęłaś tę wiadomość|wiadomość została usunięta|usunięto wiadomość",
  pt: "mensagem apagada|esta mensagem foi apagada|essa mensagem foi apagada|você apagou esta mensagem|você apagou essa mensagem|apagou esta mensagem|esta mensagem foi eliminada|eliminou esta mensagem|eliminaste esta mensagem",
  ro: "acest mesaj a fost șters|ați șters acest mesaj|ai șters acest mesaj",
  ru: "сообщение удалено|данное сообщение удалено|это сообщение удалено|вы удалили данное сообщение|вы удалили это сообщение|вы удалили сообщение|это сообщение было удалено",
  sk: "táto správa bola odstránená|odstránili ste túto správu|táto správa bola vymazaná",
  sv: "det här meddelandet raderades|du raderade det här meddelandet|det här meddelandet har raderats|detta meddelande raderades|du raderade detta meddelande|meddelandet raderades",
  sw: "ujumbe huu umefutwa|ulifuta ujumbe huu|umefuta ujumbe huu|ujumbe huu ulifutwa",
  th: "ข้อความนี้ถูกลบ|ข้อความนี้ถูกลบแล้ว|คุณลบข้อความนี้|คุณลบข้อความนี้แล้ว|คุณได้ลบข้อความนี้แล้ว",
  tr: "bu mesaj silindi|bu mesajı sildiniz|mesaj silindi",
  uk: "це повідомлення видалено|ви видалили це повідомлення|повідомлення видалено|це повідомлення було видалено",
  ur: "یہ پیغام حذف کر دیا گیا|یہ پیغام حذف کر دیا گیا تھا|آپ نے یہ پیغام حذف کر دیا|یہ میسج ڈیلیٹ کر دیا گیا|یہ میسج حذف کر دیا گیا|آپ نے یہ میسج حذف کر دیا",
  vi: "tin nhắn này đã bị xóa|bạn đã xóa tin nhắn này|tin nhắn đã bị xóa|tin nhắn này đã bị xoá|bạn đã xoá tin nhắn này",
  zh: "此消息已删除|此消息已被删除|您删除了此消息|你删除了这条消息|您已删除此消息|你删除了此消息|消息已删除|此訊息已刪除|此訊息已被刪除|您已刪除此訊息|你已刪除此訊息|您刪除了此訊息|你刪除了此訊息|已刪除此訊息|這則訊息已刪除|这条消息已删除",
});

/** By "Marta Admin": what stands before the name. */
export const DELETED_BY: readonly string[] = [
  ...[
    "this message was deleted by admin ",
    "se eliminó este mensaje por el admin. ",
    "mensagem apagada pelo admin ",
  ],
  ...[
    "diese nachricht wurde vom admin ",
    "ce message a été supprimé par l'admin ",
    "pesan ini dihapus oleh admin ",
  ],
  ...["questo messaggio è stato eliminato dall'amministratore ", "dit bericht is verwijderd door beheerder "],
  ...[
    "bu mesaj yönetici tarafından silindi",
    "сообщение удалено админом ",
    "تم حذف هذه الرسالة بواسطة المشرف ",
  ],
];

/** Somewhere in what iOS says of a picture that may be seen once. */
export const VIEW_ONCE: readonly string[] = [
  ...["view once", "visualización única", "una sola visualización", "visualização única", "vue unique"],
  ...["einmalansicht", "einmal ansehen", "visualizza una volta", "eenmaal weergeven", "sekali lihat"],
  ...[
    "tek görüntüleme",
    "العرض لمرة واحدة",
    "العرض مرة واحدة",
    "однократн",
    "одноразов",
    "阅后即焚",
    "限看一次",
  ],
];

/** Still on its way when the chat was exported. */
export const WAITING: ReadonlySet<string> = words({
  ar: "في انتظار هذه الرسالة|بانتظار هذه الرسالة. قد يستغرق هذا بعض الوقت",
  de: "auf diese nachricht wird gewartet. dies kann eine weile dauern|warten auf diese nachricht",
  en: "waiting for this message|waiting for this message. this may take a while|waiting for this message. check your phone|this message can't be displayed here. please open whatsapp on your phone to view the message",
  es: "esperando este mensaje|esperando el mensaje. esto puede tardar un poco|esperando mensaje. esto puede tomar tiempo|esperando este mensaje. esto puede tomar tiempo",
  fr: "en attente de ce message|en attente du message. cela peut prendre un moment|en attente de ce message. cela peut prendre du temps",
  id: "menunggu pesan ini|menunggu pesan ini. ini mungkin perlu waktu beberapa saat",
  nl: "wachten op dit bericht|wachten op dit bericht. dit kan even duren",
  pt: "aguardando mensagem|aguardando mensagem. essa ação pode levar alguns instantes",
});

/** What goes before what was sent: "location: https://maps.google.com/?q=25.2,55.27". */
export const PLACE: ReadonlySet<string> = words({
  ar: "الموقع|موقع|المكان",
  bg: "местоположение|място",
  bn: "অবস্থান|লোকেশন",
  ca: "ubicació",
  cs: "poloha|umístění",
  da: "lokation|placering|sted",
  de: "standort|ort",
  el: "τοποθεσία",
  en: "location",
  es: "ubicación|ubicacion",
  fa: "موقعیت|مکان|موقعیت مکانی",
  fi: "sijainti",
  fr: "position|localisation|lieu|emplacement",
  he: "מיקום",
  hi: "लोकेशन|स्थान",
  hr: "lokacija",
  hu: "hely|tartózkodási hely|helyzet",
  id: "lokasi",
  it: "posizione|luogo",
  ja: "位置情報|場所|現在地",
  ko: "위치",
  ms: "lokasi",
  nb: "posisjon|sted|plassering",
  nl: "locatie",
  pl: "lokalizacja",
  pt: "localização|local",
  ro: "locație|locația|localizare",
  ru: "местоположение|геопозиция|место",
  sv: "plats|position",
  sw: "mahali|eneo",
  th: "ตำแหน่ง|ตำแหน่งที่ตั้ง|สถานที่",
  tr: "konum",
  uk: "місцезнаходження|розташування|місце|геопозиція",
  ur: "مقام|لوکیشن",
  vi: "vị trí",
  zh: "位置|地点|地點",
});

/** A place that moves. */
export const LIVE_PLACE: ReadonlySet<string> = words({
  ar: "تمت مشاركة الموقع المباشر|الموقع المباشر",
  de: "live-standort wird geteilt|live-standort|live-standort geteilt",
  en: "live location shared|live location",
  es: "ubicación en tiempo real compartida|se compartió la ubicación en tiempo real|ubicación en tiempo real",
  fr: "position en direct partagée|localisation en direct partagée|position en direct",
  hi: "लाइव लोकेशन शेयर की गई|लाइव लोकेशन",
  id: "lokasi terkini dibagikan|lokasi terkini",
  it: "posizione attuale condivisa|posizione in tempo reale condivisa|posizione attuale",
  nl: "live locatie gedeeld|live locatie",
  pt: "localização em tempo real compartilhada|localização em tempo real|localização atual compartilhada",
  ru: "поделились геоданными|геоданные в реальном времени",
  tr: "canlı konum paylaşıldı|canlı konum",
});

/** "POLL:" on a line of its own, then the question and its answers. */
export const POLL: ReadonlySet<string> = words({
  ...{ ar: "استطلاع|استطلاع رأي|تصويت", de: "umfrage", en: "poll", es: "encuesta", fr: "sondage", he: "סקר" },
  ...{
    hi: "पोल",
    id: "polling|jajak pendapat",
    it: "sondaggio",
    ja: "アンケート|投票",
    ko: "투표",
    ms: "undian",
  },
  ...{
    nl: "poll|peiling",
    pl: "ankieta",
    pt: "enquete|sondagem",
    ro: "sondaj",
    ru: "опрос",
    sv: "omröstning",
  },
  ...{
    sw: "kura ya maoni|kura",
    th: "โพล",
    tr: "anket",
    uk: "опитування",
    vi: "khảo sát|cuộc thăm dò",
    zh: "投票",
  },
});

/** "EVENT: Visit", "EVENT:" and its name on the next line. */
export const EVENT: ReadonlySet<string> = words({
  ...{ ar: "حدث|فعالية", de: "event|veranstaltung", en: "event", es: "evento", fr: "évènement|événement" },
  ...{ he: "אירוע", hi: "इवेंट", id: "acara", it: "evento", nl: "evenement", pt: "evento", ru: "мероприятие" },
  ...{ tr: "etkinlik", zh: "活动|活動" },
});

/** Rows of words by language, in one set. */
export function words(byLanguage: Record<string, string>): ReadonlySet<string> {
  return new Set(Object.values(byLanguage).flatMap((row) => row.split("|")));
}
