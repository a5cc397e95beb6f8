/** More years than that are not asked for at once. */
const MOST_YEARS = 20;

/**
 * The query that counts findings year by year, those of one rule or of all: a field `y2024` for each year. It imports nothing, so that the pages
 * and the server can hold it.
 */
export const ruleYearsQuery = (years: readonly number[]): string =>
  `query RuleYears($rules: [ID!]) {\n${years
    .slice(0, MOST_YEARS)
    .map((year) => `  y${year}: findings(first: 1, where: { rules: $rules, year: ${year} }) {\n    totalCount\n  }\n`)
    .join("")}}\n`;
