import { createVersionedLoader } from "../../../src/graph/loaders/many-at-version";
import { createManyLoader } from "../../../src/graph/loaders/many-by-key";
import { createMeasureLoader } from "../../../src/graph/loaders/many-by-measure";
import { createOneLoader } from "../../../src/graph/loaders/one-by-key";
import { Pace } from "../../../src/graph/loaders/pace";

interface Row {
  readonly id: number;
  readonly parent: number;
}

const ROWS: readonly Row[] = [
  { id: 3, parent: 1 },
  { id: 2, parent: 1 },
  { id: 4, parent: 9 },
];

function oneLoader(rows: readonly Row[] = ROWS) {
  const find = jest.fn((keys: readonly number[]) => Promise.resolve(rows.filter(({ id }) => keys.includes(id))));
  return { find, loader: createOneLoader<number, Row>({ pace: new Pace(), find, keyOfRow: ({ id }) => id, keyOf: (key) => key }) };
}

describe("a loader of one record for a key", () => {
  it("answers in the order of the keys, whatever order the rows come in, and null where there is none", async () => {
    const { loader } = oneLoader();
    expect(await loader.loadMany([4, 1, 2, 3])).toEqual([ROWS[2], null, ROWS[1], ROWS[0]]);
  });

  it("asks once for the keys of a moment, each key once", async () => {
    const { loader, find } = oneLoader();
    await Promise.all([loader.load(2), loader.load(3), loader.load(2)]);
    expect(find.mock.calls).toEqual([[[2, 3]]]);
  });

  it("is not taken in by rows that nobody asked for", async () => {
    const find = (): Promise<readonly Row[]> => Promise.resolve([...ROWS, { id: 77, parent: 0 }]);
    const loader = createOneLoader<number, Row>({ pace: new Pace(), find, keyOfRow: ({ id }) => id, keyOf: (key) => key });
    expect(await loader.load(2)).toEqual(ROWS[1]);
  });

  it("gives a failed read to all who wait for it", async () => {
    const find = (): Promise<readonly Row[]> => Promise.reject(new Error("no database"));
    const loader = createOneLoader<number, Row>({ pace: new Pace(), find, keyOfRow: ({ id }) => id, keyOf: (key) => key });
    const answers = await Promise.allSettled([loader.load(1), loader.load(2)]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("tells keys made of parts apart, and knows equal ones", async () => {
    const find = jest.fn((keys: readonly { a: number; b: number }[]) => Promise.resolve(keys));
    const text = ({ a, b }: { a: number; b: number }): string => `${a}.${b}`;
    const loader = createOneLoader<{ a: number; b: number }, { a: number; b: number }>({
      pace: new Pace(),
      find,
      keyOfRow: text,
      keyOf: text,
    });
    const keys = [
      { a: 1, b: 11 },
      { a: 11, b: 1 },
      { a: 1, b: 11 },
    ];
    expect(await loader.loadMany(keys)).toEqual(keys);
    expect(find.mock.calls[0]?.[0]).toHaveLength(2);
  });
});

describe("a loader of all records of a key", () => {
  it("answers in the order of the keys, the rows in their own, and an empty list where there are none", async () => {
    const find = (keys: readonly number[]): Promise<readonly Row[]> => Promise.resolve(ROWS.filter(({ parent }) => keys.includes(parent)));
    const loader = createManyLoader<number, Row>({ pace: new Pace(), find, keyOfRow: ({ parent }) => parent, keyOf: (key) => key });
    expect(await loader.loadMany([9, 5, 1])).toEqual([[ROWS[2]], [], [ROWS[0], ROWS[1]]]);
  });

  it("keeps a row that belongs to no key out of every answer", async () => {
    const find = (): Promise<readonly Row[]> => Promise.resolve(ROWS);
    const loader = createManyLoader<number, Row>({ pace: new Pace(), find, keyOfRow: ({ parent }) => parent, keyOf: (key) => key });
    expect(await loader.load(9)).toEqual([ROWS[2]]);
  });
});

describe("a loader of what is published at data versions", () => {
  it("reads once for each version, and never answers one version with another's", async () => {
    const find = jest.fn((ids: readonly number[], dataVersion: number) =>
      Promise.resolve(ids.map((id) => ({ id, said: `${id} at ${dataVersion}` }))),
    );
    const loader = createVersionedLoader({ pace: new Pace(), find, idOf: ({ id }) => id });
    const keys = [
      { id: 1, dataVersion: 7 },
      { id: 1, dataVersion: 8 },
      { id: 2, dataVersion: 7 },
    ];
    const said = (await Promise.all(keys.map((key) => loader.load(key)))).map((rows) => rows.map((row) => row.said));
    expect(said).toEqual([["1 at 7"], ["1 at 8"], ["2 at 7"]]);
    expect(find).toHaveBeenCalledTimes(2);
  });
});

describe("a loader of what revisions tell of measures", () => {
  const rows = [1, 2].flatMap((revisionId) => [10, 20].map((measureId) => ({ revisionId, measureId })));
  const create = () => {
    const find = jest.fn((revisionIds: readonly number[], measureIds?: readonly number[]) =>
      Promise.resolve(
        rows.filter((row) => revisionIds.includes(row.revisionId) && (measureIds === undefined || measureIds.includes(row.measureId))),
      ),
    );
    return { find, loader: createMeasureLoader(new Pace(), find) };
  };

  it("answers each revision with its own, measure by measure", async () => {
    const { loader, find } = create();
    const answers = await loader.loadMany([
      { revisionId: 2, measureId: 20 },
      { revisionId: 1, measureId: 10 },
      { revisionId: 1, measureId: 30 },
    ]);
    expect(answers).toEqual([[rows[3]], [rows[0]], []]);
    expect(find).toHaveBeenCalledTimes(1);
  });

  it("reads whole revisions and named measures in two reads, and a revision never twice", async () => {
    const { loader, find } = create();
    const answers = await loader.loadMany([{ revisionId: 1 }, { revisionId: 1, measureId: 10 }, { revisionId: 2, measureId: 20 }]);
    expect(answers).toEqual([[rows[0], rows[1]], [rows[0]], [rows[3]]]);
    expect(find.mock.calls).toEqual([[[1]], [[2], [20]]]);
  });
});
