// Writes the catalogues of measures and of rules (docs/measures.md, docs/rules.md) from the built code: node scripts/write-docs.mjs [--check] [FOLDER]
// With --check says whether they are what would be written. Reads dist/: node scripts/build.mjs first.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
require("reflect-metadata");
const { RULES } = require("../dist/src/check/rule-list.js");
const { MEASURES } = require("../dist/src/model/measures.js");
const { RULE_CATEGORIES, TOLERANCES } = require("../dist/src/model/rule.js");

const [given] = process.argv.slice(2).filter((one) => one !== "--check");
const folder = given ?? path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "docs");
const GENERATED = "<!-- Generated from the code: npm run write-docs. -->";

/** A vertical line would end the cell. */
const cell = (text) => text.replaceAll("|", "\\|");
const row = (...cells) => `| ${cells.map((one) => cell(String(one))).join(" | ")} |`;
const table = (heads, rows) => [row(...heads), row(...heads.map(() => "---")), ...rows].join("\n");
const groupBy = (list, keyOf) => {
  const groups = new Map();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

const UNITS = { MONEY: "money", COUNT: "count", SCORE: "score", RATE: "rate" };
const addsUp = ({ ratio, addsOverUnits, addsOverYears }) =>
  ratio ? "no, a quotient" : addsOverUnits ? (addsOverYears ? "units, years" : "units") : addsOverYears ? "years" : "no";
const computedAs = ({ ratio }) => (ratio ? ` = \`${ratio.numerator}\` ÷ \`${ratio.denominator}\`` : "");

const groups = groupBy(
  Object.entries(MEASURES).map(([code, measure]) => ({ code, ...measure })),
  ({ group }) => group,
);
const measures = [
  GENERATED,
  "# Measures 指标目录",
  `Every quantity that a comparison can ask for: ${Object.keys(MEASURES).length} measures. Money is stored in integer 分 and answered in the unit that the question names. ` +
    "“By subject” says by which classification the measure is also published, subject by subject; “adds up over” what it may be summed over. A new one: " +
    "[add a measure](how-to/add-a-measure.md).",
  ...[...groups].flatMap(([group, list]) => [
    `## ${group}`,
    table(
      ["code", "中文", "English", "kind", "by subject", "adds up over", "what it is"],
      list.map((one) =>
        row(
          `\`${one.code}\``,
          one.name,
          one.nameEn,
          UNITS[one.kind],
          one.dimensions.map((dimension) => dimension.toLowerCase().replaceAll("_", " ")).join(", "),
          addsUp(one),
          one.description + computedAs(one),
        ),
      ),
    ),
  ]),
].join("\n\n");

const families = groupBy(RULES, ({ category }) => category);
const rules = [
  GENERATED,
  "# Rules 勾稽规则目录",
  `What must hold within a document, between its tables and its words, and across years: ${RULES.length} rules, in the order in which they are checked. A rule that ` +
    "lacks a number says that it cannot tell, and never that all is well. Codes never change. A new one: [add a rule](how-to/add-a-rule.md).",
  ...[...families].flatMap(([category, list]) => [
    `## ${RULE_CATEGORIES[category].nameEn} ${RULE_CATEGORIES[category].name}`,
    table(
      ["code", "中文", "English", "severity", "what must hold", "tolerance"],
      list.map(({ code, titleZh, title, severity, identity, tolerance }) =>
        row(`\`${code}\``, titleZh, title, severity.toLowerCase(), identity, TOLERANCES[tolerance].nameEn),
      ),
    ),
  ]),
].join("\n\n");

const differing = [];
for (const [name, markdown] of [
  ["measures.md", measures],
  ["rules.md", rules],
]) {
  const file = path.join(folder, name);
  const text = `${markdown}\n`;
  if (!process.argv.includes("--check")) fs.writeFileSync(file, text);
  else if (!fs.existsSync(file) || fs.readFileSync(file, "utf8") !== text) differing.push(file);
}
if (differing.length > 0) {
  console.error(`${differing.join(", ")}: not what the code gives: npm run write-docs`);
  process.exitCode = 1;
}
