import { expect, test } from "vitest";
import { formFields } from "./form-fields.ts";

test("answers come as named lines, without what Meta added", () => {
  const answer = {
    flow_token: "x",
    screen_0_Full_name_2: "Ana Lima",
    preferredTime: "0_Tomorrow_morning",
    rooms: ["0_Kitchen", "1_Bath room"],
    agreed: true,
    empty: "",
    address: { city: "Dubai", floor: 3 },
  };
  expect(formFields(JSON.stringify(answer))).toEqual([
    { name: "Full name", value: "Ana Lima" },
    { name: "Preferred time", value: "Tomorrow morning" },
    { name: "Rooms", value: "Kitchen, 1_Bath room" },
    { name: "Agreed", value: true },
    { name: "City", value: "Dubai" },
    { name: "Floor", value: "3" },
  ]);
});

test.each([
  ["", []],
  ["null", []],
  ["{}", []],
  ["7", [{ name: "", value: "7" }]],
  ['"just words"', [{ name: "", value: "just words" }]],
  ["not JSON {", [{ name: "", value: "not JSON {" }]],
])("%j is no object and is shown all the same", (json, expected) => {
  expect(formFields(json)).toEqual(expected);
});
