import type { ObservedSubject } from "../../model/disclosure";
import type { MeasureCode } from "../../model/measures";
import type { Message } from "../../model/message";
import type { DocumentFacts, Parsed } from "../handler";
import { levelOfCode } from "../../model/subject-catalogue";
import { findFunctionalClass, resolveFunctional, type PrintedSubject } from "./resolve-subject";
import type { FoundLabel } from "./vocabulary";

const LEVELS = { 类: "CLASS", 款: "SECTION", 项: "ITEM" } as const;
const DEPTH = { CLASS: 0, SECTION: 1, ITEM: 2 } as const;
/** A name may hold brackets of its own: 政府办公厅（室）及相关机构事务. */
const NAME = "(?:[^（）0-9，。；：]|（[^（）0-9类款项]{1,8}）)";
const STEP = new RegExp(`(?:(\\d{3,7})[-—]?)?(${NAME}{1,40}?)（(\\d{2,7})?(类|款|项)(\\d{2,7})?）[、—]?`, "y");
/** 公共安全类决算数为 … under the heading 公共安全（类）. */
const CLASS_WORD = new RegExp(`(${NAME}{2,24}?)类(?=(?:支出)?(?:决算|预算|支出))`, "y");

/** 2 begins every functional code; a number of money follows the name. */
const CODED_NAME = new RegExp(
  `(2\\d{2}(?:\\d{2}){0,2})[-—]?(${NAME}{2,40}?)(?:（[类款项]）)?(?=(?:支出)?(?:决算|预算)?数?为?\\d[\\d,.]*(?:亿|万)?元)`,
  "y",
);

export interface FunctionalSubjects {
  readonly findLabel: (plain: string, at: number) => FoundLabel | undefined;
  /** Adds to what was read the subjects that no catalogue holds. */
  readonly complete: (parsed: Parsed) => Parsed;
}

/**
 * 支出功能分类科目 as sentences name them: 公共安全支出（204类）司法（06款）行政运行（01项）, or from the level below a class that was named
 * before: 司法（款）行政运行（项）. A name alone is no key (行政运行 stands under many parents), so the classes above are remembered.
 */
export function functionalSubjects(measure: MeasureCode, facts: DocumentFacts): FunctionalSubjects {
  let trail: readonly PrintedSubject[] = [];
  let reading = "";
  let reached = -1;
  let holdsPath = false;
  const observed = new Map<string, ObservedSubject>();

  const label = (path: readonly PrintedSubject[], end: number, numbered: boolean): FoundLabel => {
    const resolved = resolveFunctional(path, facts.year);
    if (!resolved.known && !observed.has(resolved.key)) {
      const last = path.at(-1);
      const parentKey = knownAbove(path, facts.year);
      observed.set(resolved.key, {
        key: resolved.key,
        ...(resolved.code === undefined ? {} : { code: resolved.code }),
        name: last?.name ?? "",
        ...(parentKey === undefined ? {} : { parentKey }),
        kind: "FUNCTIONAL",
        level: last?.level ?? "ITEM",
        citation: { block: 0, start: 0, end: 0 },
      });
    }
    return { label: { measures: [measure], subject: resolved.key }, end, numbered };
  };

  const findLabel = (plain: string, at: number): FoundLabel | undefined => {
    // Looking ahead for the end of a reason must not move the trail back.
    const ahead = plain === reading && at <= reached;
    if (plain !== reading) {
      reading = plain;
      reached = -1;
      holdsPath = /[类款项]\d*）/.test(plain);
    }
    reached = Math.max(reached, at);
    const steps = holdsPath ? readSteps(plain, at) : undefined;
    if (steps !== undefined) {
      const path = joinPath(trail, steps.path);
      if (path === undefined) return undefined;
      if (!ahead) trail = path;
      return label(path, steps.end, /\d/.test(plain.slice(at, steps.end)));
    }
    CLASS_WORD.lastIndex = at;
    const word = CLASS_WORD.exec(plain)?.[1];
    const top = trail[0];
    if (word !== undefined && top !== undefined && (top.name === word || top.name.startsWith(word) || word.startsWith(top.name))) {
      return label([top], CLASS_WORD.lastIndex, false);
    }
    const coded = readCodedName(plain, at);
    if (coded !== undefined) return label([coded.subject], coded.end, true);
    const named = findFunctionalClass(plain, at);
    return named === undefined ? undefined : { label: { measures: [measure], subject: named.code }, end: named.end, whole: true };
  };

  return {
    findLabel,
    complete(parsed) {
      const readings = parsed.readings ?? [];
      const told = [...observed.values()].flatMap((subject) => {
        const citation = readings.find((reading) => reading.subject === subject.key)?.citation;
        return citation === undefined ? [] : [{ ...subject, citation }];
      });
      return {
        ...parsed,
        observedSubjects: [...(parsed.observedSubjects ?? []), ...told],
        messages: [...(parsed.messages ?? []), ...told.map(unknownSubject)],
      };
    },
  };
}

const unknownSubject = ({ code, key, name, citation }: ObservedSubject): Message =>
  code === undefined
    ? { code: "SUBJECT_UNCODED", span: citation, detail: key }
    : { code: "SUBJECT_OBSERVED", span: citation, detail: `${code} ${name}` };

/** The nearest subject above that the catalogue holds: a 款 may be misnamed as its 类 is, and then stands for nothing. */
function knownAbove(path: readonly PrintedSubject[], year: number): string | undefined {
  for (let steps = path.length - 1; steps > 0; steps -= 1) {
    const above = resolveFunctional(path.slice(0, steps), year);
    if (above.known) return above.key;
  }
  return undefined;
}

function readSteps(plain: string, at: number): { readonly path: PrintedSubject[]; readonly end: number } | undefined {
  const path: PrintedSubject[] = [];
  let end = at;
  for (;;) {
    STEP.lastIndex = end;
    const match = STEP.exec(plain);
    if (match === null) break;
    const [, before, name = "", inside, mark = "项", behind] = match;
    const level = LEVELS[mark as keyof typeof LEVELS];
    const above = path.at(-1);
    if (above !== undefined && DEPTH[level] <= DEPTH[above.level]) break;
    const code = joinCode(above?.code, before ?? inside ?? behind, level);
    path.push({ level, name, ...(code === undefined ? {} : { code }) });
    end = STEP.lastIndex;
  }
  return path.length === 0 ? undefined : { path, end };
}

/** 20103-政府办公厅（室）及相关机构事务9185万元: the code says the level. */
function readCodedName(plain: string, at: number): { readonly subject: PrintedSubject; readonly end: number } | undefined {
  if (/\d/.test(plain[at - 1] ?? "")) return undefined;
  CODED_NAME.lastIndex = at;
  const match = CODED_NAME.exec(plain);
  const [, code = "", name = ""] = match ?? [];
  const level = levelOfCode(code);
  if (match === null || level === undefined) return undefined;
  return { subject: { level, name, code }, end: at + match[0].length };
}

/** 06 under 204 is 20406; a code printed whole stays. */
function joinCode(above: string | undefined, printed: string | undefined, level: PrintedSubject["level"]): string | undefined {
  if (printed === undefined) return undefined;
  const length = 3 + 2 * DEPTH[level];
  if (printed.length === length) return printed;
  return above !== undefined && above.length + printed.length === length ? above + printed : undefined;
}

/** A path that begins below the class goes on under what was named before. */
function joinPath(trail: readonly PrintedSubject[], path: readonly PrintedSubject[]): readonly PrintedSubject[] | undefined {
  const first = path[0];
  if (first === undefined) return undefined;
  const above = trail.filter(({ level }) => DEPTH[level] < DEPTH[first.level]);
  return above.length === DEPTH[first.level] ? [...above, ...path] : undefined;
}
