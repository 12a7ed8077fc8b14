import { isIPv6 } from "node:net";
import os from "node:os";

/** The addresses that a browser can open when the server listens on `host`; the one for this machine comes first. */
export function addressesOf(host: string, port: number): string[] {
  const hosts = isEverywhere(host) ? ["127.0.0.1", ...ownAddresses()] : [host];
  return hosts.map((name) => `http://${isIPv6(name) ? `[${name}]` : name}:${port}`);
}

/** Whether nobody but this machine reaches a server that listens there. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
}

function isEverywhere(host: string): boolean {
  return host === "0.0.0.0" || /^[0:]+$/.test(host);
}

function ownAddresses(): string[] {
  const all = Object.values(os.networkInterfaces()).flatMap((some) => some ?? []);
  return all.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address);
}
