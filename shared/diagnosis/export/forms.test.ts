/** The start of a message as phones of the world write it: each line here must be read, and read as that instant. */
import { expect, test } from "vitest";
import { readExport } from "./read-export.ts";

const LRM = "\u200e";
const RLM = "\u200f";

/** "2023-12-31T22:05:00 Ana" of the only message. */
function readOne(line: string): string {
  const { messages, people, unreadable } = readExport(`${line}\n`);
  expect(unreadable).toEqual({ count: 0, first: [] });
  expect(messages).toHaveLength(1);
  const [message] = messages;
  expect(message?.text).toBe("hi");
  return `${new Date(message?.at ?? 0).toISOString().slice(0, 19)} ${people[message?.by ?? -1]}`;
}

test.each([
  ["English, United States", "12/31/23, 10:05 PM - Ana: hi"],
  ["the same with the narrow space of newer phones", "12/31/23, 10:05\u202fPM - Ana: hi"],
  ["with a space that does not break", "12/31/23, 10:05\u00a0PM - Ana: hi"],
  ["English, Britain", "31/12/2023, 22:05 - Ana: hi"],
  ["English, Australia", "31/12/23, 10:05 pm - Ana: hi"],
  ["English, Canada", "2023-12-31, 10:05 p.m. - Ana: hi"],
  ["German", "31.12.23, 22:05 - Ana: hi"],
  ["Spanish, 24 hours", "31/12/23, 22:05 - Ana: hi"],
  ["Spanish, 12 hours", "31/12/23, 10:05 p. m. - Ana: hi"],
  ["Spanish, spaces that do not break", "31/12/2023, 10:05\u202fp.\u00a0m. - Ana: hi"],
  ["Portuguese, no comma", "31/12/2023 22:05 - Ana: hi"],
  ["French, older", "31/12/2023 à 22:05 - Ana: hi"],
  ["Dutch", "31-12-2023 22:05 - Ana: hi"],
  ["Swedish", "2023-12-31 22:05 - Ana: hi"],
  ["Finnish, dots in the time and a word before it", "31.12.2023 klo 22.05 - Ana: hi"],
  ["Finnish, 12 hours", "31.12.2023 klo 10.05 ip. - Ana: hi"],
  ["Indonesian, dots in the time", "31/12/23 22.05 - Ana: hi"],
  ["Danish, dots in the time", "31.12.2023 22.05 - Ana: hi"],
  ["Malay", "31/12/2023, 10:05 PTG - Ana: hi"],
  ["Hungarian, 24 hours", "2023. 12. 31. 22:05 - Ana: hi"],
  ["Hungarian, 12 hours, the word first", "2023. 12. 31. du. 10:05 - Ana: hi"],
  ["Czech", "31. 12. 2023 22:05 - Ana: hi"],
  ["Croatian, a dot behind the year", "31. 12. 2023. 22:05 - Ana: hi"],
  ["Bulgarian, words behind both", "31.12.23 г., 22:05 ч. - Ana: hi"],
  ["Albanian", "31.12.23, 10:05 e pasdites - Ana: hi"],
  ["Turkish, 24 hours", "31.12.2023 22:05 - Ana: hi"],
  ["Turkish, 12 hours, the word first", "31.12.2023 ÖS 10:05 - Ana: hi"],
  ["Greek", "31/12/23, 10:05 μ.μ. - Ana: hi"],
  ["Vietnamese, the time first", "22:05, 31/12/2023 - Ana: hi"],
  ["Vietnamese, 12 hours", "10:05 CH, 31/12/2023 - Ana: hi"],
  ["Chinese, the word against the time", "2023/12/31 下午10:05 - Ana: hi"],
  ["Chinese, a finer word", "2023/12/31 晚上10:05 - Ana: hi"],
  ["Chinese, years, months and days by name", "2023年12月31日 下午10:05 - Ana: hi"],
  ["Japanese", "2023/12/31 22:05 - Ana: hi"],
  ["Japanese, its era", "令和5年12月31日 22:05 - Ana: hi"],
  ["Korean, the year short", "23. 12. 31. 오후 10:05 - Ana: hi"],
  ["Korean, named", "2023년 12월 31일 오후 10:05 - Ana: hi"],
  ["Hebrew", `${RLM}31.12.2023, 22:05 - Ana: hi`],
  ["Hebrew, 12 hours", "31.12.2023, 10:05 אחה״צ - Ana: hi"],
  ["Arabic with its digits, comma, marks and word", `٣١${RLM}/١٢${RLM}/٢٠٢٣، ١٠:٠٥ م - Ana: hi`],
  ["Arabic with western digits", `31${RLM}/12${RLM}/2023, 10:05 م - Ana: hi`],
  ["Arabic letter marks", "٣١\u061c/١٢\u061c/٢٠٢٣، ٢٢:٠٥ - Ana: hi"],
  ["Persian digits and calendar", "۱۴۰۲/۱۰/۱۰،\u200f ۲۲:۰۵ - Ana: hi"],
  ["Persian, the year short", "۰۲/۱۰/۱۰، ۲۲:۰۵ - Ana: hi"],
  ["Persian calendar, western digits", "1402/10/10, 22:05 - Ana: hi"],
  ["Devanagari digits", "३१/१२/२३, १०:०५ PM - Ana: hi"],
  ["Hindi", "31/12/23, 10:05 अपराह्न - Ana: hi"],
  ["Bengali digits", "৩১/১২/২৩, ১০:০৫ PM - Ana: hi"],
  ["Tamil word before the time", "31/12/23, பிற்பகல் 10:05 - Ana: hi"],
  ["Burmese digits", "၃၁-၁၂-၂၃ ၂၂:၀၅ - Ana: hi"],
  ["Khmer digits", "៣១/១២/២៣, ២២:០៥ - Ana: hi"],
  ["Thai, Buddhist year", "31/12/2566 22:05 - Ana: hi"],
  ["Thai, Buddhist year, short", "31/12/66 22:05 - Ana: hi"],
  ["Thai digits", "๓๑/๑๒/๒๕๖๖ ๒๒:๐๕ - Ana: hi"],
  ["Islamic calendar", "18/06/1445, 22:05 - Ana: hi"],
  ["Republic of China", "112/12/31 下午10:05 - Ana: hi"],
  ["Indian national calendar", "10/10/1945, 22:05 - Ana: hi"],
  ["a long dash", "31/12/2023, 22:05 – Ana: hi"],
  ["a byte-order mark", "\ufeff31/12/2023, 22:05 - Ana: hi"],
])("Android: %s", (_, line) => {
  expect(readOne(line)).toBe("2023-12-31T22:05:00 Ana");
});

test.each([
  ["English, United States", "[12/31/23, 10:05:12 PM] Ana: hi"],
  ["the same with the narrow space", "[12/31/23, 10:05:12\u202fPM] Ana: hi"],
  ["English, Britain", "[31/12/2023, 22:05:12] Ana: hi"],
  ["German", "[31.12.23, 22:05:12] Ana: hi"],
  ["Swedish", "[2023-12-31, 22:05:12] Ana: hi"],
  ["Danish, dots in the time", "[31.12.2023 22.05.12] Ana: hi"],
  ["Portuguese", "[31/12/23 22:05:12] Ana: hi"],
  ["Chinese", "[2023/12/31 下午10:05:12] Ana: hi"],
  ["Chinese, Hong Kong", "[31/12/2023, 下午10:05:12] Ana: hi"],
  ["Korean", "[2023. 12. 31. 오후 10:05:12] Ana: hi"],
  ["Turkish", "[31.12.2023 ÖS 10:05:12] Ana: hi"],
  ["Arabic", `[٣١${RLM}/١٢${RLM}/٢٠٢٣, ١٠:٠٥:١٢ م] Ana: hi`],
  ["Japanese, its era", "[R5/12/31 22:05:12] Ana: hi"],
  ["Thai", "[31/12/2566 BE 22:05:12] Ana: hi"],
  ["a mark before the bracket", `${LRM}[31/12/2023, 22:05:12] Ana: hi`],
  ["old, without brackets", "31/12/16 22:05:12: Ana: hi".replace("16", "23")],
  ["old, 12 hours", "12/31/23, 10:05:12 PM: Ana: hi"],
])("iOS: %s", (_, line) => {
  expect(readOne(line)).toBe("2023-12-31T22:05:12 Ana");
});

test.each([
  ["12:05 AM", 0],
  ["12:05 PM", 12],
  ["1:05 AM", 1],
  ["11:05 p.m.", 23],
  ["上午12:05", 0],
  ["中午12:05", 12],
  ["凌晨1:05", 1],
  ["晚上11:05", 23],
  ["24:05", 0],
  ["00:05", 0],
])("the hour of %s", (clock, hour) => {
  const [message] = readExport(`2023/12/31, ${clock} - Ana: hi`).messages;
  expect(new Date(message?.at ?? 0).getUTCHours()).toBe(hour);
});

test.each([
  ["no such hour", "31/12/2023, 25:05 - Ana: hi"],
  ["no such minute", "31/12/2023, 22:75 - Ana: hi"],
  ["no such day", "45/45/2023, 22:05 - Ana: hi"],
  ["no year", "31/12, 22:05 - Ana: hi"],
  ["a list", "1. one 2. two 3. three"],
  ["a telephone number", "+34 612 345 678 10 20 30"],
  ["prose with figures", "3 rooms, 2 beds, 1 bath from 10:30 - Ana: hi"],
])("%s starts no message", (_, line) => {
  expect(readExport(line)).toMatchObject({ messages: [], unreadable: { count: 1 } });
});
