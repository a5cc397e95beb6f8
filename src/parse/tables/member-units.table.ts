import type { TableHandler } from "../handler";

import { gridOf, spanOf } from "./table-grid";

/** 决算单位构成表: the units are read with the unit's profile; the numbers of the list only count its lines. */
export const memberUnitsTable: TableHandler = {
  kind: "MEMBER_UNITS",
  parse: (table) => ({
    understood: table.blocks.flatMap(({ block, table: grid }) =>
      gridOf(grid, block).flatMap((row) => row.own.filter((cell) => /^\d{1,3}$/.test(cell.label)).map((cell) => spanOf(cell))),
    ),
  }),
};
