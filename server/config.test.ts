import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

describe("a bad setting is named with what it should be, never with its value", () => {
  test.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["BATON_URL", "shop.internal"],
    ["WHATSAPP_PHONE_NUMBER_ID", "+34 600 100 200"],
    ["WHATSAPP_GRAPH_VERSION", "twenty-six"],
    ["DATABASE_URL", "mysql://root:hunter2@host/db"],
    ["BATON_SECRET_KEY", "hunter2"],
    ["BATON_LOG", "loud"],
    ["BATON_TRUSTED_PROXIES", "proxy.internal"],
    ["BATON_TRUSTED_PROXIES", "0.0.0.0/0"],
    ["BATON_TRUSTED_PROXIES", "10.0.0.0/33"],
  ])("%s=%s", (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(new RegExp(`^${name} should be .+ then start again\\.$`));
    expect(read).not.toThrow(value);
  });
});

test("an empty variable is one that is not set", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 4400, databaseUrl: null });
});

test("addresses lose the slash at their end", () => {
  expect(readConfig({ BATON_URL: "https://baton.example.com/" }).publicUrl).toBe("https://baton.example.com");
});

test("trusted proxies are addresses and networks; by default there is none", () => {
  expect(readConfig({}).trustedProxies).toEqual([]);
  expect(readConfig({ BATON_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8 ::1" }).trustedProxies).toEqual([
    "127.0.0.1",
    "10.0.0.0/8",
    "::1",
  ]);
});
