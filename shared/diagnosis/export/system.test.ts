import { expect, test } from "vitest";
import { isSystemText } from "./system.ts";

test.each([
  "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
  'Ana created group "Plumbers"',
  'Ana created group "Plumbers: Dubai"',
  'Ana changed the subject from "a: b" to "c: d"',
  "Ana changed the group name from “a: b” to “c”",
  "Ana changed their phone number to a new number. Tap to message: +971 50 000 0000",
  "+971 50 000 0000 left",
  'Ana cambió el asunto de "a: b" a "c"',
  "Carlos Ruiz cambió el asunto del grupo a: Ventas",
  'Creaste el grupo "Taller: turno 2"',
  "Ana hat den Betreff von „a: b“ zu „c“ geändert.",
  "Ana a changé le sujet de « a: b » à « c »",
  "Ana mudou o nome do grupo de “a: b” para “c”",
  'Ana ha creato il gruppo "a: b"',
  'Ana mengubah subjek dari "a: b" ke "c"',
  'قام أحمد بتغيير الموضوع من "أ: ب" إلى "ج"',
  'Ана изменил(-а) тему с "a: b" на "c"',
  "Ana将主题从“a: b”改为“c”",
  "Anaさんがグループ名を「a: b」から「c」に変更しました",
  "Ana님이 그룹 이름을 “a: b”에서 “c”(으)로 변경했습니다",
  'Ana, konuyu "a: b" iken "c" olarak değiştirdi',
  // A language in no list, told by the quotation it leaves open.
  'Ana jẹ́ kí àkòrí "a: b" di "c"',
])("WhatsApp's own: %s", (text) => {
  expect(isSystemText(text)).toBe(true);
});

test.each([
  "Ana: hello",
  'Ana: he changed the subject from "a: b" to "c"',
  "Ana: Ben created group: now",
  "Ana:",
  "+971 50 000 0000: left",
  'Ana "la jefa" Ruiz: hola',
  'Taller 5\'9": hola, son 6" de tubo',
  "~ Ana: https://x.test: y",
  "أحمد: غيّر الموضوع",
  "田中: グループ名を「a」に",
])("somebody's: %s", (text) => {
  expect(isSystemText(text)).toBe(false);
});
