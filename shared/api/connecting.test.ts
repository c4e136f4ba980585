import { expect, test } from "vitest";
import { connectingApi } from "./connecting.ts";

test("spaces, a header's word and a version come along when something is copied, and are dropped", () => {
  const read = connectingApi.beginConnection.body.parse({
    token: " Bearer EAAone\n two ",
    graphUrl: "https://graph.facebook.com/v26.0/",
  });
  expect(read).toMatchObject({ token: "EAAonetwo", graphUrl: "https://graph.facebook.com" });
  expect(connectingApi.beginConnection.body.safeParse({ token: "  " }).success).toBe(false);
});
