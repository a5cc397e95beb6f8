import type { EntityManager } from "typeorm";
import type { ExtractedDocument } from "../../model/extracted-document";
import { insertRows } from "../insert-rows";
import { SearchGramRow } from "./search-gram.entity";
import { foldSearchText, searchGrams } from "./search-grams";

/** One thing of a disclosure that a search finds. */
export interface SearchEntry {
  readonly kind: "PROJECT" | "INDICATOR" | "SECTION";
  readonly title: string;
  readonly body: string;
}

type Told = { readonly text: string } | undefined;

/** As much of a disclosure as a search is made of. */
export interface SearchableDisclosure {
  readonly projects: readonly {
    readonly name: string;
    readonly expectedGoal?: Told;
    readonly actualCompletion?: Told;
    readonly narrative?: { readonly problems?: Told; readonly nextSteps?: Told };
    readonly indicators: readonly {
      readonly name: string;
      readonly target: string;
      readonly actual?: string | undefined;
      readonly reason?: string | undefined;
    }[];
  }[];
  readonly sections: readonly { readonly title: string; readonly from: number; readonly to: number }[];
}

/** Everything of a disclosure that a search finds: its projects, its indicators and the narrative of each section. */
export function searchEntriesOf({ blocks }: Pick<ExtractedDocument, "blocks">, disclosure: SearchableDisclosure): SearchEntry[] {
  return disclosure.projects
    .flatMap((project): SearchEntry[] => [
      {
        kind: "PROJECT",
        title: project.name,
        body: joined([
          project.expectedGoal?.text,
          project.actualCompletion?.text,
          project.narrative?.problems?.text,
          project.narrative?.nextSteps?.text,
        ]),
      },
      ...project.indicators.map(({ name, target, actual, reason }): SearchEntry => ({
        kind: "INDICATOR",
        title: name,
        body: joined([target, actual, reason]),
      })),
    ])
    .concat(
      disclosure.sections.map(({ title, from, to }) => ({
        kind: "SECTION",
        title,
        body: joined(blocks.slice(from, to).map((block) => (block.kind === "PARAGRAPH" ? block.text : undefined))),
      })),
    );
}

const joined = (texts: readonly (string | undefined)[]): string => texts.filter((text) => text !== undefined).join("\n");

const LARGEST = 32_767;

/** Puts a revision into the search index. Part of the one write path: the transaction that saves the revision calls it once. */
export async function writeSearchIndex(manager: EntityManager, revisionId: number, entries: readonly SearchEntry[]): Promise<void> {
  await insertRows(manager, SearchGramRow, searchGramRows(revisionId, entries));
}

/** One row for each piece of a revision's text. */
export function searchGramRows(revisionId: number, entries: readonly SearchEntry[]): SearchGramRow[] {
  const rows = new Map<string, SearchGramRow>();
  for (const { kind, title, body } of entries) {
    const folded = foldSearchText(title);
    for (const gram of searchGrams(`${title}\n${body}`)) {
      let row = rows.get(gram);
      if (!row) rows.set(gram, (row = { gram, revisionId, projects: 0, indicators: 0, sections: 0, fit: 0 }));
      if (kind === "PROJECT") row.projects = Math.min(row.projects + 1, LARGEST);
      else if (kind === "INDICATOR") row.indicators = Math.min(row.indicators + 1, LARGEST);
      else row.sections = Math.min(row.sections + 1, LARGEST);
      if (kind !== "SECTION") row.fit = Math.max(row.fit, titleFit(folded, gram));
    }
  }
  return [...rows.values()];
}

/** 0 where a folded title does not hold the text; more the more of the title it is, and half as much again at its head; 100 for the title itself. */
export function titleFit(title: string, text: string): number {
  const at = title.indexOf(text);
  if (at < 0) return 0;
  if (title === text) return 100;
  return Math.floor((60 * text.length) / title.length) + (at === 0 ? 30 : 5);
}
