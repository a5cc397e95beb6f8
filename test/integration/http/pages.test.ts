import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
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

/** Nothing is under way any more. Asked of the browser from outside: the pages' own policy lets no text be run within them. */
const settled = (page: Page): Promise<void> => page.locator(".skeleton, .stale").first().waitFor({ state: "detached" });

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describeWithBrowser("the pages on the sample pack", () => {
  let hub: ServedHub;
  let browser: Browser;
  /** One for all errands: what is loaded once is loaded. */
  let context: BrowserContext;
  const codes = new Map<string, string>();
  const complaints: string[] = [];
  let projectId = "";

  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const answered = await (
      await hub.post({
        query: "{ units(first: 100) { nodes { code name } } projects(first: 1, where: { hasTable: true }) { nodes { id } } }",
      })
    ).json();
    const { data } = answered as { data: { units: { nodes: { code: string; name: string }[] }; projects: { nodes: { id: string }[] } } };
    projectId = encodeURIComponent(data.projects.nodes[0]?.id ?? "");
    for (const { code, name } of data.units.nodes) codes.set(name, code);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await hub.close();
  });

  const cellOf = (name: string): string => `${codes.get(name)}~2024~THREE_PUBLIC_TOTAL~~FINAL_ACCOUNTS~~FINAL`;
  const unitPath = (name: string): string => `/units/${codes.get(name)}`;

  /** A page whose every complaint is kept: errors of scripts, refusals of the policy, addresses elsewhere. */
  async function open(address: string, within: BrowserContext = context): Promise<Page> {
    complaints.length = 0;
    const page = await within.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (entry) => {
      if (entry.type() === "error" || entry.type() === "warning") complaints.push(entry.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(hub.url) && !request.url().startsWith("data:")) complaints.push(`asks ${request.url()}`);
    });
    await page.goto(hub.url + address);
    await page.locator("main h1").first().waitFor();
    await settled(page);
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
    const fresh = await browser.newContext();
    const page = await open("/", fresh);
    const sizes = await page.evaluate<number[]>(
      "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(({ transferSize }) => transferSize)",
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(20_000);
    expect(total).toBeLessThanOrEqual(FIRST_PAGE_BYTES);
    await fresh.close();
  });

  it.each([
    ["the overview", () => "/"],
    ["a comparison", () => "/compare?measures=THREE_PUBLIC_TOTAL,PROCUREMENT_SME&show=change,share,standing"],
    ["a unit", () => unitPath(QINGLAN)],
    ["a subject", () => "/subjects/2040605"],
    ["the projects", () => "/projects"],
    ["the findings", () => "/rules"],
    ["a source", () => "/compare?measures=THREE_PUBLIC_TOTAL&cell=" + cellOf(JUSTICE)],
    ["a project", () => `/projects/${projectId}`],
    ["a rule", () => "/rules/THREE_PUBLIC_SUM"],
    ["a search", () => "/search?q=法律援助"],
  ])("shows %s without a complaint, without a violation of accessibility, and on a phone without a sideways scroll", async (_, address) => {
    const page = await open(address());
    expect(complaints).toEqual([]);
    await page.evaluate(AXE);
    const violations = () =>
      page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))");
    for (const language of ["zh", "en"]) {
      expect([language, "desktop", await violations()]).toEqual([language, "desktop", []]);
      await page.setViewportSize({ width: 390, height: 844 });
      // A plot takes the new width a moment later.
      await until(() => page.evaluate<boolean>("document.documentElement.scrollWidth <= innerWidth"));
      expect([language, "phone", await violations()]).toEqual([language, "phone", []]);
      await page.setViewportSize({ width: 1280, height: 900 });
      if (language === "zh") await page.getByRole("button", { name: "English" }).click();
      await settled(page);
    }
    expect(complaints).toEqual([]);
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
      .getByRole("button", { name: /^“三公”经费.*23\.31/ })
      .click();
    const source = page.getByRole("dialog", { name: "出处" });
    await source.getByText("公务用车购置及运行维护费＋公务接待费").waitFor();
    expect(await source.locator("mark").first().textContent()).toBe("23.31");
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
      await until(() =>
        page.evaluate<boolean>(
          `(({ canvas }) => canvas && new Set(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data).size > 10)({ canvas: document.querySelector(".chart canvas") })`,
        ),
      );
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("gives away the plot that is shown: its kind, its measure, its year", async () => {
    const page = await open("/compare?measures=THREE_PUBLIC_TOTAL,EXPENDITURE_TOTAL&plot=distribution&at=EXPENDITURE_TOTAL&plotYear=2023");
    const href = (await page.getByRole("link", { name: "导出 SVG" }).getAttribute("href")) ?? "";
    expect(Object.fromEntries(new URL(href, hub.url).searchParams)).toEqual({
      lang: "zh",
      measures: "EXPENDITURE_TOTAL",
      years: "2023",
      kind: "distribution",
    });
    expect((await fetch(hub.url + href)).headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    await page.getByRole("button", { name: "嵌入" }).click();
    expect(await page.getByLabel("嵌入代码").inputValue()).toContain("/embed/compare?measures=EXPENDITURE_TOTAL");
    await page.close();
  });

  it("takes a pasted list, tells who is unknown, and compares the others per head in constant prices", async () => {
    const page = await open("/compare?measures=EXPENDITURE_TOTAL&years=2024");
    await page.getByText("粘贴名单").click();
    await page.getByLabel("单位名称或代码，每行一个").fill(`${JUSTICE}\n没有这个单位\n${QINGLAN}`);
    await page.getByRole("button", { name: "加入" }).click();
    await page.getByText("查不到 1 个：没有这个单位").waitFor();
    expect(new URL(page.url()).searchParams.get("units")).toBe(`${codes.get(JUSTICE)},${codes.get(QINGLAN)}`);
    await page.getByText("口径、条件与显示").click();
    await page.getByLabel("人均口径").selectOption("STAFF");
    await page.getByLabel("价格口径").selectOption("REAL");
    await page.getByText("缺系数").first().waitFor();
    expect(page.url()).toMatch(/per=STAFF&terms=REAL&baseYear=20\d\d/);
    await page.goto(`${hub.url}/compare?units=${JUSTICE},没有这个单位`);
    await page.getByRole("button", { name: "去掉它们" }).click();
    await page.locator("table.compare").waitFor();
    await page.close();
  });

  it("keeps the keyboard in a source that covers a phone, and gives it back to the number", async () => {
    const page = await open("/compare?measures=THREE_PUBLIC_TOTAL&years=2024");
    await page.setViewportSize({ width: 390, height: 844 });
    const number = page.locator("table.compare button.value").first();
    await number.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "出处" }).locator("mark").first().waitFor();
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")).toBe(true);
    }
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await number.evaluate((element) => element.ownerDocument.activeElement === element)).toBe(true);
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
