import { expect, test } from "vitest";
import { findDue } from "../../../shared/words/due-rules.ts";
import { findPlace } from "./place-rules.ts";

test.each([
  ["leak in flat 4B please come", "flat 4B"],
  ["Pick up at 12 Oak Road, Westlands tomorrow", "12 Oak Road, Westlands"],
  ["delivery to Marina Gate 2", "Marina Gate 2"],
  ["water all over in the kitchen", "kitchen"],
  ["la fuga es en calle Mayor 15, piso 3", "calle Mayor 15, piso 3"],
  ["vazamento na Rua das Flores 120, apto 34", "Rua das Flores 120, apto 34"],
  ["la fuite est dans la salle de bain", "salle de bain"],
  ["AC di kamar 203 mati", "kamar 203"],
  ["المكيف في غرفة 12 ما يشتغل", "غرفة 12"],
  ["sector 15 me paani nahi", "sector 15"],
  ["nyumba namba 12 Kilimani", "nyumba namba 12 Kilimani"],
])("the place of %j", (text, place) => {
  expect(findPlace(text)).toBe(place);
});

test.each([
  "where is my order A4471?",
  "can you come on Monday at 10",
  "Hi, I am Anna",
  "the door lock is broken",
  "",
])("%j names no place", (text) => {
  expect(findPlace(text)).toBeNull();
});

test.each([
  ["can you come tomorrow at 10?", "tomorrow at 10"],
  ["please move my Tuesday slot to Thursday afternoon", "Thursday afternoon"],
  ["I need it by the 14th of March", "by the 14th of March"],
  ["come between 2 and 4 pm on friday", "between 2 and 4 pm on friday"],
  ["¿pueden venir mañana por la tarde?", "mañana por la tarde"],
  ["antes de las 6 por favor", "antes de las 6"],
  ["amanhã às 15h pode ser?", "amanhã às 15h"],
  ["vous pouvez passer demain avant 18h ?", "demain avant 18h"],
  ["besok jam 9 pagi bisa?", "besok jam 9 pagi"],
  ["ممكن بكرة الساعة 5 العصر؟", "بكرة الساعة 5 العصر"],
  ["kal subah 10 baje aa sakte ho?", "kal subah 10 baje"],
  ["njooni kesho asubuhi saa nne", "kesho asubuhi saa nne"],
])("the time asked for in %j", (text, due) => {
  expect(findDue(text)).toBe(due);
});

test.each([
  "the sink leaks since Monday",
  "Good morning, the lift is stuck",
  "Buenas tardes, no hay luz desde ayer",
  "bonsoir, rien depuis mardi",
  "selamat pagi, AC saya mati",
  "صباح الخير",
  "el lunes pasado no vino nadie",
])("%j asks for no time", (text) => {
  expect(findDue(text)).toBeNull();
});
