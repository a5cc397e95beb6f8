import { parse } from "graphql";
import type { Answer } from "../answer";
import { askGraph } from "../ask-graph";
import type { DoorRequest } from "../door";
import { escapeXml } from "../exports/write-xlsx";

const NEWEST = parse(`{
  disclosures(first: 50, orderBy: { field: PUBLISHED_AT, direction: DESC }) {
    nodes { id unit { code name } fiscalYear { year } kind scope revision publishedAt note }
  }
}`);

interface Published {
  readonly id: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly fiscalYear: { readonly year: number };
  readonly kind: "BUDGET" | "FINAL_ACCOUNTS";
  readonly scope: "UNIT" | "DEPARTMENT";
  readonly revision: number;
  readonly publishedAt: string | Date;
  readonly note: string | null;
}

/** Ids are tag: URIs (RFC 4151) of the day the feed was begun: they stay when the hub moves to another address. */
const AUTHORITY = "disclosure-hub,2025";

/** New and corrected disclosures as an Atom feed (RFC 4287), the newest first. A correction is an entry of its own. */
export async function answerFeed({ context, state, headers }: DoorRequest, publicUrl: string): Promise<Answer> {
  const { disclosures } = await askGraph<{ disclosures: { nodes: readonly Published[] } }>(context, NEWEST, {});
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>部门预决算公开：新公开与更正</title>
<id>tag:${AUTHORITY}:feed</id>
<updated>${new Date(state.updatedAt).toISOString()}</updated>
<author><name>Disclosure Hub</name></author>
<link rel="self" type="application/atom+xml" href="${publicUrl}/feed.atom"/>
<link rel="alternate" type="text/html" href="${publicUrl}/"/>
${disclosures.nodes.map((one) => writeEntry(one, publicUrl)).join("\n")}
</feed>
`;
  return { status: 200, headers: { ...headers, "content-type": "application/atom+xml; charset=utf-8" }, body };
}

function writeEntry({ id, unit, fiscalYear: { year }, kind, scope, revision, publishedAt, note }: Published, publicUrl: string): string {
  const what = kind === "BUDGET" ? "预算" : "决算";
  const corrected = revision > 1 ? `（第${revision}次修订）` : "";
  const href = `${publicUrl}/units/${encodeURIComponent(unit.code)}?year=${year}&kind=${kind}&scope=${scope}`;
  const summary = `${scope === "DEPARTMENT" ? "部门汇总" : "本级"}${what}${note === null ? "" : `：${note}`}`;
  const title = `${unit.name}${year}年度${what}公开${corrected}`;
  return `<entry><title>${escapeXml(title)}</title><id>tag:${AUTHORITY}:disclosure:${escapeXml(id)}:${revision}</id><updated>${new Date(publishedAt).toISOString()}</updated><link rel="alternate" type="text/html" href="${escapeXml(href)}"/><summary>${escapeXml(summary)}</summary></entry>`;
}
