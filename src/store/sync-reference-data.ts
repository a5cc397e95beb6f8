import type { DataSource } from "typeorm";
import { MEASURE_CODES, measureOf } from "../model/measures";
import { HubStateRow } from "./entities/hub-state.entity";
import { MeasureRow } from "./entities/measure.entity";

/** Copies the catalogues that live in code and data files into their tables, so that queries can join them. Changes only what differs. */
export async function syncReferenceData(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.upsert(
      MeasureRow,
      MEASURE_CODES.map((code) => {
        const { id, name, nameEn, kind } = measureOf(code);
        return { id, code, name, nameEn, kind };
      }),
      ["id"],
    );
    if (!(await manager.existsBy(HubStateRow, { id: 1 }))) {
      await manager.upsert(HubStateRow, { id: 1, dataVersion: 0, updatedAt: new Date(0).toISOString() }, ["id"]);
    }
  });
}
