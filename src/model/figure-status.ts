/** Whether a figure was told. Missing is never zero: a printed zero is REPORTED, what the document does not say is NOT_DISCLOSED. */
export const FIGURE_STATUSES = {
  REPORTED: { id: 1, name: "已公开" },
  NOT_APPLICABLE: { id: 2, name: "注明不存在" },
  NOT_DISCLOSED: { id: 3, name: "未公开" },
} as const satisfies Record<string, { id: number; name: string }>;

export type FigureStatus = keyof typeof FIGURE_STATUSES;

export const FIGURE_STATUS_CODES = Object.keys(FIGURE_STATUSES) as FigureStatus[];
const byId = new Map<number, FigureStatus>(FIGURE_STATUS_CODES.map((code) => [FIGURE_STATUSES[code].id, code]));

export const figureStatusById = (id: number): FigureStatus | undefined => byId.get(id);
