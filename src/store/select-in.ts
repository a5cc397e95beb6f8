import type { RowReader, SqlValue } from "./row-reader";

/** Keys named in one IN list. */
const LIST_LENGTH = 1000;

/** Marks for the parameters of an IN list. */
export const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/**
 * Reads the rows of a list of keys in bounded IN lists: one statement up to a thousand keys.
 *
 * @param sqlFor the statement for a chunk of keys, its `?` being those of the keys alone (once, in order) and of `rest` after them.
 */
export async function selectIn<Row>(
  reader: RowReader,
  keys: readonly SqlValue[],
  sqlFor: (marks: string) => string,
  rest: readonly SqlValue[] = [],
): Promise<Row[]> {
  const distinct = [...new Set(keys)];
  const chunks = Array.from({ length: Math.ceil(distinct.length / LIST_LENGTH) }, (_, index) =>
    distinct.slice(index * LIST_LENGTH, (index + 1) * LIST_LENGTH),
  );
  const answers = await Promise.all(chunks.map((chunk) => reader.rows<Row>(sqlFor(marks(chunk)), [...chunk, ...rest])));
  return answers.flat();
}
