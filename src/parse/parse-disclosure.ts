import type { Disclosure, Project } from "../model/disclosure";
import type { ExtractedDocument } from "../model/extracted-document";
import type { Message } from "../model/message";
import { citedSpans, measureCoverage } from "./coverage";
import type { DocumentFacts, LocatedSection, Parsed } from "./handler";
import { locateSections } from "./locate-sections";
import { mergeParsed } from "./merge-parsed";
import { attachedTables, missingSections } from "./missing-sections";
import { ownPartOf } from "./own-part";
import { parseHeader } from "./parse-header";
import { parseProfile } from "./parse-profile";
import { SECTION_HANDLERS } from "./section-handlers";
import { parseTables } from "./parse-tables";
import { parseSelfEvaluations } from "./self-evaluation/parse-self-evaluations";
import { shareReasons } from "./share-reasons";
import { splitMergedSection } from "./split-merged-section";
import { unreadMessages } from "./unread-messages";

/**
 * Reads an extracted document as a disclosure: sections by their names, then the cover, the unit's profile, each section by its handler, the
 * statutory tables, the self-evaluations; what nothing could read is a message.
 *
 * @throws NotADisclosureError when the unit, the year or the kind cannot be found
 */
export function parseDisclosure(whole: ExtractedDocument): Disclosure {
  const { header, messages: headerMessages } = parseHeader(whole);
  const { document, messages: otherMessages } = ownPartOf(whole, header);
  const facts: DocumentFacts = { document, unitName: header.unitName, year: header.year, kind: header.kind, scope: header.scope };
  const sections = locateSections(document, [header.unitNamePrinted, header.unitName]);
  const profile = parseProfile(sections, facts);
  const tables = parseTables(facts, sections);
  const parsed = mergeParsed([
    ...sections.map((section) => parseSection(section, facts)),
    tables,
    ...sections.map((section) => parseSelfEvaluations(section, facts)),
  ]);
  const coverage = measureCoverage(document, sections, citedSpans(parsed, profile, header));
  return {
    format: document.format,
    header,
    profile,
    sections,
    tables: tables.tables,
    readings: shareReasons(parsed.readings),
    relations: parsed.relations,
    projects: parsed.projects,
    observedSubjects: parsed.observedSubjects,
    coverage,
    messages: [
      ...document.messages.filter((message) => !isSettled(message, parsed)),
      ...headerMessages,
      ...otherMessages,
      ...unknownSections(sections),
      ...missingSections(sections, facts),
      ...attachedTables(sections, facts),
      ...parsed.messages.filter((message) => !isEvaluation(message, parsed.projects)),
      ...unreadMessages(document, coverage),
    ],
  };
}

const handlers = new Map(SECTION_HANDLERS.map((handler) => [handler.kind, handler]));

function parseSection(section: LocatedSection, facts: DocumentFacts): Parsed {
  return mergeParsed(splitMergedSection(section, facts).map((part) => handlers.get(part.kind)?.parse(part, facts) ?? {}));
}

/** A table of no statutory kind is understood all the same where it evaluates a project. */
const isEvaluation = ({ code, span }: Message, projects: readonly Project[]): boolean =>
  code === "TABLE_UNKNOWN" && projects.some(({ tableBlock }) => tableBlock !== undefined && tableBlock === span?.block);

/** A number whose column extraction doubted, and whose table's sums told it. */
const isSettled = ({ code, span }: Message, { readings, relations }: ReturnType<typeof mergeParsed>): boolean =>
  code === "COLUMN_DOUBTFUL" &&
  span?.row !== undefined &&
  [...readings, ...relations].some(
    ({ citation }) => citation.block === span.block && citation.row === span.row && citation.cell === span.cell,
  );

function unknownSections(sections: readonly LocatedSection[]): Message[] {
  return sections
    .filter(({ kind, title }) => kind === "OTHER" && title !== "")
    .map(({ title, from }) => ({ code: "SECTION_UNKNOWN", detail: title, span: { block: from, start: 0, end: title.length } }));
}
