import type { Turns } from "./take-turns";

/** What is smaller than so many values is written at once. */
const SMALL = 500;

/** JSON of a value that may be very large, as JSON.stringify writes it, with others having their turns. The value is data: of plain objects, without `toJSON`. */
export async function writeJson(value: unknown, turns: Turns): Promise<string> {
  if (turns.areOver) await turns.next();
  if (isSmall(value)) return JSON.stringify(value) ?? "null";
  let text = "";
  if (Array.isArray(value)) {
    for (const one of value) text += `${text === "" ? "[" : ","}${await writeJson(one, turns)}`;
    return `${text}]`;
  }
  for (const [name, one] of Object.entries(value as object)) {
    if (one !== undefined) text += `${text === "" ? "{" : ","}${JSON.stringify(name)}:${await writeJson(one, turns)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function isSmall(value: unknown): boolean {
  let room = SMALL;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== "object" || one === null) continue;
    const inner: unknown[] = Array.isArray(one) ? one : Object.values(one);
    room -= inner.length;
    if (room < 0) return false;
    waiting.push(...inner);
  }
  return true;
}
