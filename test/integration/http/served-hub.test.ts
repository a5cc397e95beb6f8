import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { testEngines } from "../../support/databases/test-engines";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const OPERATIONS = path.join(PACKAGE_ROOT, "schema", "operations");
const variables = JSON.parse(readFileSync(path.join(OPERATIONS, "variables.json"), "utf8")) as Record<string, object>;
const operations = readdirSync(OPERATIONS)
  .filter((name) => name.endsWith(".graphql"))
  .map((name) => [path.basename(name, ".graphql"), readFileSync(path.join(OPERATIONS, name), "utf8")] as const);

const CHROMIUM = "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const browserIt = existsSync(CHROMIUM) || process.env["CI"] === "true" ? it : it.skip;

describe.each(testEngines())("the served sample pack on %s", (engine) => {
  let hub: ServedHub;
  beforeAll(async () => {
    hub = await serveSampleHub(engine);
  }, 120_000);
  afterAll(() => hub.close());

  it.each(operations)("answers %s with something to see", async (name, query) => {
    const response = await hub.post({ query, variables: variables[name] });
    const answer = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(isTelling(answer.data)).toBe(true);
    expect(hub.errors).toEqual([]);
  });

  it("answers the same by GET", async () => {
    const query = "{ hub { dataVersion } }";
    const byGet = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(query)}`);
    expect(await byGet.json()).toEqual(await (await hub.post({ query })).json());
  });

  // The same files whatever the engine: one is enough.
  if (engine === "sqlite") {
    browserIt(
      "opens the explorer without internet, shows the examples as tabs and answers the first one",
      async () => {
        const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
        try {
          const page = await browser.newPage();
          const foreign: string[] = [];
          const complaints: string[] = [];
          page.on("request", (request) => {
            if (!request.url().startsWith(hub.url) && !request.url().startsWith("data:")) foreign.push(request.url());
          });
          page.on("pageerror", (error) => complaints.push(error.message));
          page.on("console", (entry) => {
            if (entry.type() === "error") complaints.push(entry.text());
          });
          await page.goto(`${hub.url}/explorer`);
          await page.click(".graphiql-execute-button");
          await page.locator(".result-window", { hasText: '"disclosure"' }).waitFor();
          expect(await page.textContent(".result-window")).toContain("云溪市司法局（示例）");
          expect(await page.locator(".graphiql-tab").count()).toBe(operations.length);
          expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
        } finally {
          await browser.close();
        }
      },
      60_000,
    );
  }

  it("is live and ready", async () => {
    expect((await fetch(`${hub.url}/livez`)).status).toBe(200);
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
  });
});

/** Every list and every object in the first two levels has something in it. */
function isTelling(data: unknown, depth = 2): boolean {
  if (Array.isArray(data)) return data.length > 0;
  if (typeof data !== "object" || data === null) return data !== null;
  const values = Object.entries(data).filter(([name]) => name !== "before" && name !== "changes");
  return depth === 0 || values.some(([, value]) => isTelling(value, depth - 1));
}
