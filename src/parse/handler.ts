import type { ObservedSubject, Project, Reading, Relation } from "../model/disclosure";
import type { DisclosureKind, Scope } from "../model/disclosure-kind";
import type { ExtractedDocument, Span, Table } from "../model/extracted-document";
import type { Message } from "../model/message";
import type { MoneyUnit } from "../model/printed-number";
import type { SectionKind } from "../model/section-kind";
import type { StatutoryTableKind } from "../model/statutory-table-kind";

/** What is known of a document before its parts are read: every handler gets it, none changes it. */
export interface DocumentFacts {
  readonly document: ExtractedDocument;
  readonly unitName: string;
  readonly year: number;
  readonly kind: DisclosureKind;
  readonly scope: Scope;
}

/** A part of a document: blocks [from, to), heading included. */
export interface LocatedSection {
  readonly kind: SectionKind;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

export interface LocatedTable {
  readonly kind: StatutoryTableKind;
  /** The printed title; several blocks where a table goes on over pages and extraction kept them apart. */
  readonly title: string;
  readonly blocks: readonly { readonly block: number; readonly table: Table }[];
  /** From the table's own unit line (单位：万元); undefined where it prints none. */
  readonly moneyUnit?: MoneyUnit;
  readonly section: SectionKind;
}

/** What a handler found; a value travels with its messages. */
export interface Parsed {
  readonly readings?: readonly Reading[];
  readonly relations?: readonly Relation[];
  readonly projects?: readonly Project[];
  readonly observedSubjects?: readonly ObservedSubject[];
  readonly messages?: readonly Message[];
  /** Places whose numbers were understood though they are no figure of their own (a name with a number in it, a purpose, a legal basis). */
  readonly understood?: readonly Span[];
}

/** Reads one kind of narrative section. One file each in sections/, listed in section-handlers.ts. */
export interface SectionHandler {
  readonly kind: SectionKind;
  parse(section: LocatedSection, facts: DocumentFacts): Parsed;
}

/** Reads one kind of table. One file each in tables/, listed in table-handlers.ts. */
export interface TableHandler {
  readonly kind: StatutoryTableKind;
  parse(table: LocatedTable, facts: DocumentFacts): Parsed;
}
