import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { mapInLanes } from "../../../src/lib/map-in-lanes";
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
/** Violations alone, and of the page alone: what passes is not told, and no style sheet is fetched again. */
const RUN_AXE = `axe.run({ resultTypes: ["violations"], preload: false, iframes: false })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))`;
/** First page, compressed, all that it loads before anything is clicked. */
const FIRST_PAGE_BYTES = 300 * 1024;
/** Errands go on side by side: most of one is waiting for the browser. */
const LANES = 3;
const describeWithBrowser = existsSync(CHROMIUM) || process.env["CI"] === "true" ? describe : describe.skip;

const JUSTICE = "云溪市司法局（示例）";
const QINGLAN = "青岚县司法局（示例）";
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

jest.setTimeout(90_000);

/** Nothing is under way any more. Asked of the browser from outside: the pages' own policy lets no text be run within them. */
const settled = (page: Page): Promise<void> => page.locator(".skeleton, .stale").first().waitFor({ state: "detached" });

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describeWithBrowser("the pages on the sample pack", () => {
  let hub: ServedHub;
  let browser: Browser;
  /** One for all errands: what is loaded once is loaded. */
  let context: BrowserContext;
  const codes = new Map<string, string>();
  let projectId = "";
  /** All are begun at once; each test waits for its own and fails under its own name. */
  const running = new Map<string, Promise<void>>();

  const cellOf = (name: string): string => `${codes.get(name)}~2024~THREE_PUBLIC_TOTAL~~FINAL_ACCOUNTS~~FINAL`;
  const unitPath = (name: string): string => `/units/${codes.get(name)}`;

  interface Opened {
    readonly page: Page;
    /** Errors of scripts, refusals of the policy, addresses elsewhere. */
    readonly complaints: readonly string[];
  }

  async function open(address: string, within: BrowserContext = context): Promise<Opened> {
    const complaints: string[] = [];
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
    return { page, complaints };
  }

  /** Every structure that the pages have, with an address that shows it. */
  const PAGES: Readonly<Record<string, () => string>> = {
    "the overview": () => "/",
    "a comparison": () => "/compare?measures=THREE_PUBLIC_TOTAL,PROCUREMENT_SME&show=change,share,standing",
    "a unit": () => unitPath(QINGLAN),
    "a subject": () => "/subjects/2040605",
    "the projects": () => "/projects",
    "the findings": () => "/rules",
    "a source": () => "/compare?measures=THREE_PUBLIC_TOTAL&cell=" + cellOf(JUSTICE),
    "a project": () => `/projects/${projectId}`,
    "a rule": () => "/rules/THREE_PUBLIC_SUM",
    "a search": () => "/search?q=法律援助",
  };

  /** 中文 on a desktop and English on a phone: each structure, each language and each width is looked through. */
  async function lookThrough(address: string): Promise<void> {
    const { page, complaints } = await open(address);
    await page.evaluate(AXE);
    expect(["zh", "desktop", await page.evaluate(RUN_AXE)]).toEqual(["zh", "desktop", []]);
    await page.setViewportSize(PHONE);
    const isWithin = () => page.evaluate<boolean>("document.documentElement.scrollWidth <= innerWidth");
    // A plot takes the new width a moment later.
    await until(isWithin);
    await page.setViewportSize(DESKTOP);
    await page.getByRole("button", { name: "English" }).click();
    await page.locator("html[lang=en]").waitFor({ state: "attached" });
    await settled(page);
    await page.setViewportSize(PHONE);
    await until(isWithin);
    expect(["en", "phone", await page.evaluate(RUN_AXE)]).toEqual(["en", "phone", []]);
    expect(complaints).toEqual([]);
    await page.close();
  }

  /** What others frame: as wide as a page and as a phone. */
  const EMBEDS: Readonly<Record<string, () => string>> = {
    "a plot": () => "/embed/compare?measures=THREE_PUBLIC_TOTAL&kind=multiples",
    "a rule": () => "/embed/rule?rule=THREE_PUBLIC_SUM&lang=en",
    "a project": () => `/embed/project?id=${projectId}&lang=en`,
  };

  async function lookThroughEmbed(address: string): Promise<void> {
    const page = await context.newPage();
    await page.goto(hub.url + address);
    await page.evaluate(AXE);
    for (const size of [DESKTOP, PHONE]) {
      await page.setViewportSize(size);
      expect([size.width, await page.evaluate(RUN_AXE)]).toEqual([size.width, []]);
      await until(() => page.evaluate<boolean>("document.documentElement.scrollWidth <= innerWidth"));
    }
    await page.close();
  }

  const ERRANDS: Readonly<Record<string, () => Promise<void>>> = {
    ...Object.fromEntries(
      Object.entries(PAGES).map(([name, address]) => [
        `shows ${name} without a complaint, without a violation of accessibility, and on a phone without a sideways scroll`,
        () => lookThrough(address()),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(EMBEDS).map(([name, address]) => [
        `gives away ${name} without a violation of accessibility, and on a phone without a sideways scroll`,
        () => lookThroughEmbed(address()),
      ]),
    ),

    "brings an editor from three letters of pinyin to the printed words behind a number": async () => {
      const { page, complaints } = await open("/");
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
    },

    "lets a clerk compare neighbours by the largest, pin one, and keep all of it in the address": async () => {
      const { page } = await open(`/compare?units=${codes.get(JUSTICE)},${codes.get(QINGLAN)}&years=2024&measures=THREE_PUBLIC_TOTAL`);
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
    },

    "hands out the document that is shown, as a workbook, as CSV and as lines of JSON": async () => {
      const { page } = await open(`${unitPath(JUSTICE)}?year=2023&scope=UNIT`);
      for (const [name, type] of [
        ["Excel", "spreadsheetml"],
        ["CSV", "text/csv"],
        ["NDJSON", "ndjson"],
      ] as const) {
        const href = (await page.locator(".downloads").getByRole("link", { name, exact: true }).getAttribute("href")) ?? "";
        const { year, scope } = Object.fromEntries(new URL(href, hub.url).searchParams);
        expect([year, scope]).toEqual(["2023", "UNIT"]);
        const answered = await fetch(hub.url + href);
        expect([answered.status, answered.headers.get("content-type")]).toEqual([200, expect.stringContaining(type)]);
        expect(answered.headers.get("content-disposition")).toMatch(/-2023-final_accounts-/);
      }
      await page.close();
    },

    "tells zero, not disclosed and a missing year apart": async () => {
      const { page } = await open("/compare?measures=OVERSEAS_TRAVEL,EXPENDITURE_TOTAL&pivot=YEAR");
      await page.locator("td .number.zero").first().waitFor();
      expect(await page.locator("td .number.zero").first().textContent()).toBe("0.00");
      const gap = page.locator("tr", { hasText: "青岚县城市管理局" }).locator(".no-value.not_disclosed").first();
      expect(await gap.textContent()).toBe("未公开");
      await page.close();
    },

    "draws every kind of plot, and says which in the address": async () => {
      const { page, complaints } = await open("/compare?measures=THREE_PUBLIC_TOTAL,EXPENDITURE_TOTAL");
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
    },

    "gives away the plot that is shown: its kind, its measure, its year": async () => {
      const { page } = await open(
        "/compare?measures=THREE_PUBLIC_TOTAL,EXPENDITURE_TOTAL&plot=distribution&at=EXPENDITURE_TOTAL&plotYear=2023",
      );
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
    },

    "gives away the targets of a project and the years of a rule, and says why hits are not embedded": async () => {
      for (const [address, frame] of [
        [`/projects/${projectId}`, "/embed/project?id="],
        ["/rules/THREE_PUBLIC_SUM", "/embed/rule?rule=THREE_PUBLIC_SUM"],
      ] as const) {
        const { page } = await open(address);
        await page.getByRole("button", { name: "嵌入" }).click();
        expect(await page.getByLabel("嵌入代码").inputValue()).toContain(frame);
        await page.close();
      }
      const { page } = await open("/search?q=法律援助");
      await page.getByText("检索结果只是链接，不作嵌入").waitFor();
      await page.close();
    },

    "takes a pasted list, tells who is unknown, and compares the others per head in constant prices": async () => {
      const { page } = await open("/compare?measures=EXPENDITURE_TOTAL&years=2024");
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
    },

    "keeps the keyboard in a source that covers a phone, and gives it back to the number": async () => {
      const { page } = await open("/compare?measures=THREE_PUBLIC_TOTAL&years=2024");
      await page.setViewportSize(PHONE);
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
    },

    "opens a page's query in the explorer, with its variables": async () => {
      const { page } = await open(`${unitPath(JUSTICE)}?year=2024`);
      await page.getByRole("link", { name: "在查询台打开" }).click();
      await page.click(".graphiql-execute-button");
      await page.locator(".result-window", { hasText: '"disclosure"' }).waitFor();
      expect(await page.textContent(".result-window")).toContain("yunxi-justice");
      await page.close();
    },

    "tells once what a unit says every year, and leads to each of its years": async () => {
      const { page } = await open("/search?q=法律援助案件数");
      const entry = page.locator(".hits li", { hasText: QINGLAN });
      expect(await entry.count()).toBe(1);
      expect(await entry.locator(".hit-years a").count()).toBeGreaterThan(1);
      await entry.locator(".hit-years a", { hasText: "2022" }).click();
      await page.waitForURL(/\/units\/.*year=2022/);
      await page.close();
    },

    "says so when the hub cannot be reached or the question is wrong": async () => {
      const { page } = await open("/compare?measures=NO_SUCH_MEASURE");
      await page.getByRole("alert").waitFor();
      await page.route("**/graphql", (route) => route.abort());
      await page.goto(`${hub.url}/units`);
      await page.getByText("连接不上服务").waitFor();
      await page.close();
    },
  };

  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    context = await browser.newContext({ viewport: DESKTOP, reducedMotion: "reduce" });
    context.setDefaultTimeout(60_000);
    const answered = await (
      await hub.post({
        query: "{ units(first: 100) { nodes { code name } } projects(first: 1, where: { hasTable: true }) { nodes { id } } }",
      })
    ).json();
    const { data } = answered as { data: { units: { nodes: { code: string; name: string }[] }; projects: { nodes: { id: string }[] } } };
    projectId = encodeURIComponent(data.projects.nodes[0]?.id ?? "");
    for (const { code, name } of data.units.nodes) codes.set(name, code);
    const begun = Object.entries(ERRANDS).map(([name, run]) => {
      const { promise, start } = later(run);
      running.set(name, promise);
      return start;
    });
    void mapInLanes(begun, LANES, (start) => start());
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await hub.close();
  });

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
    const { page } = await open("/", fresh);
    const sizes = await page.evaluate<number[]>(
      "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(({ transferSize }) => transferSize)",
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(20_000);
    expect(total).toBeLessThanOrEqual(FIRST_PAGE_BYTES);
    await fresh.close();
  });

  it.each(Object.keys(ERRANDS))("%s", (name) => running.get(name));
});

/** Work that begins when it is started, and a promise of it that may be waited for before; to its starter it never fails. */
function later(work: () => Promise<void>): { promise: Promise<void>; start: () => Promise<void> } {
  let start: () => Promise<void> = () => Promise.resolve();
  const promise = new Promise<void>((resolve, reject) => {
    start = () => work().then(resolve, reject);
  });
  // Its test tells of a failure, which may come before that test begins.
  promise.catch(() => undefined);
  return { promise, start };
}
