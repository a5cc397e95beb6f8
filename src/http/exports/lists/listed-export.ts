import type { MoneyUnit } from "../../../graph/amounts";
import type { DoorLanguage } from "../../money-unit-name";
import type { ExportColumn, ExportValue } from "../export-table";

/** In which words and units a list is told. */
export interface ListTerms {
  readonly language: DoorLanguage;
  readonly moneyUnit: MoneyUnit;
}

export interface ListColumn<Node> {
  /** Stable; a column of money says its unit after it. */
  readonly en: string;
  readonly zh: string;
  readonly format: ExportColumn["format"];
  readonly width: number;
  readonly isMoney?: boolean;
  read(node: Node, terms: ListTerms): ExportValue;
}

/** Where something of a list is printed. */
export interface ListedCitation {
  readonly section: string;
  readonly printed: string | null;
  readonly text: string;
  readonly document: { readonly fileName: string; readonly sha256: string } | null;
}

/** A list of the graph as a file. */
export interface ListedExport<Node> {
  /** The field of the graph: its arguments and those of its filter are the parameters. */
  readonly field: string;
  readonly title: readonly [zh: string, en: string];
  /** What is asked of each; money in `$money`, words in `$language`. */
  readonly selection: string;
  /** The order where none is asked for, by which every page is as quick as the first. */
  readonly orderBy?: string;
  /** False where the graph cannot count the list without reading it. */
  readonly isCounted?: boolean;
  readonly columns: readonly ListColumn<Node>[];
  /** What the sheet of sources cites, where the list is cited. */
  citationsOf?(node: Node): readonly ListedCitation[];
}

export const CITATION = "{ section printed text document { fileName sha256 } }";
