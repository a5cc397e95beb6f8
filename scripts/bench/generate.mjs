// A large hub, made up: units × 5 years, about 60 figures each, projects and indicators for a fifth of the units. Thin, it is half the figures
// and a tenth of the projects. The same every time.
import { createRequire } from "node:module";
import { Readable } from "node:stream";

const require = createRequire(import.meta.url);
const { MEASURES } = require("../../dist/src/model/measures.js");
const { allRegions } = require("../../dist/src/model/region-catalogue.js");
const { STAGES } = require("../../dist/src/model/stage.js");
const { normaliseUnitName } = require("../../dist/src/model/unit-name.js");
const { searchGramRows } = require("../../dist/src/store/comparison/write-search-index.js");

export const YEARS = [2019, 2020, 2021, 2022, 2023];
const NEVER = Number.MAX_SAFE_INTEGER;
const UNIT_SCOPE = 1;
const FINAL_ACCOUNTS = 2;

/** Numbers that look random and are the same in every run: mulberry32. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const id = (code) => MEASURES[code].id;
/** Measure, size against the total in thousandths, and the stages told besides the final one. */
const TOTALS = [
  ["REVENUE_TOTAL", 1000, ["PRIOR_FINAL"]],
  ["EXPENDITURE_TOTAL", 1000, ["INITIAL_BUDGET", "ADJUSTED_BUDGET", "PRIOR_FINAL"]],
  ["CURRENT_YEAR_REVENUE", 960, ["ADJUSTED_BUDGET"]],
  ["CURRENT_YEAR_EXPENDITURE", 950, ["ADJUSTED_BUDGET"]],
  ["BASIC_EXPENDITURE", 600, ["INITIAL_BUDGET", "PRIOR_FINAL"]],
  ["PROJECT_EXPENDITURE", 350, ["INITIAL_BUDGET", "ADJUSTED_BUDGET", "PRIOR_FINAL"]],
  ["GENERAL_PUBLIC_EXPENDITURE", 900, ["INITIAL_BUDGET", "ADJUSTED_BUDGET", "PRIOR_FINAL"]],
  ["PERSONNEL_EXPENSE", 450, []],
  ["PUBLIC_EXPENSE", 150, []],
  ["THREE_PUBLIC_TOTAL", 12, ["ADJUSTED_BUDGET", "PRIOR_FINAL"]],
  ["OVERSEAS_TRAVEL", 1, ["ADJUSTED_BUDGET"]],
  ["VEHICLE_PURCHASE", 2, ["ADJUSTED_BUDGET"]],
  ["VEHICLE_OPERATION", 6, ["ADJUSTED_BUDGET"]],
  ["OFFICIAL_RECEPTION", 3, ["ADJUSTED_BUDGET"]],
  ["AGENCY_OPERATING_EXPENSE", 140, ["PRIOR_FINAL"]],
  ["PROCUREMENT_TOTAL", 180, []],
  ["PROCUREMENT_SME", 120, []],
  ["PROCUREMENT_GOODS", 60, []],
  ["EVALUATED_AMOUNT", 300, []],
].map(([code, thousandths, stages]) => ({ id: id(code), thousandths, stages }));
/** The measures that the measurement compares. */
export const COMPARED_CODES = [
  "EXPENDITURE_TOTAL",
  "PROJECT_EXPENDITURE",
  "THREE_PUBLIC_TOTAL",
  "AGENCY_OPERATING_EXPENSE",
  "PROCUREMENT_SME",
];
const COMPARED = new Set(COMPARED_CODES.map(id));
const COUNTS = ["VEHICLES_HELD", "RECEPTION_GUESTS", "EVALUATED_PROJECTS"].map(id);
const SUBJECTS = ["20101", "20106", "20406", "20502", "20805", "20808", "22102"];

const NATURES = ["ADMINISTRATIVE", "CIVIL_SERVICE_REFERENCE", "PUBLIC_INSTITUTION_1", "PUBLIC_INSTITUTION"];
const BUREAUS = ["财政局", "教育局", "司法局", "民政局", "卫生健康局", "住房城乡建设局", "交通运输局", "农业农村局", "审计局", "统计局"];
const PROJECTS = [
  "社区养老服务补贴",
  "基层司法所建设",
  "义务教育保障",
  "农村公路养护",
  "信息系统运行维护",
  "普法宣传",
  "困难群众救助",
  "老旧小区改造",
  "人才培训",
  "档案数字化",
];
const INDICATORS = [
  "资金支付及时率",
  "服务对象满意度",
  "补助发放人数",
  "培训人次",
  "系统正常运行率",
  "验收合格率",
  "政策知晓率",
  "项目按期完成率",
  "成本控制率",
  "覆盖村（社区）数量",
  "养老床位数",
  "法律援助案件数",
  "道路养护里程",
  "设备采购数量",
  "群众投诉处理率",
];

const line = (...columns) => `${columns.map((column) => (column === null ? "\\N" : column)).join("\t")}\n`;

/** Units of these provinces, a fifth each. */
export const PROVINCES = ["130000", "320000", "330000", "370000", "420000"];
const COUNTIES = 20;

/** Counties of the provinces in turn. */
function chooseRegions() {
  const counties = PROVINCES.map((province) =>
    allRegions().filter(({ code, level }) => level === "COUNTY" && code.startsWith(province.slice(0, 2))),
  );
  return Array.from({ length: COUNTIES * PROVINCES.length }, (_, index) => {
    const ofProvince = counties[index % PROVINCES.length];
    return ofProvince[Math.floor(index / PROVINCES.length)];
  });
}

/** So many units in the order of their ids; the first of a larger hub are a smaller one. */
export function generateUnits({ count, thin }) {
  const random = randomNumbers(7);
  const regions = chooseRegions();
  return Array.from({ length: count }, (_, index) => {
    const region = regions[index % regions.length];
    const name = `${region.name}${BUREAUS[Math.floor(index / regions.length) % BUREAUS.length]}第${index + 1}单位（示例）`;
    return {
      id: index + 1,
      code: `U${String(index + 1).padStart(5, "0")}`,
      name,
      region: region.code,
      // Sizes spread over two powers of ten, as they do.
      size: 10 ** (8 + 2 * random()),
      index,
      thin,
    };
  });
}

export const revisionIdOf = (unit, yearIndex) => unit.index * YEARS.length + yearIndex + 1;
/** One in thirty-three publishes nothing. */
const isPublished = (unit, yearIndex) => (unit.index * 7 + yearIndex * 13) % 33 !== 0;

function* unitLines(units) {
  for (const { id: unitId, code, name, region, index } of units) {
    yield line(unitId, code, name, normaliseUnitName(name), region, "COUNTY", NATURES[index % NATURES.length], null, null, null, null);
  }
}

function* disclosureLines(units) {
  for (const unit of units) {
    for (const [yearIndex, year] of YEARS.entries()) {
      const revision = revisionIdOf(unit, yearIndex);
      if (isPublished(unit, yearIndex)) yield line(revision, unit.id, year, FINAL_ACCOUNTS, UNIT_SCOPE, revision);
    }
  }
}

function* revisionLines(units) {
  for (const unit of units) {
    for (const [yearIndex, year] of YEARS.entries()) {
      if (!isPublished(unit, yearIndex)) continue;
      const revision = revisionIdOf(unit, yearIndex);
      const facts = [revision, revision, 1, 1, unit.id, year, FINAL_ACCOUNTS, UNIT_SCOPE, "PUBLISHED", String(revision), 1, NEVER];
      yield line(...facts, unit.name, 60, 60, "2024-01-01T00:00:00.000Z");
    }
  }
}

/** What a thin disclosure keeps: what is compared, and of the rest every third. */
const isCommon = ([measure, subject], index) => (subject === 0 && COMPARED.has(measure)) || index % 3 === 0;

/** Every figure of a disclosure, in the order of its key. */
function figuresOf(unit, yearIndex) {
  const random = randomNumbers(unit.index * 31 + yearIndex + 1);
  const growth = 1 + 0.06 * yearIndex;
  const amount = (thousandths) => Math.round((unit.size * thousandths * growth * (0.8 + 0.4 * random())) / 1000);
  const figures = [];
  for (const { id: measure, thousandths, stages } of TOTALS) {
    const value = amount(thousandths);
    const told = random() < 0.97;
    figures.push([measure, 0, STAGES.FINAL.id, told ? value : null]);
    for (const stage of stages) figures.push([measure, 0, STAGES[stage].id, Math.round(value * (0.9 + 0.15 * random()))]);
  }
  for (const measure of COUNTS) figures.push([measure, 0, STAGES.FINAL.id, Math.floor(random() * 60)]);
  const general = id("GENERAL_PUBLIC_EXPENDITURE");
  for (const code of SUBJECTS) {
    const value = amount(120);
    for (const subject of [code.slice(0, 3), code, `${code}01`]) figures.push([general, Number(subject), STAGES.FINAL.id, value]);
  }
  const seen = new Set();
  return (unit.thin ? figures.filter(isCommon) : figures)
    .filter(([measure, subject, stage]) => {
      const key = `${measure}|${subject}|${stage}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

function* eachDisclosure(units) {
  for (const unit of units) {
    for (const [yearIndex, year] of YEARS.entries()) if (isPublished(unit, yearIndex)) yield { unit, yearIndex, year };
  }
}

function* figureLines(units) {
  for (const { unit, yearIndex, year } of eachDisclosure(units)) {
    const revision = revisionIdOf(unit, yearIndex);
    for (const [seq, [measure, subject, stage, value]] of figuresOf(unit, yearIndex).entries()) {
      const status = value === null ? 2 : 1;
      yield line(revision, measure, subject, stage, unit.id, year, FINAL_ACCOUNTS, UNIT_SCOPE, value, status, 0, seq, 1, NEVER);
    }
  }
}

function* readingLines(units) {
  for (const { unit, yearIndex, year } of eachDisclosure(units)) {
    const revision = revisionIdOf(unit, yearIndex);
    for (const [seq, [measure, subject, stage, value]] of figuresOf(unit, yearIndex).entries()) {
      const printed = value === null ? "—" : (value / 1e6).toFixed(2);
      const text = `${unit.name}${year}年度该项目决算数为${printed}万元，\\"第${seq}行\\"与上年相比有所变动`;
      yield line(
        revision,
        seq,
        measure,
        subject,
        stage,
        value === null ? 2 : 1,
        value,
        10000,
        printed,
        text,
        "TABLE",
        "TOTALS",
        "收入支出总体情况说明",
        "TOTALS",
        3,
        seq,
        1,
        0,
        8,
      );
    }
  }
}

const hasProjects = (unit) => unit.index % (unit.thin ? 25 : 5) === 0;

function projectsOf(unit, yearIndex) {
  const random = randomNumbers(unit.index * 17 + yearIndex + 3);
  return PROJECTS.map((name, seq) => ({
    seq,
    name: `${name}${(unit.index % 40) + 1}号项目`,
    score: 6000 + Math.floor(random() * 4000),
    budget: Math.round(unit.size * random() * 0.1),
  }));
}

function* projectLines(units) {
  for (const { unit, yearIndex, year } of eachDisclosure(units.filter(hasProjects))) {
    for (const { seq, name, score, budget } of projectsOf(unit, yearIndex)) {
      yield line(
        revisionIdOf(unit, yearIndex),
        seq,
        unit.id,
        year,
        name,
        score,
        10000,
        budget,
        budget,
        1,
        "PERFORMANCE",
        "预算绩效情况说明",
        name,
        1,
        NEVER,
      );
    }
  }
}

function* indicatorLines(units) {
  for (const { unit, yearIndex, year } of eachDisclosure(units.filter(hasProjects))) {
    const revision = revisionIdOf(unit, yearIndex);
    for (const { seq: project } of projectsOf(unit, yearIndex)) {
      for (const [seq, name] of INDICATORS.entries()) {
        const target = 80 + ((unit.index + seq) % 20);
        const actual = target + ((unit.index + seq * 3) % 7) - 3;
        const met = actual >= target ? 1 : 0;
        yield line(
          revision,
          project,
          seq,
          unit.id,
          year,
          "产出指标",
          "数量指标",
          name,
          "POSITIVE",
          "GE",
          `≥${target}`,
          String(actual),
          target * 1e6,
          actual * 1e6,
          "%",
          600,
          600,
          met,
          Math.floor((actual * 10000) / target),
          name,
          1,
          NEVER,
        );
      }
    }
  }
}

function* gramLines(units) {
  for (const { unit, yearIndex } of eachDisclosure(units.filter(hasProjects))) {
    const entries = projectsOf(unit, yearIndex).flatMap(({ name }) => [
      { kind: "PROJECT", title: name, body: "" },
      ...INDICATORS.map((title) => ({ kind: "INDICATOR", title, body: "" })),
    ]);
    const rows = searchGramRows(revisionIdOf(unit, yearIndex), entries);
    for (const { gram, revisionId, projects, indicators, sections, fit } of rows)
      yield line(gram, revisionId, projects, indicators, sections, fit);
  }
}

const CITATION = "block_index, row_index, cell_index, start_offset, end_offset";
/** What a comparison reads. */
const COMPARED_TABLES = [
  ["unit", "id, code, name, name_key, region_code, level, nature, nature_text, parent_id, active_from, active_to", unitLines],
  ["disclosure", "id, unit_id, fiscal_year, kind, scope, current_revision_id", disclosureLines],
  [
    "disclosure_revision",
    "id, disclosure_id, revision, document_id, unit_id, fiscal_year, kind, scope, status, fingerprint, visible_from, visible_to, unit_name_printed, numbers_printed, numbers_cited, imported_at",
    revisionLines,
  ],
  [
    "figure",
    "revision_id, measure_id, subject_id, stage, unit_id, fiscal_year, kind, scope, value, status, derived, reading, visible_from, visible_to",
    figureLines,
  ],
  [
    "reading",
    `revision_id, seq, measure_id, subject_id, stage, status, value, step, printed, text, origin, section, section_title, table_kind, ${CITATION}`,
    readingLines,
  ],
];
/** What lies in the hub besides. */
const OTHER_TABLES = [
  [
    "project",
    "revision_id, seq, unit_id, fiscal_year, name, score, total_weight, adjusted_budget, executed, has_table, section, section_title, text, visible_from, visible_to",
    projectLines,
  ],
  [
    "indicator",
    "revision_id, project, seq, unit_id, fiscal_year, level1, level2, name, direction, comparator, target, actual, target_value, actual_value, measurement_unit, weight, score, met, achievement, text, visible_from, visible_to",
    indicatorLines,
  ],
  ["search_gram", "gram, revision_id, projects, indicators, sections, fit", gramLines],
];

/**
 * Loads units and everything of theirs into an empty, migrated hub, which is at data version 1 then.
 *
 * @returns {Promise<Record<string, number>>} how many rows each table got.
 */
export async function loadHub(connection, units, { withProjects }) {
  const counts = {};
  await connection.query("SET unique_checks = 0, foreign_key_checks = 0");
  for (const [table, columns, lines] of [...COMPARED_TABLES, ...(withProjects ? OTHER_TABLES : [])]) {
    const [result] = await connection.query({
      sql: `LOAD DATA LOCAL INFILE 'lines' INTO TABLE ${table} CHARACTER SET utf8mb4 (${columns})`,
      infileStreamFactory: () => Readable.from(inChunks(lines(units)), { objectMode: false }),
    });
    counts[table] = result.affectedRows;
    if (result.warningStatus > 0) {
      const [warnings] = await connection.query("SHOW WARNINGS LIMIT 3");
      throw new Error(`Loading ${table} gave warnings: ${JSON.stringify(warnings)}`);
    }
  }
  await connection.query(
    "INSERT INTO data_version (version, at, event, revision_id, note) VALUES (1, '2024-01-01T00:00:00.000Z', 'PUBLISH', NULL, NULL)",
  );
  await connection.query(
    "UPDATE hub_state SET data_version = 1, updated_at = '2024-01-01T00:00:00.000Z', change_mark = UUID() WHERE id = 1",
  );
  for (const [table] of COMPARED_TABLES) await connection.query(`ANALYZE TABLE ${table}`);
  return counts;
}

const CHUNK = 1 << 18;

function* inChunks(lines) {
  let chunk = "";
  for (const one of lines) {
    chunk += one;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = "";
  }
  if (chunk !== "") yield Buffer.from(chunk);
}
