import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { invariant } from "../../lib/invariant";
import { listedUnitKey, normaliseUnitName } from "../../model/unit-name";
import { NEVER } from "../columns";
import type { SearchableDisclosure } from "../comparison/write-search-index";
import { searchEntriesOf, writeSearchIndex } from "../comparison/write-search-index";
import type { DisclosureRevisionRow } from "../entities/disclosure-revision.entity";
import { FigureRow } from "../entities/figure.entity";
import { FindingRow } from "../entities/finding.entity";
import { ImportMessageRow } from "../entities/import-message.entity";
import { IndicatorRow } from "../entities/indicator.entity";
import { MemberUnitRow } from "../entities/member-unit.entity";
import { OfficeRow } from "../entities/office.entity";
import { ProjectFundRow } from "../entities/project-fund.entity";
import { ProjectRow } from "../entities/project.entity";
import { ReadingRow } from "../entities/reading.entity";
import { RelationRow } from "../entities/relation.entity";
import { RuleOutcomeRow } from "../entities/rule-outcome.entity";
import { SectionRow } from "../entities/section.entity";
import { UnitRow } from "../entities/unit.entity";
import { findOrCreateSubjects } from "../find-or-create-subjects";
import type { DescribedSubject } from "../find-or-create-subjects";
import { findUnitByReference } from "../find-unit-by-reference";
import { insertRows } from "../insert-rows";
import type { Database } from "../open-database";
import type { ImportedDocument } from "../save-document";
import { saveRevision } from "../save-revision";
import type { RevisionAddress, RevisionCover, SavedRevision, SaveOptions } from "../save-revision";
import type { CarriedRow } from "./package-column";
import type { ContentTable } from "./package-tables";
import {
  FIGURES,
  FINDINGS,
  INDICATORS,
  MEMBER_UNITS,
  MESSAGES,
  OFFICES,
  OUTCOMES,
  PROJECT_FUNDS,
  PROJECTS,
  READINGS,
  RELATIONS,
  SECTIONS,
} from "./package-tables";

/** A disclosure as another hub published it. */
export interface CarriedDisclosure {
  /** Its row in the list of disclosures. */
  readonly cover: CarriedRow;
  /** Its unit's row in the register. */
  readonly unit: CarriedRow;
  readonly content: ReadonlyMap<ContentTable, readonly CarriedRow[]>;
  readonly document: ImportedDocument;
  readonly fingerprint: string;
  /** The subjects that it speaks of, and those above them. */
  readonly subjects: readonly DescribedSubject[];
  /** Of the package, for the audit trail. */
  readonly origin: Readonly<Record<string, unknown>>;
}

/** Where the rows of each file go. */
export const CARRIED_ENTITIES: readonly (readonly [ContentTable, EntityTarget<ObjectLiteral>])[] = [
  [READINGS, ReadingRow],
  [FIGURES, FigureRow],
  [RELATIONS, RelationRow],
  [SECTIONS, SectionRow],
  [OFFICES, OfficeRow],
  [MEMBER_UNITS, MemberUnitRow],
  [PROJECTS, ProjectRow],
  [PROJECT_FUNDS, ProjectFundRow],
  [INDICATORS, IndicatorRow],
  [FINDINGS, FindingRow],
  [OUTCOMES, RuleOutcomeRow],
  [MESSAGES, ImportMessageRow],
];

/**
 * A disclosure of a package becomes a draft revision, on the one write path: word for word as the other hub published it. The rules that need other
 * documents are asked again when it is published.
 */
export function saveCarriedDisclosure(database: Database, carried: CarriedDisclosure, options: SaveOptions = {}): Promise<SavedRevision> {
  const { cover } = carried;
  const address = pick<RevisionAddress>(cover, ["fiscalYear", "kind", "scope"]);
  return saveRevision(
    database,
    {
      imported: carried.document,
      fingerprint: carried.fingerprint,
      findUnit: (manager) => findOrCreateCarriedUnit(manager, carried.unit),
      address,
      cover: pick<RevisionCover>(cover, [
        "unitNamePrinted",
        "head",
        "financeLead",
        "preparer",
        "reportedOn",
        "contact",
        "phone",
        "officeCount",
        "memberUnitCount",
        "numbersPrinted",
        "numbersCited",
        "unitNature",
      ]),
      insertContent: (manager, revision) => insertContent(manager, revision, carried),
      origin: carried.origin,
    },
    options,
  );
}

/** The columns have checked what is in them. */
const pick = <Picked>(row: CarriedRow, properties: readonly (keyof Picked & string)[]): Picked =>
  Object.fromEntries(properties.map((property) => [property, row[property]])) as Picked;

async function findOrCreateCarriedUnit(manager: EntityManager, carried: CarriedRow): Promise<UnitRow> {
  const known =
    (await findUnitByReference(manager, String(carried["code"]))) ?? (await findUnitByReference(manager, String(carried["name"])));
  if (known) return known;
  const name = String(carried["name"]);
  const told = pick<Pick<UnitRow, "code" | "regionCode" | "level" | "nature" | "natureText" | "activeFrom" | "activeTo">>(carried, [
    "code",
    "regionCode",
    "level",
    "nature",
    "natureText",
    "activeFrom",
    "activeTo",
  ]);
  await manager.insert(UnitRow, { ...told, name, nameKey: normaliseUnitName(name), parentId: null, draftOnly: 1 });
  return manager.findOneByOrFail(UnitRow, { code: told.code });
}

async function insertContent(
  manager: EntityManager,
  { id: revisionId, unitId, fiscalYear, kind, scope }: DisclosureRevisionRow,
  { content, document, subjects }: CarriedDisclosure,
): Promise<void> {
  const subjectIds = await findOrCreateSubjects(manager, new Set(subjects.map(({ key }) => key)), subjects);
  const subjectIdOf = (key: CarriedRow[string] | undefined): number => {
    const id = typeof key === "string" ? subjectIds.get(key) : 0;
    invariant(id !== undefined, `subject ${key} is named and nowhere described`);
    return id;
  };
  const ofRevision = { revisionId, unitId, fiscalYear, kind, scope, visibleFrom: NEVER, visibleTo: NEVER };
  for (const [table, entity] of CARRIED_ENTITIES) {
    const properties = manager.connection.getMetadata(entity).columns.map(({ propertyName }) => propertyName);
    const rows = (content.get(table) ?? []).map((row) => {
      const { subject, baseSubject, baseMeasureId, sectionKind } = row;
      const full: CarriedRow = {
        ...row,
        ...ofRevision,
        subjectId: subjectIdOf(subject),
        baseSubjectId: (baseMeasureId ?? null) === null ? null : subjectIdOf(baseSubject),
        ...(sectionKind !== undefined && { kind: sectionKind }),
        ...(table === MEMBER_UNITS && { nameKey: listedUnitKey(String(row["name"])) }),
      };
      return Object.fromEntries(properties.map((property) => [property, full[property]]));
    });
    await insertRows(manager, entity, rows);
  }
  await writeSearchIndex(manager, revisionId, searchEntriesOf(document.extracted, searchableOf(content)));
}

/** What a search finds of a disclosure, from its rows. */
function searchableOf(content: CarriedDisclosure["content"]): SearchableDisclosure {
  const indicators = content.get(INDICATORS) ?? [];
  const told = (value: CarriedRow[string] | undefined) => (typeof value === "string" ? { text: value } : undefined);
  return {
    projects: (content.get(PROJECTS) ?? []).map(({ seq, name, expectedGoal, actualCompletion, problems, nextSteps }) => ({
      name: String(name),
      expectedGoal: told(expectedGoal),
      actualCompletion: told(actualCompletion),
      narrative: { problems: told(problems), nextSteps: told(nextSteps) },
      indicators: indicators
        .filter(({ project }) => project === seq)
        .map(({ name: indicator, target, actual, reason }) => ({
          name: String(indicator),
          target: String(target),
          actual: told(actual)?.text,
          reason: told(reason)?.text,
        })),
    })),
    sections: (content.get(SECTIONS) ?? []).map(({ title, fromBlock, toBlock }) => ({
      title: String(title),
      from: Number(fromBlock),
      to: Number(toBlock),
    })),
  };
}
