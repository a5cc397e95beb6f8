/** Texts and names in quotes, brackets, and the word that is looked for. */
const PARTS = /'(?:[^'\\]|\\.|'')*'|"[^"]*"|`[^`]*`|[()]|\bSELECT\b/gi;

/** MySQL takes the limit of a statement as a hint after the SELECT that answers: of a WITH, the one behind its tables. */
export function limitSelect(sql: string, milliseconds: number): string {
  const isWith = /^\s*WITH\b/i.test(sql);
  let depth = 0;
  for (const { 0: part, index } of sql.matchAll(PARTS)) {
    if (part === "(") depth += 1;
    else if (part === ")") depth -= 1;
    else if (/^SELECT$/i.test(part) && (depth === 0 || !isWith)) {
      const end = index + part.length;
      return `${sql.slice(0, end)} /*+ MAX_EXECUTION_TIME(${milliseconds}) */${sql.slice(end)}`;
    }
  }
  return sql;
}
