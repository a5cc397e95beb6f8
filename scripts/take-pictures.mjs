// Takes the pictures of the READMEs from the running pages on the sample pack: npm run build && node scripts/take-pictures.mjs. Needs Debian's chromium.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const ROOT = path.resolve(import.meta.dirname, "..");
const PICTURES = path.join(ROOT, "docs", "pictures");
const UNITS = "云溪市司法局（示例）,云溪市财政局（示例）,青岚县司法局（示例）";
const COMPARE = `/compare?units=${encodeURIComponent(UNITS)}&measures=THREE_PUBLIC_TOTAL&pivot=YEAR&plot=lines`;

/** Name and address. */
const TAKEN = [
  ["compare", COMPARE],
  ["compare-en", `${COMPARE}&lang=en`],
  ["unit", `/units/${encodeURIComponent("云溪市司法局（示例）")}`],
  ["overview-en", "/?lang=en"],
];

const home = fs.mkdtempSync(path.join(os.tmpdir(), "hub-pictures-"));
const hub = spawn(process.execPath, [path.join(ROOT, "dist/src/cli/main.js"), "serve"], {
  env: { ...process.env, DATABASE_URL: undefined, DATA_DIR: home, HOST: "127.0.0.1", PORT: "0" },
  stdio: ["ignore", "pipe", "ignore"],
});
try {
  const url = await new Promise((resolve, reject) => {
    let said = "";
    hub.stdout.on("data", (chunk) => {
      said += chunk;
      const [, port] = /localhost:(\d+)\/graphql/.exec(said) ?? [];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    hub.once("exit", () => reject(new Error("The hub ended before it was ready")));
  });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1060 }, reducedMotion: "reduce" });
  for (const [name, address] of TAKEN) {
    await page.goto(url + address, { waitUntil: "networkidle" });
    await page.locator(".skeleton, .stale").first().waitFor({ state: "detached" });
    // Plots are drawn within a quarter of a second.
    await page.waitForTimeout(2_000);
    await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  }
  await browser.close();
} finally {
  hub.kill("SIGTERM");
  if (hub.exitCode === null) await once(hub, "exit");
  fs.rmSync(home, { recursive: true });
}
