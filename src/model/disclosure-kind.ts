/** 公开类别: what a disclosure discloses. The ids are bits. */
export const DISCLOSURE_KINDS = {
  BUDGET: { id: 1, name: "预算" },
  FINAL_ACCOUNTS: { id: 2, name: "决算" },
} as const satisfies Record<string, { id: number; name: string }>;

export type DisclosureKind = keyof typeof DISCLOSURE_KINDS;

/** 口径: the unit alone (单位, 本级) or the department with all its units added up (部门, 汇总). Adding both counts money twice. */
export const SCOPES = {
  UNIT: { id: 1, name: "单位（本级）" },
  DEPARTMENT: { id: 2, name: "部门（汇总）" },
} as const satisfies Record<string, { id: number; name: string }>;

export type Scope = keyof typeof SCOPES;

export const DISCLOSURE_KIND_CODES = Object.keys(DISCLOSURE_KINDS) as DisclosureKind[];
export const SCOPE_CODES = Object.keys(SCOPES) as Scope[];
const kindsById = new Map<number, DisclosureKind>(DISCLOSURE_KIND_CODES.map((code) => [DISCLOSURE_KINDS[code].id, code]));
const scopesById = new Map<number, Scope>(SCOPE_CODES.map((code) => [SCOPES[code].id, code]));

export const disclosureKindById = (id: number): DisclosureKind | undefined => kindsById.get(id);
export const scopeById = (id: number): Scope | undefined => scopesById.get(id);
