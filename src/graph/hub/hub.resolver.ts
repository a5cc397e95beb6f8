import { Ctx, Query, Resolver } from "type-graphql";
import { findFiscalYears } from "../../store/find-revisions";
import { FiscalYearSummaryType } from "../fiscal-year/fiscal-year.type";
import type { GraphContext } from "../graph-context";
import { HubType } from "./hub.type";

@Resolver()
export class HubResolver {
  @Query(() => HubType, { description: "The version of the data that answers, and the limits." })
  async hub(@Ctx() { hubState }: GraphContext): Promise<HubType> {
    const { dataVersion, updatedAt } = await hubState();
    return Object.assign(new HubType(), { dataVersion, updatedAt: new Date(updatedAt) });
  }

  @Query(() => [FiscalYearSummaryType], { description: "年度概况 of every year of which something is published, newest first." })
  async fiscalYears(@Ctx() { reader, hubState }: GraphContext): Promise<FiscalYearSummaryType[]> {
    const years = await findFiscalYears(reader, (await hubState()).dataVersion);
    return years.map(({ year, disclosureCount, unitCount, finalAccountsUnits, expected }) => ({
      year,
      disclosureCount: Number(disclosureCount),
      unitCount: Number(unitCount),
      coverage: { expected: Number(expected), disclosed: Number(finalAccountsUnits) },
    }));
  }
}
