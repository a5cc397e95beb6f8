import { EventEmitter, once } from "node:events";
import { CONNECTION_LIMITS } from "../../../src/http/connection-limits";
import { COMMAND_LINE, recordAuditEvent } from "../../../src/store/audit-trail";
import { inTransaction } from "../../../src/store/in-transaction";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const IMPORT =
  "mutation ($document: ID!) { importDisclosure(document: $document) { outcome disclosure { revision status } errors { message } } }";

describe.each(testEngines())("a change that takes longer than it is waited for, on %s", (engine) => {
  let hub: ServedHub;
  let editor: { readonly authorization: string };
  beforeAll(async () => {
    hub = await serveSampleHub(engine, { samples: false, limits: { ...CONNECTION_LIMITS, answer: 1_000, change: 1_200 } });
    editor = await hub.authorize();
  });
  afterAll(() => hub.close());

  /** Has the database busy with another change until it is let go. */
  async function holdChanges(): Promise<() => Promise<void>> {
    const hold = new EventEmitter();
    const holding = once(hold, "holding");
    const letGo = once(hold, "let go");
    const other = inTransaction(hub.database, async (manager) => {
      await recordAuditEvent(manager, { actor: COMMAND_LINE, action: "IMPORT", subject: "示例", detail: {} });
      hold.emit("holding");
      await letGo;
    });
    await holding;
    return async () => {
      hold.emit("let go");
      await other;
    };
  }

  it("goes on, says how to ask what became of it, and is answered when it is asked", async () => {
    const body = disclosureText({ unitName: "甲市财政局（本级）" });
    const headers = { "content-type": "application/octet-stream", ...editor };
    const uploaded = await fetch(`${hub.url}/documents?fileName=disclosure.txt`, { method: "POST", headers, body });
    const { id } = (await uploaded.json()) as { id: string };
    const question = { query: IMPORT, variables: { document: id } };
    const letGo = await holdChanges();
    const late = await hub.post(question, editor);
    const told = (await late.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([late.status, late.headers.get("retry-after"), told.errors[0]?.extensions.code]).toEqual([503, "60", "TOO_SLOW"]);
    expect(told.errors[0]?.message).toContain("the same importDisclosure again");
    await letGo();
    const draft = { disclosure: { revision: 1, status: "DRAFT" }, errors: [] };
    // On a busy machine this one may be late as well: then it is asked once more.
    const ask = async (): Promise<object> => {
      const response = await hub.post(question, editor);
      return response.status === 503 ? ask() : ((await response.json()) as { data: { importDisclosure: object } }).data.importDisclosure;
    };
    const [again, another] = [await ask(), await ask()];
    // The one that was given up may still be at its last steps: whichever saves first, the document becomes one draft.
    expect(again).toMatchObject(draft);
    expect(another).toEqual({ ...draft, outcome: "UNCHANGED" });
    const [revisions] = await hub.database.query<{ n: number }[]>("SELECT COUNT(*) AS n FROM disclosure_revision");
    expect(Number(revisions?.n)).toBe(1);
    expect(hub.errors).toEqual([]);
  });
});
