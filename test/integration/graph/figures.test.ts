import { readFileSync } from "node:fs";
import path from "node:path";
import { importDocument } from "../../../src/ingest/import-document";
import { loadSamplePack } from "../../../src/ingest/load-sample-pack";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { testEngines } from "../../support/databases/test-engines";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const UNIT = "云溪市司法局（示例）";

interface FigureAnswer {
  readonly measure: { readonly code: string };
  readonly subject: { readonly code: string } | null;
  readonly final: number | null;
  readonly status: string;
}

describe.each(testEngines())("figures of the graph on %s", (engine) => {
  let hub: GraphSession;
  let loaded: number;
  beforeAll(async () => {
    hub = await openGraphSession(engine);
    // A load that was cut off between saving and publishing the first document.
    const [{ file }] = samples() as [{ file: string }];
    const bytes = readFileSync(path.join(PACKAGE_ROOT, "samples", file));
    await importDocument(hub.database, { fileName: path.basename(file), bytes }, { publish: false, actor: "sample pack" });
    loaded = await loadSamplePack(hub.database);
  }, 120_000);
  afterAll(() => hub.close());

  const readPacked = (name: string): string => readFileSync(path.join(PACKAGE_ROOT, name), "utf8");
  const samples = () => (JSON.parse(readPacked("samples/pack.json")) as { documents: { file: string; correction?: string }[] }).documents;

  it("are those of the whole sample pack, once, though its load was cut off and run again", async () => {
    expect([loaded, await loadSamplePack(hub.database)]).toEqual([samples().length, 0]);
    const { data } = await hub.ask("{ disclosures(first: 100) { totalCount nodes { revisions { note } } } }");
    const revisions = (data.disclosures.nodes as { revisions: { note: string | null }[] }[]).flatMap((one) => one.revisions);
    expect(revisions.map(({ note }) => note).filter((note) => note !== null)).toEqual(
      samples().flatMap(({ correction }) => correction ?? []),
    );
    expect(revisions).toHaveLength(samples().length);
  });

  it("tell in the history example what a correction changed", async () => {
    const question = readPacked("schema/operations/10-history.graphql");
    const variables = (JSON.parse(readPacked("schema/operations/variables.json")) as Record<string, Record<string, unknown>>)["10-history"];
    const { data, errors } = await hub.ask(question, variables);
    expect(errors).toEqual([]);
    const { before, disclosure: now } = data;
    expect([before.revision, now.revision]).toEqual([1, 2]);
    const change = (now.changes as { measure: { code: string }; before: number; after: number; difference: number }[])[0]!;
    expect(change).toMatchObject({ measure: { code: "EXPENDITURE_TOTAL" }, before: before.figure.final });
    expect(Math.round((change.after - change.before) * 100)).toBe(Math.round(change.difference * 100));
    expect(change.difference).not.toBe(0);
  });

  // What a selection answers is what the test asserts.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async function disclosure(selection: string, year = 2024, rest = ""): Promise<any> {
    const { data, errors } = await hub.ask(`{ disclosure(unit: "${UNIT}", year: ${year}${rest}) { ${selection} } }`);
    expect(errors).toEqual([]);
    return data.disclosure;
  }

  it("are computed for ratios, from the two measures of the same disclosure, and cite nothing", async () => {
    const { share, each, top, whole, money, count } = await disclosure(`
      share: figure(measure: PROJECT_SHARE) { final status derivedStages citation { text } yearOnYear { amount basis } }
      each: figure(measure: VEHICLE_OPERATION_PER_VEHICLE) { final(unit: FEN) status }
      top: figure(measure: PROJECT_EXPENDITURE) { final(unit: FEN) shareOf(measure: CURRENT_YEAR_EXPENDITURE) }
      whole: figure(measure: CURRENT_YEAR_EXPENDITURE) { final(unit: FEN) }
      money: figure(measure: VEHICLE_OPERATION) { final(unit: FEN) }
      count: figure(measure: VEHICLES_HELD) { final }`);
    const hundredths = (BigInt(top.final) * 20_000n + BigInt(whole.final)) / (BigInt(whole.final) * 2n);
    expect(share.final).toBe(Number(hundredths) / 100);
    expect(top.shareOf).toBe(share.final);
    expect(share).toMatchObject({ status: "REPORTED", citation: null });
    expect(share.derivedStages).toContain("FINAL");
    expect(each).toEqual({ final: Math.round(money.final / count.final), status: "REPORTED" });
  });

  it("are complete: what is named is answered in the order named, told or not", async () => {
    const { figures, one } = await disclosure(`
      figures(measures: [GOVERNMENT_FUND_EXPENDITURE, GENERAL_PUBLIC_EXPENDITURE], subjects: ["2040601", "229"]) { measure { code } subject { code } final status }
      one: figure(measure: GENERAL_PUBLIC_EXPENDITURE, subject: "229") { subject { code } final status completionRate yearOnYear { rate } citation { text } readings { printed } }`);
    expect((figures as FigureAnswer[]).map(({ measure, subject, status }) => [measure.code, subject?.code, status])).toEqual([
      ["GOVERNMENT_FUND_EXPENDITURE", "2040601", "NOT_DISCLOSED"],
      ["GOVERNMENT_FUND_EXPENDITURE", "229", "NOT_DISCLOSED"],
      ["GENERAL_PUBLIC_EXPENDITURE", "2040601", "REPORTED"],
      ["GENERAL_PUBLIC_EXPENDITURE", "229", "NOT_DISCLOSED"],
    ]);
    expect(one).toEqual({
      subject: { code: "229" },
      final: null,
      status: "NOT_DISCLOSED",
      completionRate: null,
      yearOnYear: null,
      citation: null,
      readings: [],
    });
  });

  it("by level add up to the level above, and the classes to the total", async () => {
    const level = (name: string): string =>
      `${name}: figures(measures: [GENERAL_PUBLIC_EXPENDITURE], level: ${name}) { final(unit: FEN) subject { code } }`;
    const answer = await disclosure(["TOTAL", "CLASS", "SECTION", "ITEM"].map(level).join("\n"));
    const sum = (name: string): number => (answer[name] as FigureAnswer[]).reduce((total, { final }) => total + (final ?? NaN), 0);
    expect([sum("CLASS"), sum("SECTION"), sum("ITEM")]).toEqual([sum("TOTAL"), sum("TOTAL"), sum("TOTAL")]);
    expect(answer.ITEM.length).toBeGreaterThan(answer.CLASS.length);
  });

  it("without measures are all that the disclosure tells, and clean or not is a partition of them", async () => {
    const { all, clean, touched } = await disclosure(
      `all: figures { measure { code } } clean: figures(where: { clean: true }) { measure { code } findings { message } }
       touched: figures(where: { clean: false }) { measure { code } findings { message } }`,
      2023,
    );
    const codes = (figures: FigureAnswer[]): string[] => figures.map(({ measure }) => measure.code);
    expect([...codes(clean), ...codes(touched)].sort()).toEqual(codes(all).sort());
    expect(codes(all).length).toBeGreaterThan(20);
    for (const { findings } of clean as { findings: unknown[] }[]) expect(findings).toEqual([]);
    for (const { findings } of touched as { findings: unknown[] }[]) expect(findings).not.toEqual([]);
  });

  it("compare with the prior year as told here, or as published then, and say which", async () => {
    const { figure } = await disclosure(`figure(measure: EXPENDITURE_TOTAL) {
      final(unit: FEN) priorFinal(unit: FEN)
      either: yearOnYear { basis amount(unit: FEN) } stated: yearOnYear(basis: STATED) { basis amount(unit: FEN) rate } published: yearOnYear(basis: PUBLISHED) { basis amount(unit: FEN) }
    }`);
    const { figure: before } = await disclosure("figure(measure: EXPENDITURE_TOTAL) { final(unit: FEN) }", 2023);
    expect(figure.stated).toMatchObject({ basis: "STATED", amount: figure.final - figure.priorFinal });
    expect(figure.either).toEqual({ basis: "STATED", amount: figure.stated.amount });
    expect(figure.published).toEqual({ basis: "PUBLISHED", amount: figure.final - before.final });
  });

  it("are executed against the adjusted budget where it is told, else the initial one", async () => {
    const { figures } = await disclosure(
      "figures { measure { kind } initialBudget(unit: FEN) adjustedBudget(unit: FEN) final(unit: FEN) completionRate executionRate }",
    );
    const rate = (part: number, whole: number): number => Number((BigInt(part) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n)) / 100;
    let checked = 0;
    for (const one of figures as Record<string, number | null>[]) {
      const [initial, adjusted, final] = [one["initialBudget"] ?? null, one["adjustedBudget"] ?? null, one["final"] ?? null];
      const [budget, against] = [adjusted ?? initial, initial ?? adjusted];
      if (final === null || budget === null || against === null || budget <= 0 || against <= 0) continue;
      expect([one["executionRate"], one["completionRate"]]).toEqual([rate(final, budget), rate(final, against)]);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(3);
  });

  it("cite the document they were read from, where its text has the number", async () => {
    const { document, figures } = await disclosure(
      "document { sha256 } figures { final citation { document { sha256 } block row cell start end printed table } derivedStages }",
    );
    let checked = 0;
    for (const { citation } of (
      figures as {
        citation: { block: number; row: number | null; cell: number; start: number; end: number; printed: string; document: object } | null;
      }[]
    ).slice(0, 40)) {
      if (!citation) continue;
      expect(citation.document).toEqual(document);
      const { data } = await hub.ask(
        `{ documents(where: { sha256: "${document.sha256}" }) { nodes { blocks(from: ${citation.block}, first: 1) { text rows } } } }`,
      );
      const [block] = data.documents.nodes[0].blocks;
      const text: string = citation.row === null ? block.text : block.rows[citation.row][citation.cell];
      expect(citation.printed).toContain(text.slice(citation.start, citation.end).trim());
      checked += 1;
    }
    expect(checked).toBeGreaterThan(10);
  });

  it("of a budget stand at its initial stage", async () => {
    const { data, errors } = await hub.ask(
      `{ disclosures(where: { kind: BUDGET }, first: 1) { nodes { figure(measure: EXPENDITURE_TOTAL) { value initialBudget final status completionRate } } } }`,
    );
    expect(errors).toEqual([]);
    const { figure } = data.disclosures.nodes[0];
    expect(figure).toMatchObject({ value: figure.initialBudget, final: null, status: "REPORTED", completionRate: null });
    expect(figure.value).toBeGreaterThan(0);
  });

  it("are what they were before a correction, read by data version", async () => {
    const { data } = await hub.ask(
      `{ disclosure(unit: "云溪市文化和旅游局（示例）", year: 2022) { revisions { revision publishedAt } changes { measure { code } before after difference } } hub { dataVersion } }`,
    );
    expect(data.disclosure.revisions).toHaveLength(2);
    const [change] = data.disclosure.changes as { measure: { code: string }; before: number; after: number; difference: number }[];
    const at = (dataVersion: number) =>
      hub.ask(
        `{ disclosure(unit: "云溪市文化和旅游局（示例）", year: 2022, dataVersion: ${dataVersion}) { revision revisions { revision } figure(measure: ${change!.measure.code}) { final } } }`,
      );
    const before = await at(data.hub.dataVersion - 1);
    const after = await at(data.hub.dataVersion);
    expect(before.data.disclosure).toMatchObject({ revision: 1, revisions: [{ revision: 1 }] });
    expect(after.data.disclosure).toMatchObject({ revision: 2, revisions: [{ revision: 1 }, { revision: 2 }] });
  });
});
