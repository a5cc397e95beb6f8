import { giveWay } from "./take-turns";
import type { Turns } from "./take-turns";

/** So many are sorted in one go. */
const RUN = 2048;

/** As `toSorted`, stable, while others have their turns. */
export async function sortInTurns<T>(items: readonly T[], compare: (a: T, b: T) => number, turns: Turns): Promise<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += RUN) {
    await giveWay(turns);
    runs.push(items.slice(from, from + RUN).sort(compare));
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let index = 0; index < runs.length; index += 2) merged.push(await merge(runs[index] ?? [], runs[index + 1] ?? [], compare, turns));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number, turns: Turns): Promise<T[]> {
  const merged: T[] = [];
  let next = 0;
  for (const one of left) {
    for (let other = right[next]; next < right.length && compare(other as T, one) < 0; other = right[next]) {
      merged.push(other as T);
      next += 1;
      if (merged.length % RUN === 0) await giveWay(turns);
    }
    merged.push(one);
    if (merged.length % RUN === 0) await giveWay(turns);
  }
  for (; next < right.length; next += 1) merged.push(right[next] as T);
  return merged;
}
