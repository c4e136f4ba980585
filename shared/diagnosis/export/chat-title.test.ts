import { expect, test } from "vitest";
import { TitleFollower, titleOfFile } from "./chat-title.ts";

test.each([
  "WhatsApp Chat with Ana López.txt",
  "WhatsApp Chat - Ana López.zip",
  "/home/a/WhatsApp Chat with Ana López (2).txt",
  "Chat de WhatsApp con Ana López.txt",
  "Conversa do WhatsApp com Ana López.txt",
  "Discussion WhatsApp avec Ana López.txt",
  "WhatsApp Chat mit Ana López.txt",
  "Chat WhatsApp con Ana López.txt",
  "WhatsApp-chat met Ana López.txt",
  "Chat WhatsApp dengan Ana López.txt",
  "Ana López ile WhatsApp Sohbeti.txt",
  "محادثة واتساب مع Ana López.txt",
  "Чат WhatsApp с Ana López.txt",
  "Czat WhatsApp z Ana López.txt",
  "WhatsApp-chatt med Ana López.txt",
  "Ana López के साथ WhatsApp चैट.txt",
  "与Ana López的WhatsApp聊天.txt",
  "Chat WhatsApp - Ana López.txt",
])("%s", (name) => {
  expect(titleOfFile(name)).toBe("Ana López");
});

test("a file that names nobody", () => {
  for (const name of ["_chat.txt", "chat.txt", "export.zip", ""]) expect(titleOfFile(name)).toBeNull();
});

test("a group's name is followed through its changes, in any language", () => {
  const titles = new TitleFollower();
  titles.follow("Los mensajes están cifrados.");
  titles.follow("Ana creó el grupo «Norte»");
  expect(titles.title).toBe("Norte");
  titles.follow("Ana cambió el asunto de «Norte» a «Sur»");
  titles.follow('Bo pinned "a message"');
  expect(titles.title).toBe("Sur");
});
