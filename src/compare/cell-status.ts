/** 单元格状态: a figure's status, and the two ways in which a computed value can be absent. */
export const CELL_STATUSES = {
  REPORTED: { id: 1, name: "已公开" },
  NOT_APPLICABLE: { id: 2, name: "注明不存在" },
  NOT_DISCLOSED: { id: 3, name: "未公开" },
  NOT_COMPUTABLE: { id: 4, name: "无法计算" },
  FACTOR_MISSING: { id: 5, name: "缺少换算系数" },
} as const;

export type CellStatus = keyof typeof CELL_STATUSES;

export const REPORTED = CELL_STATUSES.REPORTED.id;
export const NOT_APPLICABLE = CELL_STATUSES.NOT_APPLICABLE.id;
export const NOT_DISCLOSED = CELL_STATUSES.NOT_DISCLOSED.id;
export const NOT_COMPUTABLE = CELL_STATUSES.NOT_COMPUTABLE.id;
export const FACTOR_MISSING = CELL_STATUSES.FACTOR_MISSING.id;

const names = Object.keys(CELL_STATUSES) as CellStatus[];

/** A stored id; 0, where no row is, reads as not disclosed. */
export const cellStatusById = (id: number): CellStatus => names[id - 1] ?? "NOT_DISCLOSED";
