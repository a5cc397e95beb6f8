import { importPackage } from "../ingest/package/import-package";
import type { CarriedCounts, CarriedImport } from "../ingest/package/import-package";
import type { VerifiedPackage } from "../ingest/package/verify-package";
import { DISCLOSURES } from "../store/package/package-tables";
import type { LoadedRegister } from "../store/package/load-carried-register";
import type { Database } from "../store/open-database";
import type { DocumentReport } from "./document-report";
import { percentOf } from "./document-report";
import { tellDoubt } from "./import-files";

export interface ImportCarriedOptions {
  readonly publish: boolean;
  readonly acceptLoss: boolean;
  readonly signal: AbortSignal;
  readonly onReport: (report: DocumentReport) => void;
}

export interface CarriedReports {
  readonly reports: readonly DocumentReport[];
  readonly register: LoadedRegister | undefined;
  readonly left: number;
}

/** Imports the disclosures of a package; each is reported like a document. */
export async function importCarried(database: Database, verified: VerifiedPackage, options: ImportCarriedOptions): Promise<CarriedReports> {
  const reports: DocumentReport[] = [];
  const { register, left } = await importPackage(database, verified, {
    publish: options.publish,
    acceptLoss: options.acceptLoss,
    signal: options.signal,
    onDisclosure: (disclosure) => {
      const report = reportOf(disclosure);
      reports.push(report);
      options.onReport(report);
    },
  });
  return { reports, register, left };
}

export const countDisclosures = ({ files }: VerifiedPackage): number => files.get(DISCLOSURES)?.rows ?? 0;

const RECHECK_MESSAGES: Readonly<Record<CarriedCounts["recheck"], DocumentReport["messages"]>> = {
  SAME: [],
  RECHECKED: [
    { code: "RECHECKED", text: "The rules of this hub say otherwise of the same figures: its findings took the place of the package's" },
  ],
  READ_OTHERWISE: [
    {
      code: "READ_OTHERWISE",
      text:
        "This hub reads the text of the document otherwise: figures and findings are kept as the package tells them. " +
        "Import the document itself to have it read and checked anew",
    },
  ],
};

function reportOf({ key, unitName, result }: CarriedImport): DocumentReport {
  const [unit, year, kind, scope] = key;
  const address = { unit: unitName === "" ? unit : unitName, year: Number(year), kind, scope };
  if ("code" in result) return { file: key.join(" "), status: "FAILED", ...address, messages: [result] };
  const { saved, published, doubt, recheck, fileName, sha256, figures, projects, findings, numbersPrinted, numbersCited } = result;
  return {
    file: fileName,
    status: saved.outcome === "UNCHANGED" ? "UNCHANGED" : "IMPORTED",
    sha256,
    ...address,
    revision: saved.revision,
    published,
    figures,
    projects,
    findings,
    numbersPrinted,
    numbersCited,
    coverage: percentOf(numbersCited, numbersPrinted),
    messages: [...(doubt === undefined ? [] : [tellDoubt(doubt)]), ...RECHECK_MESSAGES[recheck]],
  };
}
