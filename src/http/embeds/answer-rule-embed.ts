import { parse } from "graphql";
import type { Answer } from "../answer";
import { refuse } from "../answer";
import { askGraph } from "../ask-graph";
import { ruleYearsQuery } from "../charts/rule-years-query";
import { readChoice, refuseUnknown } from "../comparison-parameters";
import type { DoorRequest } from "../door";
import { escapeXml } from "../exports/write-xlsx";
import { answerEmbedPage, sourceLine } from "./embed-page";

const RULES = parse("{ rules { code title titleZh identity } fiscalYears { year disclosureCount } }");

interface RulesAnswer {
  readonly rules: readonly { readonly code: string; readonly title: string; readonly titleZh: string; readonly identity: string }[];
  readonly fiscalYears: readonly { readonly year: number; readonly disclosureCount: number }[];
}

/** 勾稽不符 year by year beside the documents of each year, of one rule or of all. */
export async function answerRuleEmbed(door: DoorRequest, publicUrl: string): Promise<Answer> {
  const { context, parameters, headers } = door;
  refuseUnknown(parameters, ["rule", "lang"]);
  const language = readChoice(parameters, "lang", ["zh", "en"], "zh");
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const code = parameters.get("rule") ?? "";
  const { rules, fiscalYears } = await askGraph<RulesAnswer>(context, RULES, {});
  const rule = rules.find((one) => one.code === code);
  if (code !== "" && !rule) return refuse(404, "NOT_FOUND", "There is no such rule: `rules` in the graph lists them");
  const counted = await askGraph<Readonly<Record<string, { readonly totalCount: number } | undefined>>>(
    context,
    parse(ruleYearsQuery(fiscalYears.map(({ year }) => year))),
    { rules: rule ? [rule.code] : null },
  );
  const rows = fiscalYears.flatMap(({ year, disclosureCount }) => {
    const told = counted[`y${year}`];
    return told ? [{ year, disclosureCount, count: told.totalCount }] : [];
  });
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const title = rule ? say(rule.titleZh, rule.title) : say("勾稽不符", "Findings of all checks");
  const lines = rows.map(
    ({ year, disclosureCount, count }) => `<tr><th scope="row">${year}</th>
<td class="meter"><i style="width:${Math.round((count * 100) / most)}%"></i></td><td class="n">${count}</td><td class="n">${disclosureCount}</td></tr>`,
  );
  const body = `<h1>${escapeXml(title)}</h1>${rule ? `<p>${escapeXml(rule.identity)}</p>` : ""}
<table><thead><tr><th scope="col">${say("年度", "Year")}</th><td></td><th scope="col" class="n">${say("不符之处", "Findings")}</th>
<th scope="col" class="n">${say("公开文件", "Documents")}</th></tr></thead><tbody>${lines.join("\n")}</tbody></table><p>${sourceLine(door, language)}</p>`;
  const page = new URL(rule ? `/rules/${encodeURIComponent(rule.code)}` : "/rules", publicUrl);
  if (language === "en") page.searchParams.set("lang", "en");
  return answerEmbedPage(headers, { language, title, body, page });
}
