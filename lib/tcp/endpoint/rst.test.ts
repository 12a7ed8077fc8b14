import { expect, test } from "vitest";
import type { Ghost } from "../world/scenario.ts";
import { calm, film } from "../world/testing.ts";

const forged = (ghost: Partial<Ghost>) =>
  film({ ...calm, ghosts: [{ from: "client", arrivesAtUs: 500_000, flags: ["RST"], seq: 101, ...ghost }] }).slice(5);

test("a RST on exactly the expected number ends the connection", () => {
  expect(forged({})).toEqual(["500ms server gets RST seq=1 | server CLOSED"]);
});

test("a RST inside the window, but not on the number, gets a challenge ACK (RFC 5961, 3.2)", () => {
  expect(forged({ seq: 111 })).toEqual([
    "500ms server gets RST seq=11 > ACK seq=1 ack=1",
    "550ms client gets ACK seq=1 ack=1",
  ]);
});

test("a RST outside the window is ignored", () => {
  expect(forged({ seq: 99 })).toEqual(["500ms server gets RST seq=-1"]);
});

test("a SYN inside the window gets a challenge ACK (RFC 5961, 4.2)", () => {
  expect(forged({ flags: ["SYN"], seq: 111 })[0]).toBe("500ms server gets SYN seq=11 > ACK seq=1 ack=1");
});

test("an ACK of bytes that were never sent changes nothing and is answered with an ACK", () => {
  expect(forged({ flags: ["ACK"], ack: 400 })[0]).toBe("500ms server gets ACK seq=1 ack=100 > ACK seq=1 ack=1");
});

test("impossible flags are legal input", () => {
  expect(forged({ flags: ["SYN", "FIN", "RST", "PSH", "ACK"], ack: 301, seq: 50 })).toHaveLength(1);
  expect(forged({ flags: [] })).toEqual(["500ms server gets (no flags) seq=1"]);
});
