import { SaxesParser } from "saxes";
import { checkRelated } from "../../../src/check/check-related";
import { importDocument } from "../../../src/ingest/import-document";
import { UnitRow } from "../../../src/store/entities/unit.entity";
import { publishRevision, withdrawRevision } from "../../../src/store/publish-revision";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import type { DisclosureText } from "../../support/disclosure-text";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const ATOM = "http://www.w3.org/2005/Atom";
const NAME = `甲市<"财政">&'税务'局`;
const NOTE = `更正 <表1> & "附注"`;

interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root of an XML document; whatever is not well-formed throws. */
function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const top: Element = { name: "", namespace: "", attributes: {}, children: [], text: "" };
  const open = [top];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    const element: Element = { name: local, namespace: uri, attributes: values, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error("There is no root");
  return root;
}

const childrenOf = ({ children }: Element, name: string): Element[] =>
  children.filter((one) => one.name === name && one.namespace === ATOM);
function childOf(element: Element, name: string): Element {
  const [one, ...others] = childrenOf(element, name);
  if (!one || others.length > 0) throw new Error(`${element.name} has ${others.length + (one ? 1 : 0)} of ${name}`);
  return one;
}
const linkOf = (element: Element, relation: string): string | undefined =>
  childrenOf(element, "link").find(({ attributes }) => attributes["rel"] === relation)?.attributes["href"];

/** What RFC 4287 (section 4.1) asks of a feed and of each entry: exactly one id, title and updated; an author; a link where there is no content. */
function expectAtom(feed: Element): readonly Element[] {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
  const absolute = (text: string | undefined) => new URL(text ?? "").href;
  const entries = childrenOf(feed, "entry");
  expect([feed.name, feed.namespace]).toEqual(["feed", ATOM]);
  expect(childOf(childOf(feed, "author"), "name").text).not.toBe("");
  expect(linkOf(feed, "self")).toBe(absolute(linkOf(feed, "self")));
  for (const element of [feed, ...entries]) {
    expect(childOf(element, "title").text).not.toBe("");
    expect(absolute(childOf(element, "id").text)).toBe(childOf(element, "id").text);
    expect(childOf(element, "updated").text).toMatch(instant);
    expect(absolute(linkOf(element, "alternate"))).toMatch(/^http/);
  }
  const ids = [feed, ...entries].map((element) => childOf(element, "id").text);
  expect(new Set(ids).size).toBe(ids.length);
  const times = entries.map((entry) => childOf(entry, "updated").text);
  expect(times).toEqual([...times].sort().reverse());
  expect(childOf(feed, "updated").text >= (times[0] ?? "")).toBe(true);
  return entries;
}

describe.each(testEngines())("the Atom feed on %s", (engine) => {
  let hub: ServedHub;
  const importText = async (text: DisclosureText, publish = true) =>
    (await importDocument(hub.database, { fileName: "disclosure.txt", bytes: disclosureText(text) }, { publish })).saved;
  const read = async (address = `${hub.url}/feed.atom`) => {
    const answered = await fetch(address);
    return { answered, entries: expectAtom(parseXml(await answered.clone().text())), feed: parseXml(await answered.text()) };
  };
  const titles = (entries: readonly Element[]) => entries.map((entry) => childOf(entry, "title").text);

  beforeAll(async () => {
    hub = await serveSampleHub(engine, { samples: false });
  }, 120_000);
  afterAll(() => hub.close());

  it("is a feed before anything is published", async () => {
    expect((await read()).entries).toEqual([]);
  });

  it("tells what is new, corrected and withdrawn, each under an id that stays, whatever stands in its names", async () => {
    const first = await importText({ unitName: "甲市财政局（本级）" });
    await hub.database.manager.update(UnitRow, { code: first.unitCode }, { name: NAME });
    await importText({ unitName: "乙市财政局（本级）" }, false);
    const before = await read();
    const [only] = before.entries;
    expect(titles(before.entries)).toEqual([`${NAME}2023年度决算公开`]);
    expect(only && linkOf(only, "alternate")).toContain(`/units/${first.unitCode}?year=2023&kind=FINAL_ACCOUNTS&scope=UNIT`);

    const second = await importText({ unitName: "甲市财政局（本级）", total: "1,300.00" }, false);
    await publishRevision(hub.database, second.revisionId, checkRelated, { note: NOTE });
    await withdrawRevision(hub.database, second.revisionId, checkRelated, { note: "内部原因" });
    const { entries } = await read();
    expect(entries.map((entry) => [childOf(entry, "title").text, childOf(entry, "category").attributes["term"]])).toEqual([
      [`${NAME}2023年度决算撤回`, "withdrawn"],
      [`${NAME}2023年度决算公开（第2次修订）`, "corrected"],
      [`${NAME}2023年度决算公开`, "new"],
    ]);
    expect(entries[1] && childOf(entries[1], "summary").text).toContain(NOTE);
    expect(entries[0] && childOf(entries[0], "summary").text).not.toContain("内部原因");
    expect(entries[2]).toEqual(only);
  });

  it("is answered 304 until the data move", async () => {
    const get = (etag: string | null) => fetch(`${hub.url}/feed.atom`, { headers: { "if-none-match": etag ?? "" } });
    const etag = (await fetch(`${hub.url}/feed.atom`)).headers.get("etag");
    expect((await get(etag)).status).toBe(304);
    await importText({ unitName: "丙市审计局（本级）" });
    const moved = await get(etag);
    expect([moved.status, moved.headers.get("content-type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);
  });

  it("goes on page by page, and leaves out nothing and repeats nothing", async () => {
    const pages: string[][] = [];
    for (let address: string | undefined = `${hub.url}/feed.atom?first=3`; address !== undefined;) {
      const { feed, entries } = await read(address);
      pages.push(entries.map((entry) => childOf(entry, "id").text));
      const next = linkOf(feed, "next");
      address = next && `${hub.url}${new URL(next).pathname}${new URL(next).search}`;
    }
    expect(pages.map(({ length }) => length)).toEqual([3, 1]);
    expect(pages.flat()).toEqual((await read()).entries.map((entry) => childOf(entry, "id").text));
  });

  it("leaves out other units, regions and years where they are named, page by page, under an id of its own", async () => {
    const all = await read();
    const [code] = new URL(linkOf(all.entries[0] as Element, "alternate") ?? "").pathname.split("/").slice(-1);
    const own = await read(`${hub.url}/feed.atom?units=${code}&years=2023&first=1`);
    expect(own.entries.map((entry) => childOf(entry, "id").text)).toEqual([childOf(all.entries[0] as Element, "id").text]);
    expect(childOf(own.feed, "id").text).not.toBe(childOf(all.feed, "id").text);
    const first = await read(`${hub.url}/feed.atom?years=2023&first=1`);
    expect(linkOf(first.feed, "next")).toContain("years=2023&first=1&before=");
    expect((await read(`${hub.url}/feed.atom?years=2020`)).entries).toEqual([]);
    expect((await read(`${hub.url}/feed.atom?region=310107`)).entries).toEqual([]);
    for (const [search, words] of [
      ["units=没有这个单位", "UNIT_NOT_FOUND"],
      ["region=没有这个地区", "REGION_NOT_FOUND"],
      ["years=soon", "“years”"],
      ["unit=x", "“unit”"],
    ]) {
      const answered = await fetch(`${hub.url}/feed.atom?${search}`);
      expect([answered.status, await answered.text()]).toEqual([400, expect.stringContaining(words ?? "")]);
    }
  });

  it("says what is wrong with a page that is none", async () => {
    for (const [name, value] of [
      ["before", "yesterday"],
      ["first", "1000"],
    ]) {
      const answered = await fetch(`${hub.url}/feed.atom?${name}=${value}`);
      expect([answered.status, await answered.text()]).toEqual([400, expect.stringContaining(`“${name}”`)]);
    }
  });
});

it("takes for no feed what is not well-formed, or lacks what it must have", () => {
  expect(() => parseXml("<feed><title>a & b</title></feed>")).toThrow();
  expect(() => expectAtom(parseXml(`<feed xmlns="${ATOM}"><title>甲</title></feed>`))).toThrow("author");
});
