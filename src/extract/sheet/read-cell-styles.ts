import type { ExtractionLimits } from "../extraction-limits";
import { readXml } from "../archive/read-xml";
import { BUILT_IN_FORMATS } from "./format-number";

export interface CellStyle {
  readonly format: string;
  readonly hasSides: boolean;
  readonly indent: number;
}

/** What the styles of a workbook say of numbers, borders and indents, by the number that cells name. */
export function readCellStyles(bytes: Uint8Array | undefined, limits: ExtractionLimits): readonly CellStyle[] {
  const styles: { format: string; hasSides: boolean; indent: number }[] = [];
  if (bytes === undefined) return styles;
  const formats = new Map<number, string>();
  const borders: boolean[] = [];
  let inCellStyles = false;
  let inBorders = false;
  readXml(
    bytes,
    {
      open(element) {
        const { name } = element;
        const number = (attribute: string): number => Number(element.attribute(attribute) ?? 0) || 0;
        if (name === "x:numFmt" && !inCellStyles) formats.set(number("numFmtId"), element.attribute("formatCode") ?? "General");
        else if (name === "x:borders") inBorders = true;
        else if (name === "x:border" && inBorders) borders.push(false);
        else if (inBorders && /^x:(?:left|right|start|end)$/.test(name)) {
          if ((element.attribute("style") ?? "none") !== "none") borders[borders.length - 1] = true;
        } else if (name === "x:cellXfs") inCellStyles = true;
        else if (inCellStyles && name === "x:xf") {
          const id = number("numFmtId");
          styles.push({
            format: formats.get(id) ?? BUILT_IN_FORMATS[id] ?? "General",
            hasSides: borders[number("borderId")] === true,
            indent: 0,
          });
        } else if (inCellStyles && name === "x:alignment") {
          const style = styles.at(-1);
          if (style !== undefined) style.indent = Math.min(20, number("indent"));
        }
      },
      close(name) {
        if (name === "x:cellXfs") inCellStyles = false;
        if (name === "x:borders") inBorders = false;
      },
    },
    limits,
  );
  return styles;
}
