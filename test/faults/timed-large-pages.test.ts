import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";

/** No page of a large hub takes longer when it is opened again; on a machine that does other things too. */
const MOST_MILLISECONDS = Number(process.env["MOST_PAGE_MILLISECONDS"] ?? 2_000);
const MOST_TABLE_ROWS = 250;
const UNITS = 1_000;

jest.setTimeout(180_000);

describe(`the pages on a hub of ${UNITS} units × 5 years`, () => {
  let child: ChildProcess;
  let browser: Browser;
  let page: Page;
  let url = "";

  beforeAll(async () => {
    child = fork(path.resolve(__dirname, "../../scripts/bench/serve-large.mjs"), ["--units", String(UNITS)], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const [told] = (await Promise.race([
      once(child, "message"),
      once(child, "exit").then(() => {
        throw new Error("The large hub ended before it was ready");
      }),
    ])) as [{ url: string }];
    url = told.url;
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    if (child.exitCode === null) {
      child.disconnect();
      await once(child, "exit");
    }
  });

  const shown = async (address: string): Promise<number> => {
    const begun = performance.now();
    await page.goto(url + address);
    await page.locator("main h1").first().waitFor();
    await page.locator(".skeleton, .stale").first().waitFor({ state: "detached" });
    return performance.now() - begun;
  };

  it.each([
    ["the overview, by region", "/", "长安区"],
    ["a region of it", "/?region=130102", "长安区"],
    ["a comparison of 250 units", "/compare?years=2023&rows=250&show=change,standing", "再多显示一些|页面最多显示 250 行"],
    ["a distribution of all", "/compare?measures=THREE_PUBLIC_TOTAL&years=2023&plot=distribution&units=U00007", "第7单位"],
    ["a unit", "/units/U00026", "第26单位"],
    ["a subject", "/subjects/20406", "20406"],
    ["the projects", "/projects", "项目"],
    ["the findings", "/rules", "“三公”经费等于三项之和"],
    ["the units", "/units", "1000 个单位"],
  ])("%s: read in time, and no table longer than a person reads", async (_, address, words) => {
    await shown(address);
    await page.getByText(new RegExp(words)).first().waitFor();
    const again = Math.min(await shown(address), await shown(address));
    expect(again).toBeLessThan(MOST_MILLISECONDS);
    const rows = await page.locator("table").evaluateAll((tables) => tables.map((table) => table.querySelectorAll("tr").length));
    expect(Math.max(0, ...rows)).toBeLessThanOrEqual(MOST_TABLE_ROWS + 1);
  });

  it("suggests names while they are typed", async () => {
    await shown("/");
    const box = page.getByRole("combobox");
    await box.fill("caqsjj");
    await page.getByRole("option").first().waitFor();
    const begun = performance.now();
    await box.fill("长安区审计局");
    await page
      .getByRole("option", { name: /长安区审计局/ })
      .first()
      .waitFor();
    expect(performance.now() - begun).toBeLessThan(MOST_MILLISECONDS);
  });
});
