import { parse } from "graphql";
import type { Answer } from "../answer";
import { refuse } from "../answer";
import { askGraph } from "../ask-graph";
import { writeNumber } from "../charts/write-number";
import { parameterError, readChoice, refuseUnknown } from "../comparison-parameters";
import type { DoorRequest } from "../door";
import { escapeXml } from "../exports/write-xlsx";
import { MONEY_UNIT_CODES, moneyUnitName } from "../money-unit-name";
import { answerEmbedPage, sourceLine } from "./embed-page";

const PROJECT = parse(`query Project($id: ID!, $money: MoneyUnit!) {
  project(id: $id) {
    name
    year
    score
    unit { name }
    adjustedBudget(unit: $money)
    executed(unit: $money)
    indicators { name comparator target actual measurementUnit met score weight }
  }
}`);

interface Indicator {
  readonly name: string;
  readonly comparator: string | null;
  readonly target: string;
  readonly actual: string | null;
  readonly measurementUnit: string | null;
  readonly met: boolean | null;
  readonly score: number | null;
  readonly weight: number | null;
}

interface ProjectAnswer {
  readonly project: {
    readonly name: string;
    readonly year: number;
    readonly score: number | null;
    readonly unit: { readonly name: string };
    readonly adjustedBudget: number | null;
    readonly executed: number | null;
    readonly indicators: readonly Indicator[];
  } | null;
}

const COMPARATORS: Readonly<Record<string, string>> = { GE: "≥", GT: ">", LE: "≤", LT: "<" };

/** 绩效指标 of one project: each target with what came of it. */
export async function answerProjectEmbed(door: DoorRequest, publicUrl: string): Promise<Answer> {
  const { context, parameters, headers } = door;
  refuseUnknown(parameters, ["id", "lang", "unit"]);
  const language = readChoice(parameters, "lang", ["zh", "en"], "zh");
  const money = readChoice(parameters, "unit", MONEY_UNIT_CODES, "WAN_YUAN");
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const id = parameters.get("id") ?? "";
  if (id === "") throw parameterError("id", "is missing: give the id of the project, as the graph tells it");
  const { project } = await askGraph<ProjectAnswer>(context, PROJECT, { id, money });
  if (!project) return refuse(404, "NOT_FOUND", "There is no such project: its document may have been withdrawn, or its name corrected");
  const none = `<span class="none">${say("未公开", "not disclosed")}</span>`;
  const moneyOf = (value: number | null): string => (value === null ? none : writeNumber(value, "MONEY", money));
  const verdict = ({ met }: Indicator): string => {
    if (met === null) return say("无法判断", "unclear");
    return met ? say("完成", "met") : `<span class="missed">${say("未完成", "missed")}</span>`;
  };
  const lines = project.indicators.map((one) => {
    const sign = one.comparator === null || /^[≥≤=＝<>]/.test(one.target) ? "" : (COMPARATORS[one.comparator] ?? "");
    const unit = one.measurementUnit ?? "";
    return `<tr><th scope="row">${escapeXml(one.name)}</th><td class="n">${escapeXml(sign + one.target + unit)}</td>
<td class="n">${one.actual === null ? none : escapeXml(one.actual + unit)}</td><td>${verdict(one)}</td>
<td class="n">${one.score === null ? none : `${one.score}${one.weight === null ? "" : ` / ${one.weight}`}`}</td></tr>`;
  });
  const head = [
    say("指标", "Indicator"),
    say("目标", "Target"),
    say("实际", "Actual"),
    say("是否完成", "Met"),
    say("得分 / 分值", "Score / weight"),
  ];
  const facts = [
    escapeXml(`${project.unit.name} ${project.year}`),
    `${say("自评得分", "score")} ${project.score ?? none}`,
    `${say("全年预算", "budget")} ${moneyOf(project.adjustedBudget)}`,
    `${say("执行", "spent")} ${moneyOf(project.executed)} ${moneyUnitName(money, language)}`,
  ];
  const body = `<h1>${escapeXml(project.name)}</h1><p>${facts.join(" · ")}</p>
<table><thead><tr>${head.map((name, at) => `<th scope="col"${at === 0 || at === 3 ? "" : ' class="n"'}>${name}</th>`).join("")}</tr></thead>
<tbody>${lines.join("\n")}</tbody></table><p>${sourceLine(door, language)}</p>`;
  const page = new URL(`/projects/${encodeURIComponent(id)}`, publicUrl);
  if (language === "en") page.searchParams.set("lang", "en");
  return answerEmbedPage(headers, { language, title: project.name, body, page });
}
