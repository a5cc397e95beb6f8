import { findRegionCodes } from "../../graph/region/find-region-codes";
import { findNamedUnitIds } from "../../graph/unit/find-named-unit";
import { invariant } from "../../lib/invariant";
import { DISCLOSURE_KINDS, SCOPES, disclosureKindById, scopeById } from "../../model/disclosure-kind";
import { findPublications } from "../../store/find-publications";
import type { Publication } from "../../store/find-publications";
import type { Answer } from "../answer";
import { pay } from "../caller-budget";
import { readWholeNumber, refuseUnknown } from "../comparison-parameters";
import type { DoorRequest } from "../door";
import { escapeXml } from "../exports/write-xlsx";

const ENTRIES = 50;
const MOST_ENTRIES = 100;
const MOST_DATA_VERSIONS = 999_999_999;

/** What leaves out the disclosures of others. */
const FILTERS = ["units", "region", "years"] as const;
const YEARS = [1_900, 2_999] as const;

/** Ids are tag: URIs (RFC 4151) of the year the feed was begun: they stay when the hub moves to another address. */
const AUTHORITY = "disclosure-hub,2025";

/**
 * What was published, corrected and withdrawn as an Atom feed (RFC 4287), the newest first, each an entry of its own that stays. A page has
 * `first` of them, and leads to the next (RFC 5005), so that who looks once a week misses nothing of a busy one.
 */
export async function answerFeed({ context, state, parameters, headers }: DoorRequest, publicUrl: string): Promise<Answer> {
  const before = readWholeNumber(parameters, "before", state.dataVersion + 1, [1, MOST_DATA_VERSIONS]);
  const first = readWholeNumber(parameters, "first", ENTRIES, [1, MOST_ENTRIES]);
  refuseUnknown(parameters, ["first", "before", ...FILTERS]);
  await pay(first);
  const filter = {
    unitIds: await findNamedUnitIds(context, listOf(parameters, "units")),
    regionCodes: await findRegionCodes(context, parameters.get("region")),
    years: listOf(parameters, "years")?.map((year) => readWholeNumber(new URLSearchParams({ years: year }), "years", 0, YEARS)) ?? null,
  };
  const found = await findPublications(context.reader, filter, Math.min(before, state.dataVersion + 1), first + 1);
  const shown = found.slice(0, first);
  const next = found.length > first ? shown.at(-1) : undefined;
  const wanted = FILTERS.flatMap((name) => parameters.getAll(name).map((value) => `${name}=${encodeURIComponent(value)}`));
  const length = [...wanted, ...(parameters.has("first") ? [`first=${first}`] : [])];
  const pageAt = (...questions: readonly string[]): string =>
    [`${publicUrl}/feed.atom`, ...(questions.length > 0 ? [questions.join("&")] : [])].join("?");
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    "<title>部门预决算公开：新公开、更正与撤回</title>",
    `<id>tag:${AUTHORITY}:feed${wanted.length > 0 ? escapeXml(`?${wanted.join("&")}`) : ""}</id>`,
    `<updated>${new Date(state.updatedAt).toISOString()}</updated>`,
    "<author><name>Disclosure Hub</name></author>",
    writeLink("self", "application/atom+xml", pageAt(...length, ...(parameters.has("before") ? [`before=${before}`] : []))),
    writeLink("alternate", "text/html", `${publicUrl}/`),
    ...(next ? [writeLink("next", "application/atom+xml", pageAt(...length, `before=${next.dataVersion}`))] : []),
    ...shown.map((one) => writeEntry(one, publicUrl)),
    "</feed>",
  ];
  return { status: 200, headers: { ...headers, "content-type": "application/atom+xml; charset=utf-8" }, body: `${lines.join("\n")}\n` };
}

/** undefined where it is not asked for. */
function listOf(parameters: URLSearchParams, name: string): string[] | undefined {
  const all = parameters.getAll(name).flatMap((text) => text.split(","));
  const named = all.map((text) => text.trim()).filter((text) => text !== "");
  return named.length === 0 ? undefined : named;
}

function writeEntry({ unitCode, unitName, fiscalYear, revision, sha256, note, at, ...one }: Publication, publicUrl: string): string {
  const [kind, scope] = [disclosureKindById(one.kind), scopeById(one.scope)];
  invariant(kind && scope, "a stored revision has a kind and a scope");
  const isWithdrawn = one.event === "WITHDRAW";
  const what = `${unitName}${fiscalYear}年度${DISCLOSURE_KINDS[kind].name}`;
  const title = isWithdrawn ? `${what}撤回` : `${what}公开${one.isCorrection ? `（第${revision}次修订）` : ""}`;
  const summary = `${SCOPES[scope].name}${DISCLOSURE_KINDS[kind].name}${note === null || isWithdrawn ? "" : `：${note}`}`;
  const address = `${publicUrl}/units/${encodeURIComponent(unitCode)}?year=${fiscalYear}&kind=${kind}&scope=${scope}`;
  // What is said, and not where it lies in this database: a hub that is filled anew says the same.
  const id = `${encodeURIComponent(unitCode)}/${fiscalYear}/${kind}/${scope}/${revision}/${sha256}${isWithdrawn ? "/withdrawn" : ""}`;
  return [
    "<entry>",
    `<title>${escapeXml(title)}</title>`,
    `<id>tag:${AUTHORITY}:${id}</id>`,
    `<updated>${new Date(at).toISOString()}</updated>`,
    writeLink("alternate", "text/html", address),
    `<category term="${isWithdrawn ? "withdrawn" : one.isCorrection ? "corrected" : "new"}"/>`,
    `<summary>${escapeXml(summary)}</summary>`,
    "</entry>",
  ].join("");
}

const writeLink = (relation: string, type: string, address: string): string =>
  `<link rel="${relation}" type="${type}" href="${escapeXml(address)}"/>`;
