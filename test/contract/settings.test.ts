import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readConfig } from "../../src/config/read-config";
import { EXTRACTION_LIMITS } from "../../src/extract/extraction-limits";
import { PROCESS_LIMITS } from "../../src/extract/child-messages";
import { LIMITS } from "../../src/graph/limits";

const ROOT = path.resolve(__dirname, "../..");
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

/** Settings that have no value by themselves: what .env.example shows of them is an example. */
const UNSET = ["DATABASE_URL", "DATABASE_REPLICAS", "PUBLIC_URL", "REDIS_URL", "TRUSTED_PROXIES", "OTEL_EXPORTER_OTLP_ENDPOINT"];

/** The names that the program asks the environment for. */
function askedNames(): Set<string> {
  const names = new Set<string>();
  readConfig(new Proxy<Record<string, string>>({}, { get: (_, name) => void names.add(String(name)) }));
  return names;
}

/** Name and value of each line of .env.example. */
const examples = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/^#?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]));

/** First and second column of the rows of a page's tables whose first one is code. */
const rowsOf = (page: string): ReadonlyMap<string, string> =>
  new Map([...page.matchAll(/^\| `(\w+)` \| ([^|]*?) \|/gm)].map(([, name = "", value = ""]) => [name, value]));

/** What is wrong with what a page tells of values. */
const wrongRows = (page: string, values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values)
    .filter(([name, value]) => rowsOf(page).get(name) !== value)
    .map(([name]) => name);

describe("every setting", () => {
  const operations = read("docs/operations.md");
  const example = examples(read(".env.example"));

  it("stands in .env.example, and nothing else does", () => {
    expect([...example.keys()].sort()).toEqual([...askedNames()].sort());
  });

  it("stands there with its default", () => {
    const changed = [...example].filter(([name]) => !UNSET.includes(name));
    expect(changed.length).toBeGreaterThan(8);
    for (const [name, value] of changed) expect([name, readConfig({ [name]: value })]).toEqual([name, readConfig({})]);
  });

  it("stands in docs/operations.md with its default", () => {
    const told = Object.fromEntries([...example].map(([name, value]) => [name, UNSET.includes(name) ? "unset" : `\`${value}\``]));
    expect(wrongRows(operations, told)).toEqual([]);
  });

  it("would be missed there", () => {
    expect(wrongRows(operations, { PORT: "`4001`", NO_SETTING: "unset" })).toEqual(["PORT", "NO_SETTING"]);
  });
});

it("every limit stands in docs/operations.md as it is", () => {
  const values = Object.entries({ ...LIMITS, ...EXTRACTION_LIMITS, ...PROCESS_LIMITS }).map(([name, value]) => [name, String(value)]);
  expect(values.length).toBeGreaterThan(20);
  expect(wrongRows(read("docs/operations.md"), Object.fromEntries(values) as Record<string, string>)).toEqual([]);
});

it("every alert is explained in docs/operations.md", () => {
  const alerts = [...read("deploy/prometheus-alerts.yaml").matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  expect(alerts.length).toBeGreaterThan(5);
  expect([...rowsOf(read("docs/operations.md")).keys()]).toEqual(expect.arrayContaining(alerts));
});

/** What the machine, the run's own parts or the program under test are told by, and no person. */
const NO_CHOICES = /^(PATH|CI|HOME|NODE_ENV|DATABASE_URL|DATA_DIR|PORT|HUB_\w+)$/;

it("what tests and scripts hear by the environment stands in CONTRIBUTING.md", () => {
  const files = ["test", "scripts"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(ts|mjs)$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  const names = new Set(
    files.flatMap((file) =>
      [...read(file).matchAll(/\b(?:process\.env|environment)(?:\.|\[")([A-Z][A-Z0-9_]+)/g)].map(([, name = ""]) => name),
    ),
  );
  const contributing = read("CONTRIBUTING.md");
  expect(names).toContain("MOST_PAGE_MILLISECONDS");
  expect([...names].filter((name) => !NO_CHOICES.test(name) && !contributing.includes(`\`${name}`))).toEqual([]);
});
