// The limit: one hand-written SQL statement a question, whose rows are JSON text already, behind a bare node:http handler. Nothing is
// checked, nothing is typed, nothing else can be asked.
import { createRequire } from "node:module";
import { COMPARED_CODES } from "./generate.mjs";

const require = createRequire(import.meta.url);
const { MEASURES } = require("../../dist/src/model/measures.js");

const IDS = COMPARED_CODES.map((code) => MEASURES[code].id);
const columns = COMPARED_CODES.map((code) => ({ measure: { code, name: MEASURES[code].name } }));
const HEAD = `{"data":{"compare":{"columns":${JSON.stringify(columns)},"rows":[`;
const TAIL = "]}}}\n";

/** A number as JSON prints it: without zeros behind. */
const plain = (expression) => `CAST(${expression} AS DOUBLE)`;
const nullable = (expression) => `COALESCE(${expression}, 'null')`;

/**
 * Query 03 in one statement: one row of JSON text for each unit and year.
 *
 * @param {string} units a condition on `unit u`
 * @param {boolean} keepsEmpty whether years in which a unit published nothing are told too
 */
export function comparisonSql(units, years, keepsEmpty) {
  const visible = (alias) => `${alias}.kind = 2 AND ${alias}.visible_from <= 1 AND ${alias}.visible_to > 1`;
  const figure = (alias, revision, measure, stage) =>
    `LEFT JOIN figure ${alias} ON ${alias}.revision_id = ${revision}.id AND ${alias}.measure_id = ${measure} AND ${alias}.subject_id = 0 AND ${alias}.stage = ${stage}`;
  return `
SELECT CONCAT('{"unit":{"name":', JSON_QUOTE(cell.name), '},"year":', cell.year, ',"cells":[', GROUP_CONCAT(CONCAT(
  '{"value":', ${nullable(plain("cell.value / 1000000"))},
  ',"status":"', CASE cell.status WHEN 1 THEN 'REPORTED' WHEN 2 THEN 'NOT_APPLICABLE' ELSE 'NOT_DISCLOSED' END,
  '","shareOf":', ${nullable(plain("ROUND(cell.value * 100 / NULLIF(cell.whole, 0), 2)"))},
  ',"yearOnYear":', CASE WHEN cell.value IS NULL OR cell.prior IS NULL THEN 'null' ELSE CONCAT('{"amount":', ${plain("(cell.value - cell.prior) / 1000000")},
    ',"rate":', ${nullable(plain("ROUND((cell.value - cell.prior) * 100 / NULLIF(cell.prior, 0), 2)"))}, '}') END,
  ',"rank":', CASE WHEN cell.value IS NULL THEN 'null' ELSE cell.place_in END,
  ',"peerMedian":', ${nullable(plain("ROUND(CAST(cell.median AS DECIMAL(30, 7)), 6)"))},
  ',"percentile":', CASE WHEN cell.value IS NULL OR cell.peers < 2 THEN 'null' ELSE ${plain("ROUND(cell.below * 100 / (cell.peers - 1), 2)")} END,
  ',"citation":', CASE WHEN rd.seq IS NULL THEN 'null' ELSE CONCAT('{"section":', JSON_QUOTE(rd.section_title), ',"text":', JSON_QUOTE(rd.text), '}') END,
  '}') ORDER BY cell.place SEPARATOR ','), ']}') AS line
FROM (
  SELECT u.id AS unit_id, u.name, y.year, m.place, now.value, now.status, now.revision_id, now.reading, whole.value AS whole,
    COALESCE(published.value, stated.value) AS prior,
    RANK() OVER (PARTITION BY m.id, y.year ORDER BY now.value DESC) AS place_in,
    RANK() OVER (PARTITION BY m.id, y.year ORDER BY now.value) - 1 - SUM(now.value IS NULL) OVER (PARTITION BY m.id, y.year) AS below,
    COUNT(now.value) OVER (PARTITION BY m.id, y.year) AS peers,
    MEDIAN(CAST(now.value AS DOUBLE) / 1000000) OVER (PARTITION BY m.id, y.year) AS median
  FROM unit u
  CROSS JOIN (${years.map((year) => `SELECT ${year} AS year`).join(" UNION ALL ")}) y
  CROSS JOIN (${IDS.map((id, index) => `SELECT ${id} AS id, ${index} AS place`).join(" UNION ALL ")}) m
  LEFT JOIN disclosure_revision r ON r.unit_id = u.id AND r.fiscal_year = y.year AND ${visible("r")}
  LEFT JOIN disclosure_revision earlier ON earlier.unit_id = u.id AND earlier.fiscal_year = y.year - 1 AND ${visible("earlier")}
  ${figure("now", "r", "m.id", 3)}
  ${figure("stated", "r", "m.id", 4)}
  ${figure("whole", "r", IDS[0], 3)}
  ${figure("published", "earlier", "m.id", 3)}
  WHERE ${units}
) cell LEFT JOIN reading rd ON rd.revision_id = cell.revision_id AND rd.seq = cell.reading
GROUP BY cell.unit_id, cell.year ${keepsEmpty ? "" : "HAVING COUNT(cell.status) > 0 "}ORDER BY cell.unit_id, cell.year`;
}

/** @returns the body of the answer. */
export function readComparison(pool, sql) {
  return new Promise((resolve, reject) => {
    pool.query({ sql, rowsAsArray: true }, (error, rows) => (error ? reject(error) : resolve(HEAD + rows.join(",") + TAIL)));
  });
}
