import { HUNDRED_YUAN, percentOf, roundTo, YUAN } from "./amounts";
import type { Random } from "./random";
import type { UnitProfile } from "./simulate-unit";
import type { BudgetAndFinal, ThreePublic, UnitYear } from "./unit-year";

const NONE: BudgetAndFinal = { budget: 0, final: 0 };

/** “三公”经费: final within the budget, counts that fit the money. */
export function simulateThreePublic(profile: UnitProfile, random: Random, before: UnitYear | undefined): ThreePublic {
  const held = before?.threePublic.held ?? profile.vehicles;
  const travellers = profile.travels && random.chance(45) ? random.integer(2, 4) : 0;
  const bought = held >= 4 && random.chance(40) ? 1 : 0;
  const batches = Math.max(2, Math.floor(profile.staff / 6)) + random.integer(0, 5);
  const guests = batches * 7 + random.integer(0, 20);
  return {
    overseas: profile.travels ? within(27_500 * YUAN * travellers, 30_000 * YUAN * Math.max(travellers, 2), random) : NONE,
    purchase: bought === 0 ? NONE : within(176_300 * YUAN * bought, 180_000 * YUAN * bought, random),
    operation: held === 0 ? NONE : within(25_400 * YUAN * held, 30_000 * YUAN * held, random),
    reception: within(86 * YUAN * guests, 120 * YUAN * guests, random),
    foreignReception: 0,
    groups: travellers === 0 ? 0 : 1,
    travellers,
    bought,
    held,
    batches,
    guests,
    foreignBatches: 0,
    foreignGuests: 0,
  };
}

function within(final: number, budget: number, random: Random): BudgetAndFinal {
  const spent = percentOf(final, random.integer(94, 104), HUNDRED_YUAN);
  return { budget: Math.max(roundTo(budget, 10 * HUNDRED_YUAN), spent), final: spent };
}
