import { isDeepStrictEqual } from "node:util";

/** @throws where two answers to a comparison differ, or are none: nobody is faster with another answer. */
export function assertSameAnswer(what, ours, theirs) {
  const [own, other] = [JSON.parse(ours), JSON.parse(theirs)];
  if (own.errors) throw new Error(`${what}: the hub answered ${JSON.stringify(own.errors).slice(0, 1000)}`);
  if (own.data.compare.rows.length === 0) throw new Error(`${what}: the answer is empty`);
  if (isDeepStrictEqual(own.data, other.data)) return;
  const at = own.data.compare.rows.findIndex((row, index) => !isDeepStrictEqual(row, other.data.compare.rows[index]));
  const told = ({ data }) => JSON.stringify(data.compare.rows[at])?.slice(0, 1500);
  throw new Error(`${what}: the answers differ in row ${at}: ${told(own)} is not ${told(other)}`);
}
