import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { LIMITS } from "../../../src/graph/limits";
import { findNewestAuditEvents } from "../../../src/store/audit-trail";
import { createRowReader } from "../../../src/store/row-reader";
import { readUploadedDocument } from "../../../src/store/uploaded-documents";
import { testEngines } from "../../support/databases/test-engines";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const OCTETS = { "content-type": "application/octet-stream" };
/** Begins as a .docx does. */
const fileOf = (length: number): Buffer => Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), randomBytes(length - 4)]);
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Bytes that no encoding and no form has: the same in every run. */
const noForm = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, at) => (at * 167 + (at >> 3) * 13) % 256));

describe.each(testEngines())("POST /documents on %s", (engine) => {
  let hub: ServedHub;
  let editor: { readonly authorization: string };
  beforeAll(async () => {
    hub = await serveSampleHub(engine, { samples: false });
    editor = await hub.authorize();
  });
  afterAll(() => hub.close());

  const send = (body: Uint8Array, headers: Readonly<Record<string, string>> = {}, search = ""): Promise<Response> =>
    fetch(`${hub.url}/documents${search}`, { method: "POST", headers: { ...OCTETS, ...editor, ...headers }, body });
  const codeOf = async (response: Response): Promise<[number, string]> => {
    const text = await response.text();
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(512);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    return [response.status, (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code ?? ""];
  };
  const stored = async (): Promise<number> =>
    Number(((await hub.database.query("SELECT COUNT(*) AS n FROM uploaded_document")) as { n: number }[])[0]?.n);

  it("keeps the bytes as they came, and knows them when they come again", async () => {
    // Longer than one chunk, one statement and one packet of a small server.
    const bytes = fileOf(1_500_000);
    const first = await send(bytes, {}, `?fileName=${encodeURIComponent("C:\\部门\\决算公开.docx")}`);
    const told = { id: hashOf(bytes), sha256: hashOf(bytes), fileName: "决算公开.docx", byteLength: bytes.length };
    expect([first.status, await first.json()]).toEqual([201, told]);
    const again = await send(bytes, {}, "?fileName=other.docx");
    expect([again.status, await again.json()]).toEqual([200, told]);
    const reader = createRowReader(hub.database);
    expect((await readUploadedDocument(reader, hashOf(bytes)))?.bytes.equals(bytes)).toBe(true);
    reader.close();
    const uploads = (await findNewestAuditEvents(hub.database, 100)).filter(({ action }) => action === "UPLOAD");
    expect(uploads.map(({ actor, subject }) => [actor, subject])).toEqual([["key 1 (示例)", hashOf(bytes)]]);
  });

  it("keeps the same file once, whoever sends it at the same time", async () => {
    const bytes = fileOf(200_000);
    const before = await stored();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(bytes)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(await stored()).toBe(before + 1);
  });

  it("is for holders of a key, and says what is wrong with one", async () => {
    const expired = await hub.authorize({ expiresAt: "2020-01-01T00:00:00.000Z" });
    const bytes = Buffer.from("示例");
    const anonymous = await fetch(`${hub.url}/documents`, { method: "POST", headers: OCTETS, body: bytes });
    expect(anonymous.headers.get("www-authenticate")).toContain("Bearer");
    expect(await codeOf(anonymous)).toEqual([401, "UNAUTHENTICATED"]);
    expect(await codeOf(await send(bytes, { authorization: "Bearer dh_none" }))).toEqual([401, "KEY_UNKNOWN"]);
    expect(await codeOf(await send(bytes, { authorization: "Basic ZGg6" }))).toEqual([401, "AUTHORIZATION_INVALID"]);
    expect(await codeOf(await send(bytes, expired))).toEqual([401, "KEY_EXPIRED"]);
  });

  it.each([
    ["a form", Buffer.from("a=b"), { "content-type": "application/x-www-form-urlencoded" }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["a multipart form", Buffer.from("--x"), { "content-type": "multipart/form-data; boundary=x" }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["a compressed body", Buffer.from("x"), { "content-encoding": "gzip" }, 415, "UNSUPPORTED_ENCODING"],
    ["an image", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), {}, 415, "FILE_SCANNED"],
    ["a long image", Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), randomBytes(300_000)]), {}, 415, "FILE_SCANNED"],
    ["another archive", Buffer.from("Rar!\x1a\x07", "latin1"), {}, 415, "FORMAT_UNKNOWN"],
    ["bytes of no form", noForm(5_000), {}, 415, "FORMAT_UNKNOWN"],
    ["a few bytes of no form", Buffer.from([0x8f, 0x00, 0x9c]), {}, 415, "FORMAT_UNKNOWN"],
    ["text that ends as no text does", Buffer.concat([Buffer.alloc(300_000, "示例"), noForm(1_000)]), {}, 415, "FORMAT_UNKNOWN"],
    ["nothing", Buffer.alloc(0), {}, 400, "FILE_EMPTY"],
  ])("refuses %s", async (_what, bytes, headers, status, code) => {
    const before = await stored();
    expect(await codeOf(await send(bytes, headers))).toEqual([status, code]);
    expect(await stored()).toBe(before);
  });

  it.each([
    ["决算公开.docx", "FILE_BROKEN", "does not begin as a DOCX file does"],
    ["决算公开.txt", "ENCODING_REFUSED", "neither UTF-8 nor GB18030"],
    ["决算公开.odt", "FORMAT_UNKNOWN", ".odt"],
    ["决算公开", "FORMAT_UNKNOWN", "use docx, doc, pdf"],
  ])("says of bytes of no form that come as %s what was expected of them", async (name, code, words) => {
    const response = await send(noForm(5_000), {}, `?fileName=${encodeURIComponent(name)}`);
    const message = JSON.stringify(await response.clone().json());
    expect(await codeOf(response)).toEqual([415, code]);
    expect(message).toContain(words);
  });

  it("refuses text that is no document by its name", async () => {
    expect(await codeOf(await send(Buffer.from("a,b\n1,2\n"), {}, "?fileName=a.csv"))).toEqual([415, "FORMAT_UNKNOWN"]);
  });

  it.each(["utf8", "utf16le"] as const)("takes text in %s however it is cut on its way", async (encoding) => {
    const bytes = Buffer.from("2023年度部门决算公开\n收入支出总计100.00万元。\n".repeat(500), encoding);
    const chunks = Array.from({ length: 40 }, (_, at) => bytes.subarray(at * 601, at === 39 ? bytes.length : (at + 1) * 601));
    const sent = http.request(`${hub.url}/documents`, { method: "POST", agent: false, headers: { ...OCTETS, ...editor } });
    const answered = once(sent, "response") as Promise<[http.IncomingMessage]>;
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
    expect((await answered)[0].statusCode).toBe(201);
  });

  it("is asked by POST, and from any page", async () => {
    expect(await codeOf(await fetch(`${hub.url}/documents`))).toEqual([405, "METHOD_NOT_ALLOWED"]);
    const preflight = await fetch(`${hub.url}/documents`, { method: "OPTIONS" });
    expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "content-type, authorization, if-none-match",
    ]);
  });

  const request = async (headers: http.OutgoingHttpHeaders, chunks: Iterable<Uint8Array>): Promise<[number, string]> => {
    const sent = http.request(`${hub.url}/documents`, { method: "POST", agent: false, headers: { ...OCTETS, ...editor, ...headers } });
    const answered = once(sent, "response") as Promise<[http.IncomingMessage]>;
    sent.on("error", () => undefined);
    for (const chunk of chunks) {
      if (!sent.write(chunk)) await Promise.race([once(sent, "drain"), answered]);
    }
    const [response] = await answered;
    sent.destroy();
    return [response.statusCode ?? 0, response.headers.connection ?? ""];
  };

  it("refuses what is too large by its announced length, before it comes", async () => {
    expect(await request({ "content-length": LIMITS.maxDocumentBytes + 1 }, [Buffer.from("x")])).toEqual([413, "close"]);
  });

  it("refuses what grows too large as it comes, and keeps nothing of it", async () => {
    const before = await stored();
    const megabyte = Buffer.alloc(1_000_000, "示例");
    expect(
      await request(
        { "transfer-encoding": "chunked" },
        Array.from({ length: 51 }, () => megabyte),
      ),
    ).toEqual([413, "close"]);
    expect(await stored()).toBe(before);
  });

  // A connection that is closed over bytes that nobody read is reset, and takes the answer with it.
  it.each([
    ["without a key", 20_000_000, { authorization: "" }, 401],
    ["announced as too large", LIMITS.maxDocumentBytes + 1, {}, 413],
    ["of a form's type", 20_000_000, { "content-type": "application/x-www-form-urlencoded" }, 415],
  ])("lets a sender who sends all before reading hear why a file %s is refused", async (_what, bytes, headers, status) => {
    const { hostname, port } = new URL(hub.url);
    const sent = net.connect(Number(port), hostname);
    const all = { host: hostname, ...OCTETS, ...editor, ...headers, "content-length": bytes };
    const lines = Object.entries(all).flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}\r\n`]));
    sent.write(`POST /documents HTTP/1.1\r\n${lines.join("")}\r\n`);
    const chunk = Buffer.alloc(100_000, "x");
    for (let left = bytes; left > 0; left -= chunk.length) {
      if (!sent.write(chunk.subarray(0, Math.min(left, chunk.length)))) await once(sent, "drain");
    }
    const [answer] = (await once(sent, "data")) as [Buffer];
    expect(answer.toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    sent.destroy();
  });

  it("keeps nothing of a file whose sender goes away", async () => {
    const before = await stored();
    const sent = http.request(`${hub.url}/documents`, { method: "POST", headers: { ...OCTETS, ...editor, "content-length": 1000 } });
    sent.on("error", () => undefined);
    sent.write("half");
    await new Promise((resolve) => setTimeout(resolve, 100));
    sent.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await stored()).toBe(before);
    expect(hub.errors).toEqual([]);
  });
});

describe.each(testEngines())("a key at /graphql on %s", (engine) => {
  it("is refused when it opens nothing, and not taken for no key", async () => {
    const hub = await serveSampleHub(engine, { samples: false });
    const query = "{ hub { dataVersion } }";
    const ask = async (authorization: string): Promise<[number, unknown]> => {
      const response = await hub.post({ query }, { authorization });
      return [response.status, ((await response.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code];
    };
    try {
      expect(await ask("Bearer dh_none")).toEqual([401, "KEY_UNKNOWN"]);
      expect(await ask("Bearer")).toEqual([401, "AUTHORIZATION_INVALID"]);
      expect(await ask((await hub.authorize()).authorization)).toEqual([200, undefined]);
      expect(
        (await fetch(`${hub.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { authorization: "Bearer x" } })).status,
      ).toBe(401);
    } finally {
      await hub.close();
    }
  });
});
