import { assessIndicator } from "../model/assess-indicator";
import type { CitedNumber, Disclosure, Project, Reading } from "../model/disclosure";
import { DISCLOSURE_KINDS, SCOPES } from "../model/disclosure-kind";
import type { ExtractedDocument, Span } from "../model/extracted-document";
import { settleFigures } from "../model/figure";
import { FIGURE_STATUSES } from "../model/figure-status";
import type { CheckOutcome, Finding } from "../model/finding";
import type { MeasureCode } from "../model/measures";
import { MEASURES } from "../model/measures";
import { quote } from "../model/quote";
import { STAGES } from "../model/stage";
import { listedUnitKey } from "../model/unit-name";
import { NEVER } from "./columns";
import { countQuality } from "./count-quality";
import type { FigureRow } from "./entities/figure.entity";
import type { FindingRow } from "./entities/finding.entity";
import type { ImportMessageRow } from "./entities/import-message.entity";
import type { IndicatorRow } from "./entities/indicator.entity";
import type { MemberUnitRow } from "./entities/member-unit.entity";
import type { OfficeRow } from "./entities/office.entity";
import type { ProjectFundRow } from "./entities/project-fund.entity";
import type { ProjectRow } from "./entities/project.entity";
import type { ReadingRow } from "./entities/reading.entity";
import type { RelationRow } from "./entities/relation.entity";
import type { RuleOutcomeRow } from "./entities/rule-outcome.entity";
import type { SectionRow } from "./entities/section.entity";

/** What the checks answered for a disclosure. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly outcomes: ReadonlyMap<string, CheckOutcome>;
}

/** Everything a row needs to know of its revision. */
export interface RevisionContext {
  readonly revisionId: number;
  readonly unitId: number;
  readonly document: ExtractedDocument;
  readonly disclosure: Disclosure;
  /** Stored ids of budget subjects by their keys. */
  readonly subjectIds: ReadonlyMap<string, number>;
}

const DRAFT = { visibleFrom: NEVER, visibleTo: NEVER };
/** figure.reading of a figure that the hub computes: nothing printed stands behind it. */
export const NO_READING = -1;

const clip = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
const orNull = <T>(value: T | undefined): T | null => value ?? null;
const clipOrNull = (text: string | undefined, length: number): string | null => (text === undefined ? null : clip(text, length));
const valueOf = (number: CitedNumber | undefined): number | null => number?.value ?? null;

/** Steps may be below one base unit (六位小数的万元): ten-thousandths keep them whole. */
const storedStep = (step: number): number => Math.max(1, Math.round(step * 10_000));

const place = (span: Span | undefined) => ({
  blockIndex: span?.block ?? null,
  rowIndex: span?.row ?? null,
  cellIndex: span?.cell ?? null,
  startOffset: span?.start ?? null,
  endOffset: span?.end ?? null,
});

const subjectIdOf = (context: RevisionContext, key: string | undefined): number =>
  key === undefined ? 0 : (context.subjectIds.get(key) ?? missingSubject(key));

function missingSubject(key: string): never {
  throw new Error(`Budget subject ${key} was not stored before its figures`);
}

const sectionTitleOf = (context: RevisionContext, block: number): string =>
  clip(context.disclosure.sections.findLast((section) => section.from <= block && block < section.to)?.title ?? "", 200);

/** A number in a table stands under the table's own title. */
function tableTitleOf({ disclosure }: RevisionContext, { table, citation }: Reading): string | undefined {
  const found = disclosure.tables.findLast(({ kind, block, title }) => kind === table && block <= citation.block && title !== "");
  return found && clip(found.title, 200);
}

const dimensions = ({ revisionId, unitId, disclosure }: RevisionContext) => ({
  revisionId,
  unitId,
  fiscalYear: disclosure.header.year,
});

export const readingRows = (context: RevisionContext): ReadingRow[] =>
  context.disclosure.readings.map((reading, seq) => ({
    revisionId: context.revisionId,
    seq,
    measureId: MEASURES[reading.measure].id,
    subjectId: subjectIdOf(context, reading.subject),
    stage: STAGES[reading.stage].id,
    status: FIGURE_STATUSES[reading.status].id,
    value: reading.value,
    step: storedStep(reading.step),
    printed: clip(reading.printed, 120),
    text: quote(context.document, reading.citation),
    origin: reading.origin,
    section: reading.section,
    sectionTitle: tableTitleOf(context, reading) ?? sectionTitleOf(context, reading.citation.block),
    tableKind: orNull(reading.table),
    derivation: orNull(reading.derivation),
    reason: orNull(reading.reason?.text),
    ...place(reading.citation),
  }));

export const figureRows = (context: RevisionContext, checked: Checked): FigureRow[] => {
  const { kind, scope } = context.disclosure.header;
  const base = { ...dimensions(context), kind: DISCLOSURE_KINDS[kind].id, scope: SCOPES[scope].id, ...DRAFT };
  const published = settleFigures(context.disclosure.readings).map(({ reading, readingIndex }) => ({
    ...base,
    measureId: MEASURES[reading.measure].id,
    subjectId: subjectIdOf(context, reading.subject),
    stage: STAGES[reading.stage].id,
    value: reading.value,
    status: FIGURE_STATUSES[reading.status].id,
    derived: reading.derivation === undefined ? 0 : 1,
    reading: readingIndex,
  }));
  const stage = STAGES[kind === "BUDGET" ? "INITIAL_BUDGET" : "FINAL"].id;
  const computed = Object.entries(qualityOf(context.disclosure, checked)).map(([measure, value]) => ({
    ...base,
    measureId: MEASURES[measure as MeasureCode].id,
    subjectId: 0,
    stage,
    value,
    status: FIGURE_STATUSES.REPORTED.id,
    derived: 1,
    reading: NO_READING,
  }));
  return [...published, ...computed];
};

/** 数据质量: how the disclosure stands the checks, and how much of it is cited. */
export const qualityOf = ({ coverage }: Disclosure, { outcomes, findings }: Checked): Partial<Record<MeasureCode, number>> => ({
  ...countQuality(
    outcomes.values(),
    findings.map(({ severity }) => severity),
  ),
  ...(coverage.printed > 0 && { CITATION_COVERAGE: Math.floor((coverage.cited * 1_000_000) / coverage.printed) }),
});

export const relationRows = (context: RevisionContext): RelationRow[] =>
  context.disclosure.relations.map((relation, seq) => ({
    revisionId: context.revisionId,
    seq,
    form: relation.form,
    measureId: MEASURES[relation.measure].id,
    subjectId: subjectIdOf(context, relation.subject),
    stage: STAGES[relation.stage].id,
    baseStage: "stage" in relation.base ? STAGES[relation.base.stage].id : null,
    baseMeasureId: "measure" in relation.base ? MEASURES[relation.base.measure].id : null,
    baseSubjectId: "measure" in relation.base ? subjectIdOf(context, relation.base.subject) : null,
    value: relation.value,
    step: storedStep(relation.step),
    printed: clip(relation.printed, 120),
    text: quote(context.document, relation.citation),
    direction: orNull(relation.direction),
    section: relation.section,
    sectionTitle: sectionTitleOf(context, relation.citation.block),
    ...place(relation.citation),
  }));

export const sectionRows = ({ revisionId, disclosure }: RevisionContext): SectionRow[] =>
  disclosure.sections.map(({ kind, title, from, to }, seq) => ({
    revisionId,
    seq,
    kind,
    title: clip(title, 200),
    fromBlock: from,
    toBlock: to,
  }));

export const officeRows = ({ revisionId, disclosure }: RevisionContext): OfficeRow[] =>
  disclosure.profile.offices.map((name, seq) => ({ revisionId, seq, name: clip(name, 200) }));

export const memberUnitRows = ({ revisionId, disclosure }: RevisionContext): MemberUnitRow[] =>
  disclosure.profile.memberUnits.map(({ name, nature, note }, seq) => ({
    revisionId,
    seq,
    name: clip(name, 200),
    nameKey: listedUnitKey(name),
    nature: clipOrNull(nature, 200),
    note: clipOrNull(note, 300),
  }));

export const projectRows = (context: RevisionContext): ProjectRow[] =>
  context.disclosure.projects.map((project, seq) => {
    const total = project.funds.find(({ source }) => source === "TOTAL");
    const { narrative } = project;
    const [citation] = project.citations;
    return {
      ...dimensions(context),
      seq,
      name: clip(project.name, 300),
      code: clipOrNull(project.code, 60),
      supervisingUnit: clipOrNull(project.supervisingUnit, 200),
      implementingUnit: clipOrNull(project.implementingUnit, 200),
      score: valueOf(project.totalScore ?? narrative?.score),
      totalWeight: valueOf(project.totalWeight),
      adjustedBudget: valueOf(total?.adjustedBudget ?? narrative?.budget),
      executed: valueOf(total?.executed ?? narrative?.executed),
      expectedGoal: orNull(project.expectedGoal?.text),
      actualCompletion: orNull(project.actualCompletion?.text),
      narrativeScore: valueOf(narrative?.score),
      narrativeBudget: valueOf(narrative?.budget),
      narrativeExecuted: valueOf(narrative?.executed),
      narrativeExecutionRate: valueOf(narrative?.executionRate),
      problems: orNull(narrative?.problems?.text),
      nextSteps: orNull(narrative?.nextSteps?.text),
      hasTable: project.tableBlock === undefined ? 0 : 1,
      section: context.disclosure.sections.findLast(({ from }) => from <= (citation?.block ?? 0))?.kind ?? "OTHER",
      sectionTitle: sectionTitleOf(context, citation?.block ?? 0),
      text: citation ? quote(context.document, citation) : "",
      ...place(citation),
      ...DRAFT,
    };
  });

const eachProject = <T>(context: RevisionContext, rowsOf: (project: Project, index: number) => T[]): T[] =>
  context.disclosure.projects.flatMap(rowsOf);

export const projectFundRows = (context: RevisionContext): ProjectFundRow[] =>
  eachProject(context, ({ funds }, project) =>
    funds.map((fund, seq) => ({
      revisionId: context.revisionId,
      project,
      seq,
      source: fund.source,
      label: clip(fund.label, 100),
      initialBudget: valueOf(fund.initialBudget),
      adjustedBudget: valueOf(fund.adjustedBudget),
      executed: valueOf(fund.executed),
      weight: valueOf(fund.weight),
      executionRate: valueOf(fund.executionRate),
      score: valueOf(fund.score),
    })),
  );

export const indicatorRows = (context: RevisionContext): IndicatorRow[] =>
  eachProject(context, ({ indicators }, project) =>
    indicators.map((indicator, seq) => {
      const { met, achievement } = assessIndicator(indicator);
      return {
        ...dimensions(context),
        project,
        seq,
        level1: clip(indicator.level1, 100),
        level2: clip(indicator.level2, 100),
        name: clip(indicator.name, 300),
        direction: orNull(indicator.direction),
        comparator: orNull(indicator.comparator),
        target: clip(indicator.target, 500),
        actual: clipOrNull(indicator.actual, 500),
        targetValue: orNull(indicator.targetValue),
        actualValue: orNull(indicator.actualValue),
        measurementUnit: clipOrNull(indicator.measurementUnit, 60),
        weight: valueOf(indicator.weight),
        score: valueOf(indicator.score),
        reason: orNull(indicator.reason),
        met: met === null ? null : Number(met),
        achievement,
        text: quote(context.document, indicator.citation),
        ...place(indicator.citation),
        ...DRAFT,
      };
    }),
  );

export const findingRows = (context: RevisionContext, { findings }: Checked): FindingRow[] =>
  findings.map((finding, seq) => ({
    ...dimensions(context),
    seq,
    rule: finding.rule,
    severity: finding.severity,
    valueKind: finding.valueKind,
    published: finding.published,
    recomputed: finding.recomputed,
    tolerance: finding.tolerance,
    project: orNull(finding.project),
    indicator: orNull(finding.indicator),
    detail: JSON.stringify(finding.detail),
    figures: JSON.stringify(finding.figures),
    citations: JSON.stringify(
      finding.citations.map((span) => ({ span, section: sectionTitleOf(context, span.block), text: quote(context.document, span) })),
    ),
    ...DRAFT,
  }));

export const ruleOutcomeRows = ({ revisionId }: RevisionContext, { outcomes }: Checked): RuleOutcomeRow[] =>
  [...outcomes].map(([rule, outcome]) => ({ revisionId, rule, outcome }));

export const messageRows = ({ revisionId, document, disclosure }: RevisionContext): ImportMessageRow[] =>
  [...document.messages, ...disclosure.messages].map(({ code, detail, place: words, span }, seq) => ({
    revisionId,
    seq,
    code,
    detail: orNull(detail),
    place: clipOrNull(words, 200),
    ...place(span),
  }));
