import { AskError, ask } from "../lib/ask";
import RESOLVE from "../queries/resolve-units.graphql?raw";

interface Resolved {
  readonly codes: readonly string[];
  /** Names that the hub does not know. */
  readonly unknown: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

const MOST_UNITS = 250;

/** The codes behind a pasted list of names or codes: an address that holds codes stays short, and one unknown name does not spoil the others. */
export async function resolveUnits(pasted: readonly string[]): Promise<Resolved> {
  const wanted = [...new Set(pasted)].slice(0, MOST_UNITS);
  try {
    return { ...(await read(wanted)), unknown: [] };
  } catch (error) {
    if (!(error instanceof AskError) || error.code !== "UNIT_NOT_FOUND") throw error;
    const unknown = wanted.filter((one) => error.detail.includes(one));
    const known = wanted.filter((one) => !error.detail.includes(one));
    // Nothing to leave out would be asked for ever.
    if (unknown.length === 0 || known.length === 0) return { codes: [], unknown: wanted, names: {} };
    return { ...(await read(known)), unknown };
  }
}

interface Answer {
  readonly compare: { readonly rows: readonly { readonly unit: { readonly code: string; readonly name: string } | null }[] };
}

async function read(units: readonly string[]): Promise<Pick<Resolved, "codes" | "names">> {
  const { compare } = (await ask(RESOLVE, { units })).data as Answer;
  const found = compare.rows.flatMap(({ unit }) => unit ?? []);
  return { codes: [...new Set(found.map(({ code }) => code))], names: Object.fromEntries(found.map(({ code, name }) => [code, name])) };
}
