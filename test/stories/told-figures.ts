import type { Disclosure } from "../../src/model/disclosure";
import { settleFigures } from "../../src/model/figure";
import { measureOf } from "../../src/model/measures";

/** Values as a person reads them: 万元 with the digits that are needed, counts, scores, percent. */
function readable(value: number, exponent: number): string {
  const sign = value < 0 ? "-" : "";
  const digits = String(Math.abs(value)).padStart(exponent + 1, "0");
  const fraction = digits.slice(digits.length - exponent).replace(/0+$/, "");
  return `${sign}${digits.slice(0, digits.length - exponent)}${fraction === "" || exponent === 0 ? "" : `.${fraction}`}`;
}

const EXPONENTS = { MONEY: 6, COUNT: 0, SCORE: 2, RATE: 4 } as const;

/** The figures of a disclosure: "MEASURE[subject] STAGE" → value. */
export function figureTable({ readings }: Pick<Disclosure, "readings">): Map<string, string> {
  return new Map(
    settleFigures(readings).map(({ reading: { measure, subject, stage, value, status } }) => [
      `${measure}${subject === undefined ? "" : `[${subject}]`} ${stage}`,
      value === null ? status : readable(value, EXPONENTS[measureOf(measure).kind]),
    ]),
  );
}

/** The relations: "FORM MEASURE[subject] / base" → printed values in 万元 or percent, in the order of the text. */
export function relationTable({ relations }: Pick<Disclosure, "relations">): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const { form, measure, subject, base, value } of relations) {
    const whole = "stage" in base ? base.stage : `${base.measure}${base.subject === undefined ? "" : `[${base.subject}]`}`;
    const key = `${form} ${measure}${subject === undefined ? "" : `[${subject}]`} / ${whole}`;
    const told = value === null ? "none" : readable(value, form === "CHANGE_AMOUNT" ? EXPONENTS[measureOf(measure).kind] : 4);
    table.set(key, [...(table.get(key) ?? []), told]);
  }
  return table;
}

/** Lines "address value" of a hand-made table that the figures do not bear out. */
export function differences(lines: string, figures: ReadonlyMap<string, string | readonly string[]>): string[] {
  return cells(lines).flatMap((line) => {
    const at = line.lastIndexOf(" ");
    const [address, expected] = [line.slice(0, at), line.slice(at + 1)];
    const found = figures.get(address);
    const right = typeof found === "string" ? found === expected : found?.includes(expected) === true;
    return right ? [] : [`${address}: expected ${expected}, found ${String(found)}`];
  });
}

export const cells = (lines: string): string[] =>
  lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
