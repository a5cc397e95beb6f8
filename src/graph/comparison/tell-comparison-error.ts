import { ComparisonError } from "../../compare/comparison-error";
import { suggestRegions } from "../../store/find-regions";
import { suggestUnitNames } from "../../store/find-units";
import type { GraphContext } from "../graph-context";
import { requestError } from "../request-error";

const SUGGESTED = 3;

/** A question that cannot be answered as asked is the client's: it hears which part, under a code, and what comes nearest to what it named. */
export async function tellComparisonError(context: GraphContext, error: unknown): Promise<never> {
  if (!(error instanceof ComparisonError)) throw error;
  const { code, message, detail } = error;
  const suggestions = await suggest(context, error);
  if (suggestions === undefined) throw requestError(code, message, { detail });
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(", ")}?` : "; look for it by a part of its name";
  throw requestError(code, `${message}${hint}`, { detail, suggestions });
}

/** What was meant by the first that was not understood; undefined where the error is about something else. */
async function suggest({ reader, nameIndex, hubState }: GraphContext, { code, detail }: ComparisonError): Promise<string[] | undefined> {
  const asked = String(detail[0] ?? "").slice(0, 100);
  switch (code) {
    case "UNIT_NOT_FOUND":
      return suggestUnitNames(reader, asked, SUGGESTED);
    case "REGION_NOT_FOUND":
    case "REGION_AMBIGUOUS":
      return (await suggestRegions(reader, asked, SUGGESTED)).map((region) => `${region.code} ${region.name}`);
    case "SUBJECT_NOT_FOUND": {
      const { dataVersion } = await hubState();
      // A code that is one digit too long or wrong at its end is near the codes that begin as it does.
      for (let text = asked; text.length > 1; text = text.slice(0, -1)) {
        const found = await nameIndex.suggest(text, SUGGESTED, ["SUBJECT"], dataVersion);
        if (found.length > 0) return found.map((subject) => `${subject.code} ${subject.name}`);
      }
      return [];
    }
    default:
      return undefined;
  }
}
