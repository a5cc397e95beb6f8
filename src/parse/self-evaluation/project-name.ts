import { foldLabel } from "./fold-label";

/** 项目编码 in front of a name: "51092324T000010263357-…". */
const CODED = /^\s*([0-9][0-9A-Z]{9,}|[A-Z][0-9A-Z]{11,})\s*[-－—–_]+\s*(\S.*)$/s;
/** 单位编码 in front of a unit's name: "219001-…". */
const UNIT_CODE = /^\s*\d{3,12}\s*[-－—–_]+\s*(?=\S)/;

export interface NamedProject {
  readonly name: string;
  readonly code?: string;
}

export function readProjectName(printed: string): NamedProject {
  const [, code, name] = CODED.exec(printed) ?? [];
  return code === undefined || name === undefined ? { name: joinLines(printed) } : { name: joinLines(name), code };
}

export const readUnitName = (printed: string): string => joinLines(printed.replace(UNIT_CODE, ""));

/** The same project is named with and without quotation marks, brackets of either width, and 项目 at its end. */
export function projectNameKey(name: string): string {
  const key = foldLabel(name)
    .replace(/["'“”‘’「」『』《》〈〉]/g, "")
    .replace(/(支出)?项目$/, "");
  return key === "" ? foldLabel(name) : key;
}

const joinLines = (text: string): string => text.replace(/\s*\n\s*/g, "").trim();
