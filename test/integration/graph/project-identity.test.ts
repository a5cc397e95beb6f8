import { readFileSync } from "node:fs";
import path from "node:path";
import { checkRelated } from "../../../src/check/check-related";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { withdrawRevision } from "../../../src/store/publish-revision";
import { testEngines } from "../../support/databases/test-engines";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const FILE = "samples/2022/yunxi-culture-final-accounts.txt";
const UNIT = "云溪市文化和旅游局（示例）";

interface ListedProject {
  readonly id: string;
  readonly name: string;
}

describe.each(testEngines())("the id of a project on %s", (engine) => {
  let hub: GraphSession;
  const revisions: number[] = [];
  let listed: readonly ListedProject[];
  const text = readFileSync(path.join(PACKAGE_ROOT, FILE), "utf8");

  const list = async (): Promise<ListedProject[]> => {
    const { data } = await hub.ask(`{ disclosure(unit: "${UNIT}", year: 2022) { projects { id name } } }`);
    return data.disclosure.projects as ListedProject[];
  };
  const find = async (id: string, when = ""): Promise<unknown> => {
    const { data, errors } = await hub.ask(`{ project(id: "${id}"${when}) { id name disclosure { revision } } }`);
    expect(errors).toEqual([]);
    return data.project;
  };

  beforeAll(async () => {
    hub = await openGraphSession(engine);
    revisions.push(await hub.publish("first.txt", Buffer.from(text)));
    listed = await list();
    const [first] = listed;
    // The corrected document names one project otherwise, and is a document of its own in any case.
    revisions.push(await hub.publish("second.txt", Buffer.from(text.replaceAll(first!.name, `${first!.name}（二期）`))));
  }, 60_000);
  afterAll(() => hub.close());

  it("is another for each project, and stays for those that a correction names as before", async () => {
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    const now = await list();
    expect(now.map(({ name }) => name)).toContain(`${listed[0]!.name}（二期）`);
    const kept = listed.filter(({ name }) => now.some((one) => one.name === name));
    expect(kept.length).toBeGreaterThan(0);
    expect(now).toEqual(expect.arrayContaining(kept));
  });

  it("finds the project as it is published now, or was at a data version, and none where it is not named any more", async () => {
    const [renamed, ...kept] = listed;
    for (const { id, name } of kept) expect(await find(id)).toEqual({ id, name, disclosure: { revision: 2 } });
    expect(await find(kept[0]!.id, ", dataVersion: 1")).toMatchObject({ disclosure: { revision: 1 } });
    expect(await find(renamed!.id)).toBeNull();
    expect(await find(renamed!.id, ", dataVersion: 1")).toMatchObject({ name: renamed!.name, disclosure: { revision: 1 } });
    expect(await find("no id")).toBeNull();
  });

  it("may be one of a revision, as it was shared before ids stayed", async () => {
    const place = listed.findIndex((_, index) => index > 0);
    const { id, name } = listed[place]!;
    expect(await find(`${revisions[0]}.${place}`)).toEqual({ id, name, disclosure: { revision: 2 } });
  });

  it("finds nothing of a disclosure that was withdrawn, but as of before", async () => {
    await withdrawRevision(hub.database, revisions[1]!, checkRelated);
    const { id } = listed[1]!;
    expect(await find(id)).toBeNull();
    expect(await find(`${revisions[1]}.1`)).toBeNull();
    expect(await find(id, ", dataVersion: 2")).toMatchObject({ id, disclosure: { revision: 2 } });
  });
});
