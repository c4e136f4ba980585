/** What a chat is called: by its file's name, by WhatsApp's own lines in quotation marks, by who says them. Pure. */
import { withoutMarks } from "./digits.ts";

/**
 * "WhatsApp Chat with Ana.txt", "WhatsApp Chat - Ana.zip", "Ana ile WhatsApp Sohbeti.txt": the words around the name.
 * Where the app's language is not among them, the dash of iOS still tells.
 */
const FILE_NAMES = [
  /^WhatsApp[- ]?chat+(?: with| mit| met| med|[ -]+) ?(.+)$/iu,
  /^(?:Chat|Conversa|Conversación|Conversation|Discussion|Conversazione|Obrolan|Percakapan|Czat|Чат|Gespräch|Gesprek)(?: (?:de|do|da|di|su|sur))? WhatsApp(?: (?:con|com|avec|dengan|z|с контактом|с|с групата|со|cu|amb|în|de)|[ -]+) (.+)$/iu,
  /^(?:Чат|Czat|Četování|Chat|Discuție) (?:в |na |v |pe )?WhatsApp (?:с контактом|с группой|с|з контактом|з|z|s|so|cu|con|com|-) (.+)$/iu,
  /^WhatsApp[- ]?(?:keskustelu|chatt|samtale|csevegés|vestlus|čats|pokalbis|razgovor|klepet|konverzácia|razgovori|beszélgetés|konverzace|prat)(?: (?:henkilön|med|sa|s|so|z|cu|ar|su))?[:\s-]+(.+)$/iu,
  /^(.+) ile WhatsApp Sohbeti$/iu,
  /^(?:محادثة|دردشة|الدردشة) (?:على )?(?:واتساب|واتس ?اب|WhatsApp) (?:مع |- )(.+)$/u,
  /^(?:چت|گفتگوی|گفتگو) (?:واتساپ|واتس‌اپ|WhatsApp) (?:با|-) (.+)$/u,
  /^(?:צ'אט|צ׳אט|צאט|שיחת|התכתבות)(?: ב-?)? ?(?:WhatsApp|וואטסאפ)(?: עם|[ -]+) (.+)$/u,
  /^(.+?) के साथ (?:WhatsApp|व्हाट्सऐप|वाट्सऐप|व्हॉट्सऐप) (?:चैट|बातचीत)$/u,
  /^(?:与|與|和)\s*(.+?)\s*的\s*WhatsApp\s*(?:聊天|對話|对话)(?:记录|紀錄)?$/u,
  /^WhatsApp\s*(?:与|與|和|のチャット|チャット|聊天|對話|대화)\s*[-–:(（]?\s*(.+?)[)）]?(?:\s*的?(?:聊天|對話|对话)(?:记录|紀錄)?)?$/u,
  /^(.+?)\s*(?:님과|님과의|과의|와의)\s*(?:WhatsApp|카카오톡이 아닌)\s*대화$/u,
  /^(.+?)(?:さん)?と(?:の)?\s*WhatsApp\s*(?:の)?(?:チャット|トーク)$/u,
  /^(?:Cuộc trò chuyện|Đoạn chat) (?:trên )?WhatsApp (?:với|-) (.+)$/iu,
  /^(?:Soga|Mazungumzo|Gumzo)(?: ya| la| za)? WhatsApp (?:na|-) (.+)$/iu,
  /^.{0,30}WhatsApp.{0,20}? - (.+)$/u,
];

/** What the file's name calls the chat; null for "_chat.txt" and its like. */
export function titleOfFile(fileName: string): string | null {
  const bare = withoutMarks(fileName.split(/[/\\]/).at(-1) ?? "").normalize("NFC");
  const name = bare.replace(/\.(?:txt|zip)$/i, "").replace(/\s?\(\d{1,2}\)$/, "");
  for (const form of FILE_NAMES) {
    const title = form.exec(name)?.[1]?.trim();
    if (title) return title;
  }
  return null;
}

const QUOTED = /["“„«「『”]([^"“”„«»「」『』\n]{1,100})["”“»」』]/gu;
/** The line that names the group stands among the first. */
const FIRST_LINES = 6;

/** Follows a group's name through WhatsApp's own lines, in any language: by what stands in quotation marks. */
export class TitleFollower {
  title: string | null = null;
  #lines = 0;

  follow(line: string): void {
    this.#lines++;
    if (this.#lines > FIRST_LINES && this.title === null) return;
    if (line.length > 400) return;
    const quoted = [...line.matchAll(QUOTED)].map((match) => (match[1] ?? "").trim());
    const [first, second] = quoted;
    if (first === undefined) return;
    if (second !== undefined && (first === this.title || this.title === null)) this.title = second;
    else if (this.title === null) this.title = first;
  }
}
