import type { Relation } from "../model/disclosure";
import { allowanceOf, slackOf } from "./allowance";
import type { Facts, PrintedReading } from "./facts";
import { mayBeRate, rateOf } from "./interval";
import {
  baseAddress,
  currentAddress,
  figureOf,
  isPrintedRelation,
  printingsNear,
  readingInterval,
  relationInterval,
  relationSlack,
  type PrintedRelation,
} from "./relation-inputs";
import type { Answer } from "./rule";

const HUNDRED_PERCENT = 1_000_000;

/** One share of a closed list, with the numbers that it is made of. */
interface Share {
  readonly relation: PrintedRelation;
  readonly part: PrintedReading;
  readonly whole: PrintedReading;
  readonly fits: boolean;
}

/** Closed lists whose shares do not make 100 % though each of them fits its own numbers. */
export function* findOpenShareSums(facts: Facts): Generator<Answer> {
  for (const shares of closedLists(facts)) {
    if (shares.some(({ fits }) => !fits)) continue;
    const total = shares.reduce((sum, { relation }) => sum + relation.value, 0);
    const step = Math.max(...shares.map(({ relation }) => relationSlack(relation)));
    const tolerance = Math.floor(((shares.length + 1) * step) / 2);
    if (Math.abs(total - HUNDRED_PERCENT) <= tolerance) yield "HOLDS";
    else {
      const [first] = shares;
      yield {
        valueKind: "RATE",
        published: total,
        recomputed: HUNDRED_PERCENT,
        tolerance,
        figures: shares.map(({ part }) => figureOf(part)),
        detail: {
          wholeCount: "0",
          partCount: String(shares.length),
          ...(first === undefined ? {} : { baseMeasure: first.whole.measure, section: first.relation.section }),
        },
        citations: shares.map(({ relation }) => relation.citation),
      };
    }
  }
}

/** Shares that miss their own numbers by one printed unit in a list that makes exactly 100 %. */
export function* findForcedShares(facts: Facts): Generator<Answer> {
  for (const shares of closedLists(facts)) {
    const forced = forcedOf(shares);
    if (forced === undefined) yield "HOLDS";
    else {
      const { relation, part, whole } = forced;
      yield {
        valueKind: "RATE",
        published: relation.value,
        recomputed: rateOf(part.value, whole.value),
        tolerance: Math.floor(relationSlack(relation) / 2),
        figures: [part, whole].map(figureOf),
        detail: { cause: "FORCED_TO_100", baseMeasure: whole.measure, section: relation.section },
        citations: [relation.citation, part.citation, whole.citation],
      };
    }
  }
}

export const isForced = (facts: Facts, relation: Relation): boolean =>
  closedLists(facts).some((shares) => forcedOf(shares)?.relation === relation);

function forcedOf(shares: readonly Share[]): Share | undefined {
  if (shares.reduce((sum, { relation }) => sum + relation.value, 0) !== HUNDRED_PERCENT) return undefined;
  const off = shares.filter(({ fits }) => !fits);
  const [only] = off;
  if (only === undefined || off.length > 1) return undefined;
  const right = rateOf(only.part.value, only.whole.value) ?? 0;
  return Math.abs(only.relation.value - right) <= 2 * relationSlack(only.relation) ? only : undefined;
}

/** Shares of one whole in one section whose parts are the whole: the list is closed by its amounts. */
const closedLists = (facts: Facts): Share[][] => facts.once("closed lists of shares", () => findClosedLists(facts));

function findClosedLists(facts: Facts): Share[][] {
  const lists = new Map<string, Share[]>();
  for (const relation of facts.disclosure.relations) {
    if (relation.form !== "SHARE" || !isPrintedRelation(relation)) continue;
    const part = printingsNear(facts, currentAddress(relation), relation)[0];
    const whole = printingsNear(facts, baseAddress(relation), relation)[0];
    if (part === undefined || whole === undefined || whole.value === 0) continue;
    const key = `${relation.section}|${whole.measure}|${whole.subject ?? ""}|${relation.stage}`;
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    if (list.some(({ part: { measure, subject } }) => measure === part.measure && subject === part.subject)) continue;
    const fits = mayBeRate(relationInterval(relation), readingInterval(part), readingInterval(whole)) !== false;
    list.push({ relation, part, whole, fits });
  }
  return [...lists.values()].filter(isClosed);
}

function isClosed(shares: readonly Share[]): boolean {
  const [first] = shares;
  if (first === undefined || shares.length < 2) return false;
  const parts = shares.map(({ part }) => part);
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return Math.abs(sum - first.whole.value) <= allowanceOf([first.whole, ...parts].map(slackOf));
}
