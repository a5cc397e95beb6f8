import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

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
const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");
/** First page, compressed, all that it loads before anything is clicked. */
const FIRST_PAGE_BYTES = 300 * 1024;
const describeWithBrowser = existsSync(CHROMIUM) || process.env["CI"] === "true" ? describe : describe.skip;

const JUSTICE = "云溪市司法局（示例）";
const QINGLAN = "青岚县司法局（示例）";

jest.setTimeout(90_000);

describeWithBrowser("the pages on the sample pack", () => {
  let hub: ServedHub;
  let browser: Browser;
  const codes = new Map<string, string>();
  const complaints: string[] = [];

  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    const answered = await (await hub.post({ query: "{ units(first: 100) { nodes { code name } } }" })).json();
    for (const { code, name } of (answered as { data: { units: { nodes: { code: string; name: string }[] } } }).data.units.nodes)
      codes.set(name, code);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await hub.close();
  });

  const unitPath = (name: string): string => `/units/${codes.get(name)}`;

  /** A page whose every complaint is kept: errors of scripts, refusals of the policy, addresses elsewhere. */
  async function open(address: string, width = 1280): Promise<Page> {
    complaints.length = 0;
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (entry) => {
      if (entry.type() === "error" || entry.type() === "warning") complaints.push(entry.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(hub.url) && !request.url().startsWith("data:")) complaints.push(`asks ${request.url()}`);
    });
    await page.goto(hub.url + address);
    await page.locator("main h1").first().waitFor();
    await page.waitForFunction("!document.querySelector('.skeleton, .stale')");
    return page;
  }

  it("answers the first page under a strict policy, its files for ever, and 404 to what is none of them", async () => {
    const index = await fetch(`${hub.url}/`);
    expect(index.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(index.headers.get("content-security-policy")).not.toMatch(/unsafe|https?:|\*/);
    expect(index.headers.get("cache-control")).toBe("no-cache");
    const [script] = /\/assets\/index-[\w-]+\.js/.exec(await index.text()) ?? [];
    const asset = await fetch(hub.url + script, { headers: { "accept-encoding": "br" } });
    expect([asset.headers.get("cache-control"), asset.headers.get("content-encoding")]).toEqual([
      "public, max-age=31536000, immutable",
      "br",
    ]);
    for (const address of ["/assets/none.js", "/assets/../index.html.br", "/assets/", "/comparex"])
      expect((await fetch(hub.url + address)).status).toBe(404);
  });

  it("loads a first page of at most 300 kB compressed", async () => {
    const page = await open("/");
    const sizes = await page.evaluate<number[]>(
      "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(({ transferSize }) => transferSize)",
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(20_000);
    expect(total).toBeLessThanOrEqual(FIRST_PAGE_BYTES);
    await page.close();
  });

  it.each([
    ["the overview", () => "/"],
    ["a comparison", () => "/compare?measures=THREE_PUBLIC_TOTAL,PROCUREMENT_SME&show=change,share,standing"],
    ["a unit", () => unitPath(QINGLAN)],
    ["a subject", () => "/subjects/2040605"],
    ["the projects", () => "/projects"],
    ["the findings", () => "/rules"],
    ["a search", () => "/search?q=法律援助&lang=en"],
  ])("shows %s without a complaint, without a violation of accessibility, and on a phone without a sideways scroll", async (_, address) => {
    const page = await open(address());
    expect(complaints).toEqual([]);
    await page.setViewportSize({ width: 375, height: 812 });
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.evaluate(AXE);
    const violations = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
    );
    expect(violations).toEqual([]);
    await page.close();
  });

  it("brings an editor from three letters of pinyin to the printed words behind a number", async () => {
    const page = await open("/");
    await page.getByRole("combobox").fill("qlxsfj");
    await page.getByRole("option", { name: QINGLAN }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: QINGLAN }).waitFor();
    await page
      .getByRole("group", { name: "公开文件" })
      .getByRole("button", { name: /\d\d 处不符/ })
      .click();
    await page
      .locator("#three-public")
      .getByRole("button", { name: /^“三公”经费.*25\.11/ })
      .click();
    const source = page.getByRole("dialog", { name: "出处" });
    await source.getByText("公务用车购置及运行维护费＋公务接待费").waitFor();
    expect(await source.locator("mark").first().textContent()).toBe("25.11");
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await source.locator("mark").first().waitFor();
    await page.keyboard.press("Escape");
    await source.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("lets a clerk compare neighbours by the largest, pin one, and keep all of it in the address", async () => {
    const page = await open(`/compare?units=${codes.get(JUSTICE)},${codes.get(QINGLAN)}&years=2024&measures=THREE_PUBLIC_TOTAL`);
    const names = () => page.locator("table.compare tbody th a").allTextContents();
    await page.getByRole("button", { name: /^“三公”经费 万元/ }).click();
    await page.waitForURL(/orderBy=THREE_PUBLIC_TOTAL\.DESC/);
    await page.locator("th[aria-sort=descending]").waitFor();
    expect(await names()).toEqual([JUSTICE, QINGLAN]);
    await page.getByRole("button", { name: `置顶 ${QINGLAN}` }).click();
    expect(await names()).toEqual([QINGLAN, JUSTICE]);
    await page.getByRole("button", { name: "元", exact: true }).click();
    await page.getByText("501,900.00", { exact: false }).first().waitFor();
    await page.reload();
    await page.locator("table.compare").waitFor();
    expect(await names()).toEqual([QINGLAN, JUSTICE]);
    expect(await page.getByRole("img", { name: /条形/ }).count()).toBe(1);
    await page.close();
  });

  it("tells zero, not disclosed and a missing year apart", async () => {
    const page = await open("/compare?measures=OVERSEAS_TRAVEL,EXPENDITURE_TOTAL&pivot=YEAR");
    await page.locator("td .number.zero").first().waitFor();
    expect(await page.locator("td .number.zero").first().textContent()).toBe("0.00");
    const gap = page.locator("tr", { hasText: "青岚县城市管理局" }).locator(".no-value.not_disclosed").first();
    expect(await gap.textContent()).toBe("未公开");
    await page.close();
  });

  it("draws every kind of plot, and says which in the address", async () => {
    const page = await open("/compare?measures=THREE_PUBLIC_TOTAL,EXPENDITURE_TOTAL");
    for (const [name, plot] of [
      ["条形", "bars"],
      ["小图", "multiples"],
      ["散点", "scatter"],
      ["分布", "distribution"],
      ["折线", "lines"],
    ] as const) {
      await page.getByRole("button", { name, exact: true }).click();
      expect(page.url()).toContain(`plot=${plot}`);
      await page.getByRole("img", { name: new RegExp(`^${name}`) }).waitFor();
      // Something is drawn: a canvas that holds nothing is of one colour.
      await page.waitForFunction(
        `(({ canvas }) => canvas && new Set(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data).size > 10)({ canvas: document.querySelector(".chart canvas") })`,
      );
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("opens a page's query in the explorer, with its variables", async () => {
    const page = await open(`${unitPath(JUSTICE)}?year=2024`);
    await page.getByRole("link", { name: "在查询台打开" }).click();
    await page.click(".graphiql-execute-button");
    await page.locator(".result-window", { hasText: '"disclosure"' }).waitFor();
    expect(await page.textContent(".result-window")).toContain("yunxi-justice");
    await page.close();
  });

  it("says so when the hub cannot be reached or the question is wrong", async () => {
    const page = await open("/compare?measures=NO_SUCH_MEASURE");
    await page.getByRole("alert").waitFor();
    await page.route("**/graphql", (route) => route.abort());
    await page.goto(`${hub.url}/units`);
    await page.getByText("连接不上服务").waitFor();
    await page.close();
  });
});
