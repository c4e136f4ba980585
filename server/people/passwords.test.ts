import { expect, test } from "vitest";
import { checkPassword, hashPassword, weakness } from "./passwords.ts";

const about = { login: "ana.ruiz@taller.example", name: "Ana Ruiz" };

test.each([
  "password123",
  "Password123!",
  "qwertyuiop",
  "1234567890",
  "0987654321",
  "aaaaaaaaaaaa",
  "abcabcabcabc",
  "Contraseña2024",
  "administrator1",
  "anaruiz2024",
  "ana.ruiz@taller.example",
  "baton12345",
  "abcdefghij",
])("%s is refused with a reason", (password) => {
  expect(weakness(password, about)).toMatch(/\.$/);
});

test.each([
  "nine blue kettles",
  "tres gatos bajo la mesa",
  "kx7Rw2pQ9zLm",
  "لوحة المفاتيح الجديدة",
  "Ana rows home by night",
])("%s is taken", (password) => {
  expect(weakness(password, about)).toBeNull();
});

test("a password is checked against its hash, and against nothing without one", async () => {
  const hash = await hashPassword("nine blue kettles");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/);
  expect(await checkPassword(hash, "nine blue kettles")).toBe(true);
  expect(await checkPassword(hash, "nine blue kettle")).toBe(false);
  expect(await checkPassword(null, "nine blue kettles")).toBe(false);
});

test("more hashing at once than can wait is refused instead of piling up", async () => {
  const all = await Promise.allSettled(Array.from({ length: 60 }, () => hashPassword("nine blue kettles")));
  const refused = all.filter((one) => one.status === "rejected");
  expect(refused).toHaveLength(18);
  expect(await checkPassword(await hashPassword("x"), "x")).toBe(true);
});
