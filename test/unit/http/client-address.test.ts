import { clientAddress, listTrusted } from "../../../src/http/client-address";

describe("where a request comes from", () => {
  const trusted = listTrusted(["10.0.0.0/8", "192.168.1.5", "fd00::/8"]);

  it.each([
    ["the peer, whatever it says itself", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["what a trusted proxy says", "10.1.2.3", "198.51.100.1", "198.51.100.1"],
    [
      "the last that is no proxy: further left stands what the client wrote",
      "10.1.2.3",
      "1.1.1.1, 198.51.100.1, 192.168.1.5",
      "198.51.100.1",
    ],
    ["the proxy, where it says nothing", "10.1.2.3", undefined, "10.1.2.3"],
    ["the proxy, where it says what is no address", "10.1.2.3", "unknown", "10.1.2.3"],
    ["an IPv4 address within IPv6", "::ffff:203.0.113.9", undefined, "203.0.113.9"],
    ["the network of an IPv6 address", "2001:db8:0:7:aaaa::1", undefined, "2001:db8:0:7::/64"],
    ["the same network, written shortly", "2001:db8::1", undefined, "2001:db8:0:0::/64"],
    ["an IPv6 address behind a proxy", "fd00::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ])("is %s", (_, peer, forwarded, expected) => {
    expect(clientAddress(peer, forwarded, trusted)).toBe(expected);
  });
});
