import { DISCLOSURE, disclosureColumns, number, text } from "./columns";
import type { ListedDisclosure } from "./columns";
import type { ListedExport } from "./listed-export";

interface Disclosure extends ListedDisclosure {
  readonly publishedAt: string | null;
  readonly reportedOn: string | null;
  readonly note: string | null;
  readonly coverage: { readonly percent: number | null };
  readonly quality: { readonly passed: number; readonly failed: number; readonly undecided: number };
  readonly document: { readonly fileName: string; readonly sha256: string };
}

/** 公开文件: who published what, and when. */
export const DISCLOSURES_LIST: ListedExport<Disclosure> = {
  field: "disclosures",
  title: ["公开文件", "Disclosures"],
  selection: `${DISCLOSURE} publishedAt reportedOn note coverage { percent } quality { passed failed undecided } document { fileName sha256 }`,
  columns: [
    ...disclosureColumns<Disclosure>((disclosure) => disclosure),
    text("published_at", "公开时间", 26, ({ publishedAt }) => publishedAt && new Date(publishedAt).toISOString()),
    text("reported_on", "报送日期", 14, ({ reportedOn }) => reportedOn),
    text("note", "修订说明", 30, ({ note }) => note),
    number("coverage_percent", "引用覆盖率（%）", "DECIMAL", ({ coverage }) => coverage.percent),
    number("checks_passed", "核对相符", "INTEGER", ({ quality }) => quality.passed),
    number("checks_failed", "核对不符", "INTEGER", ({ quality }) => quality.failed),
    number("checks_undecided", "无法核对", "INTEGER", ({ quality }) => quality.undecided),
    text("document", "来源文件", 40, ({ document }) => document.fileName),
    text("document_sha256", "文件SHA-256", 66, ({ document }) => document.sha256),
  ],
};
