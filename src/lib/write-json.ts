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

const isSmall = (value: unknown): boolean => roomLeft(value, SMALL) >= 0;

/** Stops where there is none left. */
function roomLeft(value: unknown, room: number): number {
  if (typeof value !== "object" || value === null) return room - 1;
  let left = room;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && left >= 0; index += 1) left = roomLeft(value[index], left);
    return left;
  }
  for (const name in value) {
    if (left < 0) return left;
    left = roomLeft((value as Record<string, unknown>)[name], left);
  }
  return left;
}
