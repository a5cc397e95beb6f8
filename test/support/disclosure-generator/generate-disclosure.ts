import type { DisclosureKind } from "../../../src/model/disclosure-kind";
import type { SectionKind } from "../../../src/model/section-kind";
import type { ExpectedProject } from "./evaluation-blocks";
import { plantFaults, type FaultName } from "./faults/faults";
import { writeBudgetForm } from "./forms/budget-form";
import type { Telling } from "./forms/official-narrative";
import { writeOfficialForm } from "./forms/official-form";
import { writeShanghaiForm } from "./forms/shanghai-form";
import { Printer, type Alterations, type DescribedBlock, type ExpectedFact, type ExpectedRelation } from "./printer";
import type { UnitIdentity } from "./unit-identity";
import type { UnitYear } from "./unit-year";

/** What one document is generated from. */
export interface DisclosureRequest {
  readonly unit: UnitIdentity;
  readonly kind: DisclosureKind;
  /** The year itself and the one before: what the document compares with. */
  readonly year: UnitYear;
  readonly prior: UnitYear;
  /** OFFICIAL is the national template in fourteen sections; SHANGHAI puts the tables first and tells less. A budget has a form of its own. */
  readonly form?: "OFFICIAL" | "SHANGHAI";
  readonly tables?: "PRINTED" | "ATTACHED";
  readonly tableUnit?: "万元" | "元";
  /** OPERATOR_IN_TARGET: "≥50个", no columns for direction and unit. */
  readonly evaluations?: "SEED" | "OPERATOR_IN_TARGET";
  /** The narrative's sections in this order; sections that are not listed are left out. */
  readonly sections?: readonly SectionKind[];
  readonly restated?: boolean;
  readonly faults?: readonly FaultName[];
  /** Published numbers that do not follow from the year's own. */
  readonly alterations?: Alterations;
}

export interface GeneratedDisclosure {
  /** Paragraphs and tables in order, for the text form or any format writer. */
  readonly blocks: readonly DescribedBlock[];
  /** Every figure as printed, each time it is printed. */
  readonly facts: readonly ExpectedFact[];
  readonly relations: readonly ExpectedRelation[];
  readonly projects: readonly ExpectedProject[];
}

/** Writes the disclosure of a unit and year: the same request gives the same document. */
export function generateDisclosure(asked: DisclosureRequest): GeneratedDisclosure {
  const { request, alterations: planted } = plantFaults(asked.faults ?? [], asked);
  const given = request.alterations;
  const print = new Printer(
    { numbers: [...(given?.numbers ?? []), ...planted.numbers], switches: new Set([...(given?.switches ?? []), ...planted.switches]) },
    request.tableUnit ?? "万元",
  );
  const telling: Telling = { unit: request.unit, year: request.year, prior: request.prior, print };
  const projects = write(telling, request);
  return { blocks: print.blocks, facts: print.facts, relations: print.relations, projects };
}

function write(telling: Telling, request: DisclosureRequest): ExpectedProject[] {
  if (request.kind === "BUDGET") return writeBudgetForm(telling);
  if (request.form === "SHANGHAI") return writeShanghaiForm(telling);
  return writeOfficialForm(telling, {
    tables: request.tables ?? "PRINTED",
    codes: "JOINED",
    evaluations: request.evaluations ?? "SEED",
    restated: request.restated ?? false,
    ...(request.sections === undefined ? {} : { sections: request.sections }),
  });
}
