import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { parse } from "graphql";
import { askHub } from "../../../clients/typescript/ask-hub";
import { askPages } from "../../../clients/typescript/ask-pages";
import { HubError } from "../../../clients/typescript/hub-error";
import * as operations from "../../../clients/typescript/operations";
import { CompareDocument, DisclosureDocument, HubDocument, ProjectPagesDocument } from "../../../clients/typescript/operations";
import { importDocument } from "../../../src/ingest/import-document";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { runProgram } from "../../support/run-program";
import { disclosureText } from "../../support/disclosure-text";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const JUSTICE = "云溪市司法局（示例）";
const readOperation = (name: string): string => readFileSync(path.join(PACKAGE_ROOT, "schema/operations", name), "utf8");
const VARIABLES = JSON.parse(readOperation("variables.json")) as Readonly<Record<string, Record<string, never>>>;

describe("the TypeScript client", () => {
  let hub: ServedHub;
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
  }, 120_000);
  afterAll(() => hub.close());

  /** Asks something that answers as it is told to. */
  async function askInstead(answer: RequestListener, signal?: AbortSignal): Promise<unknown> {
    const server = createServer(answer).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const { port } = server.address() as AddressInfo;
      return await askHub(`http://127.0.0.1:${port}`, HubDocument, {}, signal ? { signal } : {}).catch((error: unknown) => error);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it("asks typed operations", async () => {
    const { data, dataVersion } = await askHub(`${hub.url}/`, CompareDocument, { units: [JUSTICE], years: [2024] });
    expect(dataVersion).toBeGreaterThan(0);
    expect(data.compare.columns.map(({ measure }) => measure.code)).toContain("EXPENDITURE_TOTAL");
    expect(data.compare.rows[0]?.cells[0]?.status).toBe("REPORTED");
  });

  it("holds every example query, and the hub answers each", async () => {
    const documents: Readonly<Record<string, typeof HubDocument | undefined>> = { ...operations } as never;
    for (const [file, variables] of Object.entries(VARIABLES)) {
      const name = /^query (\w+)/m.exec(readOperation(`${file}.graphql`))?.[1] ?? "";
      const document = documents[`${name}Document`];
      if (!document) throw new Error(`There is no ${name}Document`);
      expect(Object.values((await askHub(hub.url, document, variables)).data)[0]).toBeTruthy();
    }
    expect(Object.keys(documents)).toHaveLength(Object.keys(VARIABLES).length);
  });

  it("throws what the hub says is wrong, under its code", async () => {
    const unknownUnit = askHub(hub.url, DisclosureDocument, { unit: "没有这个单位", year: 2024 });
    await expect(unknownUnit).rejects.toBeInstanceOf(HubError);
    await expect(unknownUnit).rejects.toMatchObject({
      code: "UNIT_NOT_FOUND",
      status: 200,
      message: expect.stringContaining("没有这个单位") as string,
    });
    const malformed = askHub(hub.url, parse("{ nothing }") as typeof HubDocument, {});
    await expect(malformed).rejects.toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
  });

  it("says when to ask again, and that something else answered than a hub", async () => {
    const busy = await askInstead((_, response) => {
      response.writeHead(503, { "retry-after": "7" }).end('{"errors":[{"message":"busy","extensions":{"code":"OVERLOADED"}}]}');
    });
    expect(busy).toMatchObject({ name: "HubError", code: "OVERLOADED", status: 503, retryAfter: 7 });
    for (const body of ["<html>Bad gateway</html>", "null", "[]", ""]) {
      const elsewhere = await askInstead((_, response) => response.writeHead(502).end(body));
      expect(elsewhere).toMatchObject({ name: "HubError", code: "NO_ANSWER", status: 502, retryAfter: undefined });
    }
  });

  it("gives a question up when it is told to", async () => {
    const leaving = new AbortController();
    const given = askInstead(() => leaving.abort(), leaving.signal);
    expect(await given).toMatchObject({ name: "AbortError" });
  });

  it("shows its holder by a key what others do not see, and is refused with one that opens nothing", async () => {
    const bytes = disclosureText({ unitName: "甲市财政局（本级）" });
    await importDocument(hub.database, { fileName: "disclosure.txt", bytes }, { publish: false });
    const draft = parse(`{ disclosure(unit: "甲市财政局", year: 2023, status: DRAFT) { revision } }`) as typeof HubDocument;
    const { authorization } = await hub.authorize();
    const key = authorization.replace("Bearer ", "");
    expect((await askHub(hub.url, draft, {}, { key })).data).toMatchObject({ disclosure: { revision: 1 } });
    await expect(askHub(hub.url, draft, {})).rejects.toBeInstanceOf(HubError);
    await expect(askHub(hub.url, draft, {}, { key: "nothing" })).rejects.toMatchObject({ status: 401 });
  });

  it("asks a list page by page to its end", async () => {
    const asked = { year: 2024, below: 101 };
    const names: string[] = [];
    let pages = 0;
    let total = 0;
    for await (const { data } of askPages(hub.url, ProjectPagesDocument, asked, ({ projects }) => projects.pageInfo)) {
      pages += 1;
      total = data.projects.totalCount;
      names.push(...data.projects.nodes.map(({ name, unit }) => `${unit.name} ${name}`));
    }
    expect([pages, names.length]).toEqual([Math.ceil(total / 20), total]);
    expect(total).toBeGreaterThan(20);
  });

  it("is a package that another project asks a hub with, and compiles against", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "hub-test-"));
    const run = (command: string, ...given: string[]) => runProgram(command, given, { cwd: folder });
    try {
      const from = path.join(PACKAGE_ROOT, "clients/typescript");
      const home = path.join(folder, "node_modules/disclosure-hub-client");
      expect(await run("npm", "pack", "--pack-destination", folder, from)).toMatchObject({ status: 0 });
      mkdirSync(home, { recursive: true });
      expect(await run("tar", "-xzf", "disclosure-hub-client-0.1.0.tgz", "-C", home, "--strip-components=1")).toEqual({
        status: 0,
        output: "",
      });
      for (const name of ["graphql", "@graphql-typed-document-node"])
        symlinkSync(path.join(PACKAGE_ROOT, "node_modules", name), path.join(folder, "node_modules", name));
      writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
      const [, example = ""] = /^```ts\n(.*?)^```/ms.exec(readFileSync(path.join(from, "README.md"), "utf8")) ?? [];
      const right = example.replace("http://localhost:4000", hub.url);
      writeFileSync(path.join(folder, "right.ts"), right);
      writeFileSync(path.join(folder, "wrong.ts"), right.replace("unit?.name", "unit?.surname"));
      const options = "--strict --pretty false --module node16 --moduleResolution node16 --target es2022 --lib es2022,dom".split(" ");
      const compiled = await run(
        process.execPath,
        path.join(PACKAGE_ROOT, "node_modules/typescript/bin/tsc"),
        ...options,
        "right.ts",
        "wrong.ts",
      );
      expect(compiled.output.trim().split("\n")).toEqual([expect.stringMatching(/^wrong\.ts.*surname/)]);
      const ran = await run(process.execPath, "right.js");
      expect(ran).toEqual({ status: 0, output: expect.stringMatching(/^云溪市司法局（示例） \d+\.\d+ v\d+\n$/) as string });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
