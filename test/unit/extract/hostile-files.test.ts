import { ExtractionPool } from "../../../src/extract/extraction-pool";
import { writeDocx } from "../../support/document-writers/write-docx";
import { writePdf } from "../../support/document-writers/write-pdf";
import { HOSTILE_FILES } from "../../support/hostile-files";

const pool = new ExtractionPool({ parallel: 1, process: { cpuSeconds: 2, wallSeconds: 40, heapMegabytes: 128, memoryMegabytes: 350 } });
afterAll(() => pool.close());

describe("hostile files", () => {
  it.each(HOSTILE_FILES)(
    "%s",
    async (_name, bytes, expected) => {
      const file = { bytes: bytes(), fileName: "attack" };
      const start = Date.now();
      const outcome = await pool.extract(file).then(
        () => "READ",
        (error: unknown) => (error as { code?: string }).code ?? String(error),
      );
      expect(outcome).toBe(expected);
      expect(Date.now() - start).toBeLessThan(50_000);
    },
    60_000,
  );

  it("leaves the pool able to read the next file", async () => {
    const documents = await Promise.all([writeDocx(["甲"]), writePdf(["乙"])].map((bytes) => pool.extract({ bytes, fileName: "a" })));
    expect(documents.flatMap(({ blocks }) => blocks.map((block) => block.kind === "PARAGRAPH" && block.text))).toEqual(["甲", "乙"]);
  });
});

describe("the extraction pool", () => {
  it("ends a child that works too long by the clock, and says so", async () => {
    const hurried = new ExtractionPool({ parallel: 1, process: { wallSeconds: 0.001 } });
    await expect(hurried.extract({ bytes: writePdf(["甲"]), fileName: "a.pdf" })).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
      detail: "0.001 seconds",
    });
    hurried.close();
  });

  it("ends a child that takes too much memory, and says so", async () => {
    const narrow = new ExtractionPool({ parallel: 1, process: { memoryMegabytes: 30 } });
    await expect(narrow.extract({ bytes: writePdf(["甲"]), fileName: "a.pdf" })).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
      detail: "memory",
    });
    narrow.close();
  });

  it("tells an unreadable path as the plain error that it is", async () => {
    await expect(pool.extract({ path: "/no/such/file.docx" })).rejects.toThrow(/ENOENT/);
  });

  it("works on several documents at once, and replaces its children", async () => {
    const busy = new ExtractionPool({ parallel: 2, documentsPerChild: 2 });
    const documents = await Promise.all(
      Array.from({ length: 7 }, (_, at) => busy.extract({ bytes: Buffer.from(`第${at}份\n`), fileName: "a.txt" })),
    );
    expect(documents.map(({ blocks }) => blocks)).toEqual(Array.from({ length: 7 }, (_, at) => [{ kind: "PARAGRAPH", text: `第${at}份` }]));
    busy.close();
  });

  it("rejects what waits when it is closed", async () => {
    const closing = new ExtractionPool({ parallel: 1 });
    const waiting = closing.extract({ bytes: Buffer.from("甲"), fileName: "a.txt" });
    closing.close();
    await expect(waiting).rejects.toThrow();
    await expect(closing.extract({ bytes: Buffer.from("甲"), fileName: "a.txt" })).rejects.toThrow(/closed/);
  });
});
