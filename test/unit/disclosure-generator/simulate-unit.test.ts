import { addUnitYears } from "../../support/disclosure-generator/add-unit-years";
import { carriedOverYears } from "../../support/disclosure-generator/carried-over-unit";
import * as samples from "../../support/disclosure-generator/sample-units";
import { simulateUnit } from "../../support/disclosure-generator/simulate-unit";
import type { UnitYear } from "../../support/disclosure-generator/unit-year";
import {
  economicSum,
  finalOf,
  itemsOf,
  projectFunds,
  projectScore,
  smeTotal,
  sumItems,
  threePublicSums,
  totalsOf,
} from "../../support/disclosure-generator/unit-year-sums";

const units = [
  samples.YUNXI_JUSTICE_OWN,
  samples.YUNXI_LEGAL_AID,
  samples.YUNXI_FINANCE,
  samples.YUNXI_CULTURE,
  samples.YUNXI_COMMERCE,
  samples.QINGLAN_JUSTICE,
  samples.QINGLAN_URBAN,
];

const all: readonly (readonly [string, readonly UnitYear[]])[] = [
  ...units.map(({ identity, profile }) => [identity.name, simulateUnit(profile, 2024)] as const),
  ["北原自治区司法厅（示例）", carriedOverYears()],
];

describe.each(all)("the years of %s", (_name, years) => {
  it("balance: opening + revenue + used = spent + distributed + closing", () => {
    for (const year of years) {
      const { total, expenditure, distributed, closing } = totalsOf(year);
      expect(expenditure + distributed + closing).toBe(total);
      for (const item of year.items) expect(finalOf(item) + item.closing).toBe(item.opening + item.revenue);
    }
  });

  it("follow one another: the opening balance is last year's closing one", () => {
    years.slice(1).forEach((year, at) => expect(totalsOf(year).opening).toBe(totalsOf(years[at] as UnitYear).closing));
  });

  it("spend basic expenditure on personnel and supplies, projects by class", () => {
    for (const year of years) {
      const { basic, project } = sumItems(itemsOf(year, "GENERAL"));
      expect(economicSum(year.basicByEconomic, "3")).toBe(basic);
      expect(economicSum(year.projectByEconomic, "3")).toBe(project);
    }
  });

  it("keep the three public expenses within their budget", () => {
    for (const year of years) {
      const { total, vehicles } = threePublicSums(year);
      expect(total.final).toBeLessThanOrEqual(total.budget);
      expect(vehicles.final).toBeLessThanOrEqual(vehicles.budget);
      expect(year.procurement.micro).toBeLessThanOrEqual(smeTotal(year));
    }
  });
});

describe("simulated projects", () => {
  const years = units.flatMap(({ profile }) => simulateUnit(profile, 2024));

  it("weigh 100 points with the fund block, and score within them", () => {
    for (const project of years.flatMap((year) => year.projects)) {
      expect(project.indicators.reduce((sum, { weight }) => sum + weight, 0)).toBe(9000);
      expect(projectScore(project)).toBeLessThanOrEqual(10_000);
      for (const { score, weight, reason } of project.indicators) expect(score < weight).toBe(reason !== "");
    }
  });

  it("spend what their item spends", () => {
    for (const year of years) {
      for (const project of year.projects) {
        const item = year.items.find(({ code, project: spent }) => code === project.code && spent > 0);
        expect(projectFunds(project).executed).toBe(item?.project);
        expect(projectFunds(project).initial).toBe(item?.initial);
      }
    }
  });
});

it("the same seed gives the same years, another seed others", () => {
  const { profile } = samples.YUNXI_FINANCE;
  expect(simulateUnit(profile, 2023)).toEqual(simulateUnit(profile, 2023));
  expect(simulateUnit({ ...profile, seed: "other" }, 2023)).not.toEqual(simulateUnit(profile, 2023));
});

it("a department is the sum of its units", () => {
  const [own, aid] = [samples.YUNXI_JUSTICE_OWN, samples.YUNXI_LEGAL_AID].map(({ profile }) => simulateUnit(profile, 2022)[1] as UnitYear);
  if (own === undefined || aid === undefined) throw new Error("two years were asked for");
  const department = addUnitYears([own, aid]);
  expect(totalsOf(department).total).toBe(totalsOf(own).total + totalsOf(aid).total);
  expect(threePublicSums(department).total.final).toBe(threePublicSums(own).total.final + threePublicSums(aid).total.final);
  expect(department.projects).toHaveLength(own.projects.length + aid.projects.length);
});
