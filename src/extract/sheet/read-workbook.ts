import type { ExtractionLimits } from "../extraction-limits";
import { readXml } from "../archive/read-xml";

export interface WorkbookSheet {
  readonly name: string;
  readonly relationship: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly dates1904: boolean;
}

export function readWorkbook(bytes: Uint8Array, limits: ExtractionLimits): Workbook {
  const sheets: WorkbookSheet[] = [];
  let dates1904 = false;
  readXml(
    bytes,
    {
      open(element) {
        if (element.name === "x:workbookPr") dates1904 = /^(?:1|true)$/.test(element.attribute("date1904") ?? "");
        if (element.name !== "x:sheet") return;
        const state = element.attribute("state") ?? "visible";
        sheets.push({ name: element.attribute("name") ?? "", relationship: element.attribute("id") ?? "", isHidden: state !== "visible" });
      },
      close() {},
    },
    limits,
  );
  return { sheets, dates1904 };
}

/** The texts that cells refer to by number. Readings of characters (furigana, pinyin) are left out. */
export function readSharedStrings(bytes: Uint8Array | undefined, limits: ExtractionLimits): readonly string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let inText = false;
  let inReading = false;
  let text = "";
  readXml(
    bytes,
    {
      open({ name }) {
        if (name === "x:si") text = "";
        if (name === "x:rPh") inReading = true;
        if (name === "x:t") inText = !inReading;
      },
      text(part) {
        if (inText) text += part;
      },
      close(name) {
        if (name === "x:t") inText = false;
        if (name === "x:rPh") inReading = false;
        if (name === "x:si") strings.push(plainText(text));
      },
    },
    limits,
  );
  return strings;
}

/** Characters that XML cannot hold are written as _x000D_. */
export function plainText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, "\n");
}
