import { limitSelect } from "../../../src/store/limit-select";

const HINT = "/*+ MAX_EXECUTION_TIME(2800) */";

describe("the limit of a statement on MySQL", () => {
  it.each([
    ["a SELECT", "SELECT 1 FROM unit WHERE id IN (SELECT 2)", `SELECT ${HINT} 1 FROM unit WHERE id IN (SELECT 2)`],
    [
      "a WITH",
      "WITH a AS (SELECT 1), b AS (SELECT (2)) SELECT * FROM a",
      `WITH a AS (SELECT 1), b AS (SELECT (2)) SELECT ${HINT} * FROM a`,
    ],
    [
      "a recursive one over lines",
      "WITH RECURSIVE tree(id) AS (\n  SELECT 1 UNION SELECT id FROM tree\n)\nselect id FROM tree",
      `WITH RECURSIVE tree(id) AS (\n  SELECT 1 UNION SELECT id FROM tree\n)\nselect ${HINT} id FROM tree`,
    ],
    ["brackets within texts", "WITH a AS (SELECT ')' AS `(`) SELECT 'SELECT'", `WITH a AS (SELECT ')' AS \`(\`) SELECT ${HINT} 'SELECT'`],
    ["a UNION in brackets", "(SELECT 1) UNION ALL (SELECT 2)", `(SELECT ${HINT} 1) UNION ALL (SELECT 2)`],
    ["what reads nothing", "SHOW STATUS", "SHOW STATUS"],
  ])("stands in %s where the server reads it", (_, sql, limited) => {
    expect(limitSelect(sql, 2800)).toBe(limited);
  });
});
