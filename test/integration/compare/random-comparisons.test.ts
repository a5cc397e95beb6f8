import type { Comparison } from "../../../src/compare/comparison";
import { cellStatusById } from "../../../src/compare/cell-status";
import { compareFigures } from "../../../src/compare/compare-figures";
import type { ComparisonQuestion } from "../../../src/compare/comparison-question";
import type { ComparisonStore } from "../../../src/store/comparison/comparison-store";
import { createComparisonStore } from "../../../src/store/comparison/comparison-store";
import { migrate } from "../../../src/store/migrate";
import type { Database } from "../../../src/store/open-database";
import { openDatabase } from "../../../src/store/open-database";
import type { ComparisonWorld } from "../../support/comparison-fixture";
import { clearComparisonWorld, writeComparisonWorld } from "../../support/comparison-fixture";
import type { ToldCell, ToldComparison } from "../../support/comparison-reference";
import { compareSlowly } from "../../support/comparison-reference";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { createTestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";
import { randomNumbers, randomQuestion, randomWorld } from "../../support/random-comparisons";

/** How many questions are asked of each engine; a longer run asks more: RANDOM_COMPARISONS=20000 npx jest random-comparisons. */
const COMPARISONS = Number(process.env["RANDOM_COMPARISONS"] ?? 2000);
const PER_WORLD = 200;
/** The seed of each world; the first of a run may be another one: RANDOM_COMPARISONS_SEED=100. */
const FIRST_SEED = Number(process.env["RANDOM_COMPARISONS_SEED"] ?? 1);
const SEEDS = Array.from({ length: Math.ceil(COMPARISONS / PER_WORLD) }, (_, index) => FIRST_SEED + index);

interface OpenEngine {
  readonly engine: string;
  readonly test: TestDatabase;
  readonly database: Database;
  readonly store: ComparisonStore;
  statements: number;
}

describe(`${COMPARISONS} random comparisons on ${testEngines().join(" and ")}`, () => {
  const open: OpenEngine[] = [];

  beforeAll(async () => {
    for (const engine of testEngines()) {
      const test = await createTestDatabase(engine);
      const database = await openDatabase(test);
      await migrate(database);
      const one: OpenEngine = {
        engine,
        test,
        database,
        store: createComparisonStore(database, () => (one.statements += 1)),
        statements: 0,
      };
      open.push(one);
    }
  });

  afterAll(async () => {
    for (const { test, database, store } of open) {
      store.close();
      await database.destroy();
      await test.drop();
    }
  });

  it.each(SEEDS)(
    "world %i agrees with the reference to the last 分",
    async (seed) => {
      const random = randomNumbers(seed);
      const world = randomWorld(random);
      for (const { database } of open) await writeWorldAnew(database, world);
      let agreed = 0;
      for (let index = 0; index < PER_WORLD; index += 1) {
        const question = randomQuestion(world, random);
        const version = random.whole(1, world.version ?? 1);
        const expected = compareSlowly(world, question, version);
        const expectedText = JSON.stringify(expected);
        const answers = await Promise.all(
          open.map(async (one) => {
            one.statements = 0;
            return { one, told: tell(await compareFigures(one.store, question, { version }), question) };
          }),
        );
        for (const { one, told } of answers) {
          if (one.statements > 6) throw new Error(`${one.statements} statements for ${JSON.stringify(question)}`);
          if (JSON.stringify(told) !== expectedText) {
            // Only a difference is worth the time of telling it well.
            const which = { engine: one.engine, seed, comparison: index + 1, version, question };
            expect({ which, ...told }).toEqual({ which, ...expected });
          }
          agreed += 1;
        }
      }
      expect(agreed).toBe(PER_WORLD * open.length);
    },
    120_000 + COMPARISONS,
  );
});

async function writeWorldAnew(database: Database, world: ComparisonWorld): Promise<void> {
  await clearComparisonWorld(database);
  await writeComparisonWorld(database, world, { withReadings: false });
}

/** Everything that a comparison says, in the words of the reference. */
function tell(comparison: Comparison, { needs }: ComparisonQuestion): ToldComparison {
  const [whole] = needs.shareOf;
  const text = (value: number | null): string | null => (value === null ? null : String(value));
  return {
    rows: comparison.rows.map(({ entity, year, slots }) => ({
      key: entity.key,
      year,
      cells: slots.map((slot, index): ToldCell => {
        const column = comparison.columns[index]!;
        const change = column.yearOnYearAt(slot);
        const execution = column.executionAt(slot);
        const ranking = column.rankingAt(slot);
        return {
          value: text(column.valueAt(slot)),
          status: cellStatusById(column.statusAt(slot)),
          unitCount: column.column.unitCountAt(slot),
          yearOnYear: change && { ...change, amount: String(change.amount), rate: text(change.rate) },
          execution: execution && { rate: text(execution.rate), stage: execution.stage },
          share: whole === undefined ? null : text(column.shareAt(slot, whole)),
          cagr: text(column.compoundRateAt(slot)),
          rank: column.rankAt(slot),
          percentile: text(column.percentileAt(slot)),
          zScore: text(column.zScoreAt(slot)),
          quartiles: ranking && ranking.count > 0 ? ([1, 2, 3] as const).map((which) => text(ranking.quartile(which))) : null,
          peerCount: ranking?.count ?? 0,
          derived: column.isDerivedAt(slot),
          fromBudget: column.isFromBudgetAt(slot),
        };
      }),
    })),
    coverage: {
      expected: comparison.coverage?.expected ?? -1,
      disclosed: comparison.coverage?.disclosed ?? -1,
      missing: comparison.coverage?.missing.map(({ code }) => code) ?? [],
    },
  };
}
