import type { Scope } from "../../../src/model/disclosure-kind";

/** Who discloses: what the cover, the overview and the contact lines print. All of it is invented. */
export interface UnitIdentity {
  /** "云溪市司法局（示例）" */
  readonly name: string;
  readonly scope: Scope;
  /** The name is printed with （本级）: the department above has the same name. */
  readonly isOwnUnit: boolean;
  readonly nature: string;
  readonly head: string;
  readonly financeLead: string;
  readonly preparer: string;
  readonly phone: string;
  readonly offices: readonly string[];
  readonly duties: readonly string[];
  readonly achievements: readonly string[];
  readonly memberUnits: readonly { readonly name: string; readonly nature: string; readonly note?: string }[];
}

export const printedName = (unit: UnitIdentity): string => (unit.isOwnUnit ? `${unit.name}（本级）` : unit.name);

/** 部门 or 单位: how the document speaks of itself. */
export const selfWord = (unit: UnitIdentity): "部门" | "单位" => (unit.scope === "DEPARTMENT" ? "部门" : "单位");
