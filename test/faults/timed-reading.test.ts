import { existsSync } from "node:fs";
import path from "node:path";
import { extractInChild } from "../../src/extract/extract-in-child";
import { optimiseLate } from "../../src/extract/optimise-late";
import { parseDisclosure } from "../../src/parse/parse-disclosure";

const TEXT = path.join(process.env["SHARED_DIR"] ?? path.join(__dirname, "../../../shared"), "disclosures/neimenggu-justice-2023.txt");
const MOST_MILLISECONDS = 100;

(existsSync(TEXT) ? it : it.skip)(
  "a published text is parsed within a tenth of a second of CPU, as the reading children do it",
  async () => {
    optimiseLate();
    const document = await extractInChild({ path: TEXT });
    const timeOf = (): number => {
      const started = process.cpuUsage();
      parseDisclosure(document);
      return process.cpuUsage(started).user / 1000;
    };
    // The best of several: the first ones load the catalogues.
    const least = Math.min(...Array.from({ length: 12 }, timeOf));
    console.info(`${least.toFixed(0)} ms`);
    expect(least).toBeLessThan(MOST_MILLISECONDS);
  },
);
