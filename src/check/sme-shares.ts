import type { MeasureCode } from "../model/measures";
import { slackOf } from "./allowance";
import type { Facts, PrintedReading } from "./facts";
import { baseAddress, figureOf, isPrintedRelation, relationSlack, type PrintedRelation } from "./relation-inputs";
import type { Answer } from "./rule";

const KINDS: readonly MeasureCode[] = ["PROCUREMENT_SME_GOODS", "PROCUREMENT_SME_WORKS", "PROCUREMENT_SME_SERVICES"];
const HALF_MILLIONTHS = 2_000_000n;

/** A share of a kind of procurement and the money that it is said to be a share of. */
interface KindShare {
  readonly relation: PrintedRelation;
  readonly base: PrintedReading;
}

/** 授予中小企业占货物、工程、服务的比例: Σ share × the base named is what small and medium enterprises got in all. */
export function* judgeSmeShares(facts: Facts): Generator<Answer> {
  const total = facts.figure({ measure: "PROCUREMENT_SME", stage: facts.ownStage });
  const procurement = facts.figure({ measure: "PROCUREMENT_TOTAL", stage: facts.ownStage });
  const shares = KINDS.flatMap((measure) => shareOf(facts, measure));
  const told = facts.disclosure.relations.some(({ form, measure }) => form === "SHARE" && KINDS.includes(measure));
  if (!told) return yield "DOES_NOT_APPLY";
  if (total === undefined || shares.length < KINDS.length) return yield "CANNOT_TELL";
  const named = amountRange(shares.map(({ relation, base }) => ({ relation, base })));
  if (within(total, named)) return yield "HOLDS";
  const [first] = shares;
  const fitsProcurement =
    procurement !== undefined && within(total, amountRange(shares.map(({ relation }) => ({ relation, base: procurement }))));
  const fitsTotal = within(total, amountRange(shares.map(({ relation }) => ({ relation, base: total }))));
  const whole = fitsProcurement ? procurement : fitsTotal ? total : undefined;
  yield {
    valueKind: "MONEY",
    published: total.value,
    recomputed: Number((named.low + named.high) / 4n),
    tolerance: Number((named.high - named.low) / 4n) + Math.floor(slackOf(total) / 2),
    figures: [figureOf(total), ...shares.map(({ relation }) => figureOf(relation))],
    detail: {
      wholeCount: "1",
      partCount: String(shares.length),
      ...(first === undefined ? {} : { section: first.relation.section }),
      ...(whole === undefined ? {} : { cause: "ANOTHER_WHOLE", causeMeasure: whole.measure }),
    },
    citations: [total.citation, ...shares.flatMap(({ relation, base }) => [relation.citation, base.citation])],
  };
}

function shareOf(facts: Facts, measure: MeasureCode): KindShare[] {
  const relation = facts.disclosure.relations.filter(isPrintedRelation).find((one) => one.form === "SHARE" && one.measure === measure);
  const base = relation === undefined ? undefined : facts.figure(baseAddress(relation));
  return relation === undefined || base === undefined ? [] : [{ relation, base }];
}

/** Σ share × base in half 分: everything that printing leaves open. */
function amountRange(shares: readonly KindShare[]): { readonly low: bigint; readonly high: bigint } {
  let low = 0n;
  let high = 0n;
  for (const { relation, base } of shares) {
    const [value, slack] = [BigInt(relation.value), BigInt(relationSlack(relation))];
    const [money, moneySlack] = [BigInt(base.value), BigInt(slackOf(base))];
    low += ((2n * value - slack) * (2n * money - moneySlack)) / HALF_MILLIONTHS;
    high += ((2n * value + slack) * (2n * money + moneySlack)) / HALF_MILLIONTHS;
  }
  return { low, high };
}

const within = (total: PrintedReading, { low, high }: { readonly low: bigint; readonly high: bigint }): boolean =>
  low <= BigInt(2 * total.value + slackOf(total)) && BigInt(2 * total.value - slackOf(total)) <= high;
