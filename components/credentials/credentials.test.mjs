import assert from "node:assert/strict";
import { test } from "node:test";

import { answer } from "./credentials.mjs";

test("what is asked wrongly is told", async () => {
  assert.match((await answer("no JSON")).error, /JSON/);
  assert.match((await answer("null")).error, /nobody knows how to do/);
  assert.match((await answer('{"do": "paint"}')).error, /nobody knows how to do "paint"/);
  assert.match((await answer('{"do": "sign", "input": "a.png"}')).error, /lacks "output"/);
});

test("a file that is not there, or is no picture, is an error and no answer", async () => {
  const missing = { do: "read", input: "/nowhere/a.png", mime: "image/png" };
  assert.match((await answer(JSON.stringify(missing))).error, /./);
  const text = { do: "read", input: new URL(import.meta.url).pathname, mime: "image/png" };
  assert.match((await answer(JSON.stringify(text))).error, /./);
});
