/**
 * Projects that missed targets in a year, the worst first, and what each says for a reason; asked page by page with the typed client.
 * HUB is the hub's address. Usage: npm run build && node dist/examples/missed-targets.js [YEAR]
 */
import { askPages } from "../clients/typescript/ask-pages";
import { HubError } from "../clients/typescript/hub-error";
import { ProjectPagesDocument } from "../clients/typescript/operations";

const hub = process.env["HUB"] ?? "http://localhost:4000";
const year = Number(process.argv[2] ?? 2024);

async function main(): Promise<void> {
  const pages = askPages(hub, ProjectPagesDocument, { year, below: 100 }, ({ projects }) => projects.pageInfo, {
    signal: AbortSignal.timeout(60_000),
  });
  let missed = 0;
  for await (const { data } of pages) {
    for (const { name, score, unit, indicators } of data.projects.nodes) {
      if (indicators.length === 0) continue;
      missed += 1;
      console.log(`${score ?? "—"}  ${unit.name}  ${name}`);
      for (const one of indicators) {
        const wanted = `${one.actual ?? "—"} against ${one.target ?? "—"} ${one.measurementUnit ?? ""}`.trim();
        console.log(`      ${one.name}: ${wanted}, ${one.score ?? "—"} of ${one.weight ?? "—"} points; ${one.reason ?? "no reason given"}`);
      }
    }
  }
  console.log(`\n${missed} projects of ${year} missed targets`);
}

main().catch((error: unknown) => {
  // What the hub refuses has a code; where there is no hub, fetch fails.
  console.error(error instanceof HubError ? `${error.code}: ${error.message}` : `${hub}: ${String(error)}`);
  process.exitCode = 1;
});
