import type { ShownFinding } from "../components/finding-list";
import type { Status } from "../components/value";
import type { MeasureName } from "../compare/comparison";
import type { ValueKind } from "../lib/amounts";

/** What queries/unit.graphql answers. */
export interface UnitAnswer {
  readonly unit: {
    readonly code: string;
    readonly name: string;
    readonly level: string | null;
    readonly nature: string | null;
    readonly region: { readonly code: string; readonly name: string; readonly parent: { readonly name: string } | null } | null;
    readonly parent: { readonly code: string; readonly name: string } | null;
    readonly children: readonly { readonly code: string; readonly name: string }[];
    readonly disclosures: { readonly nodes: readonly PublishedDisclosure[] };
  };
  readonly budgets: History;
  readonly adjusted: History;
  readonly finals: History;
}

export interface PublishedDisclosure {
  readonly id: string;
  readonly fiscalYear: { readonly year: number };
  readonly kind: string | null;
  readonly scope: string | null;
  readonly revision: number;
  readonly quality: { readonly passed: number; readonly failed: number; readonly undecided: number };
}

export interface History {
  readonly dataVersion: number;
  readonly columns: readonly { readonly measure: MeasureName }[];
  readonly rows: readonly {
    readonly year: number;
    readonly scope: string | null;
    readonly cells: readonly { readonly value: number | null; readonly status: Status }[];
  }[];
}

/** What queries/disclosure.graphql answers. */
export interface DisclosureAnswer {
  readonly disclosure: ShownDisclosure | null;
}

export interface ShownDisclosure {
  readonly kind: string | null;
  readonly scope: string | null;
  readonly revision: number;
  readonly reportedOn: string | null;
  readonly publishedAt: string | null;
  readonly unitNamePrinted: string;
  readonly memberUnitCount: number | null;
  readonly officeCount: number | null;
  readonly officers: { readonly head: string | null; readonly financeLead: string | null; readonly preparer: string | null };
  readonly document: { readonly fileName: string; readonly sha256: string };
  readonly coverage: { readonly percent: number | null };
  readonly quality: { readonly passed: number; readonly failed: number; readonly undecided: number; readonly notApplicable: number };
  readonly totals: readonly ToldFigure[];
  readonly sources: readonly (ToldFigure & { readonly share: number | null })[];
  readonly threePublic: readonly ToldFigure[];
  readonly counts: readonly ToldFigure[];
  readonly procurement: readonly ToldFigure[];
  readonly assets: readonly ToldFigure[];
  readonly classes: readonly SubjectFigure[];
  readonly sections: readonly SubjectFigure[];
  readonly items: readonly SubjectFigure[];
  readonly generalClasses: readonly SubjectFigure[];
  readonly generalSections: readonly SubjectFigure[];
  readonly generalItems: readonly (SubjectFigure & {
    readonly initialBudget: number | null;
    readonly final: number | null;
    readonly completionRate: number | null;
    readonly reason: string | null;
  })[];
  readonly projects: readonly {
    readonly id: string;
    readonly name: string;
    readonly score: number | null;
    readonly totalWeight: number | null;
    readonly hasTable: boolean;
    readonly adjustedBudget: number | null;
    readonly executed: number | null;
    readonly indicators: readonly { readonly met: boolean | null }[];
  }[];
  readonly findings: readonly ShownFinding[];
  readonly revisions: readonly { readonly revision: number; readonly publishedAt: string | null; readonly note: string | null }[];
  readonly changes: readonly {
    readonly measure: { readonly name: string; readonly nameEn: string; readonly kind: ValueKind } | null;
    readonly subject: { readonly code: string; readonly name: string } | null;
    readonly stage: string | null;
    readonly before: number | null;
    readonly after: number | null;
    readonly difference: number | null;
  }[];
}

export interface ToldFigure {
  readonly measure: MeasureName;
  readonly value: number | null;
  readonly initialBudget: number | null;
  readonly adjustedBudget: number | null;
  readonly status: Status;
  readonly executionRate: number | null;
  readonly yearOnYear: { readonly amount: number; readonly rate: number | null } | null;
  readonly reason: string | null;
}

export interface SubjectFigure {
  readonly measure: { readonly code: string; readonly kind: ValueKind };
  readonly subject: { readonly code: string; readonly name: string } | null;
  readonly value: number | null;
  readonly status: Status;
}
