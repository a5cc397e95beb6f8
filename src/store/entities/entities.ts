import { SearchGramRow } from "../comparison/search-gram.entity";
import { ApiKeyRow } from "./api-key.entity";
import { ApiKeyUnitRow } from "./api-key-unit.entity";
import { AuditEventRow } from "./audit-event.entity";
import { AuditHeadRow } from "./audit-head.entity";
import { BudgetSubjectRow } from "./budget-subject.entity";
import { CrossOutcomeRow } from "./cross-outcome.entity";
import { DataVersionRow } from "./data-version.entity";
import { DisclosureRow } from "./disclosure.entity";
import { DisclosureRevisionRow } from "./disclosure-revision.entity";
import { DocumentBlockRow } from "./document-block.entity";
import { ExtractionRow } from "./extraction.entity";
import { FigureRow } from "./figure.entity";
import { FindingRow } from "./finding.entity";
import { HubStateRow } from "./hub-state.entity";
import { ImportMessageRow } from "./import-message.entity";
import { IndicatorRow } from "./indicator.entity";
import { MeasureRow } from "./measure.entity";
import { MemberUnitRow } from "./member-unit.entity";
import { OfficeRow } from "./office.entity";
import { PriceIndexRow } from "./price-index.entity";
import { ProjectRow } from "./project.entity";
import { ProjectFundRow } from "./project-fund.entity";
import { ReadingRow } from "./reading.entity";
import { RegionRow } from "./region.entity";
import { RelationRow } from "./relation.entity";
import { RuleOutcomeRow } from "./rule-outcome.entity";
import { SectionRow } from "./section.entity";
import { SourceDocumentRow } from "./source-document.entity";
import { UnitRow } from "./unit.entity";
import { UnitAliasRow } from "./unit-alias.entity";
import { UnitFactorRow } from "./unit-factor.entity";
import { UnitLineageRow } from "./unit-lineage.entity";
import { UploadedChunkRow } from "./uploaded-chunk.entity";
import { UploadedDocumentRow } from "./uploaded-document.entity";

/** Every table, for the data source and the drift check. */
export const ENTITIES = [
  ApiKeyRow,
  ApiKeyUnitRow,
  AuditEventRow,
  AuditHeadRow,
  BudgetSubjectRow,
  CrossOutcomeRow,
  DataVersionRow,
  DisclosureRow,
  DisclosureRevisionRow,
  DocumentBlockRow,
  ExtractionRow,
  FigureRow,
  FindingRow,
  HubStateRow,
  ImportMessageRow,
  IndicatorRow,
  MeasureRow,
  MemberUnitRow,
  OfficeRow,
  PriceIndexRow,
  ProjectRow,
  ProjectFundRow,
  ReadingRow,
  RegionRow,
  RelationRow,
  RuleOutcomeRow,
  SearchGramRow,
  SectionRow,
  SourceDocumentRow,
  UnitRow,
  UnitAliasRow,
  UnitFactorRow,
  UnitLineageRow,
  UploadedChunkRow,
  UploadedDocumentRow,
];
