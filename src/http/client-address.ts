import { BlockList, isIP } from "node:net";

/** Proxies whose word for where a request comes from is believed: addresses, and networks as 10.0.0.0/8. */
export function listTrusted(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/**
 * Where a request comes from: the peer, or where the peer is a trusted proxy, the last address in X-Forwarded-For that is none. What a client
 * writes there itself stands further to the left, and is not believed. IPv6 by its /64, since a client has all of that.
 */
export function clientAddress(peer: string, forwarded: string | undefined, trusted: BlockList): string {
  const isTrusted = (address: string): boolean => isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  const hops = [...(forwarded ?? "").split(","), peer].map((one) => one.trim().replace(/^::ffff:(?=\d+\.)/i, "")).reverse();
  const own = hops.find((hop) => !isTrusted(hop)) ?? hops.at(-1) ?? "";
  // A proxy that passes on what is no address has told nothing.
  const address = isIP(own) === 0 ? (hops[0] ?? "") : own;
  return isIP(address) === 6 ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
