import { allSubjects, findSubjectByPath, subjectByCode, subjectKeyForPath, type SubjectPath } from "../../model/subject-catalogue";
import { plainText } from "./plain-text";

/** One step of a printed path: 公共安全支出（204类） → name, and the code where it is printed. */
export interface PrintedSubject {
  readonly level: "CLASS" | "SECTION" | "ITEM";
  readonly name: string;
  /** The whole code from the class down: 204, 20406, 2040601. */
  readonly code?: string;
}

export interface ResolvedSubject {
  readonly key: string;
  readonly code?: string;
  /** The catalogue holds it. */
  readonly known: boolean;
}

/** The functional subject that a path means: a printed code before the names; names without a code stay as their path. */
export function resolveFunctional(path: readonly PrintedSubject[], year: number): ResolvedSubject {
  const code = path.at(-1)?.code;
  if (code !== undefined) return { key: code, code, known: subjectByCode(code) !== undefined };
  const names = namesOf(path);
  const found = findSubjectByPath("FUNCTIONAL", names, year);
  if (found !== undefined) return { key: found.code, code: found.code, known: true };
  return { key: subjectKeyForPath("FUNCTIONAL", names, year), known: false };
}

function namesOf(path: readonly PrintedSubject[]): SubjectPath {
  const name = (level: PrintedSubject["level"]): string | undefined => path.find((step) => step.level === level)?.name;
  const [className, section, item] = [name("CLASS"), name("SECTION"), name("ITEM")];
  return {
    ...(className === undefined ? {} : { className }),
    ...(section === undefined ? {} : { section }),
    ...(item === undefined ? {} : { item }),
  };
}

interface ClassNames {
  readonly any: RegExp;
  readonly codes: ReadonlyMap<string, string>;
}

let classNames: ClassNames | undefined;

function loadClassNames(): ClassNames {
  const codes = new Map(
    allSubjects()
      .filter(({ kind, level }) => kind === "FUNCTIONAL" && level === "CLASS")
      .flatMap(({ code, name, aliases }) => [name, ...aliases].flatMap(printedNames).map((one): [string, string] => [one, code])),
  );
  const names = [...codes.keys()].sort((a, b) => b.length - a.length);
  return { codes, any: new RegExp(`(${names.join("|")})(?:类科目|类|科目)?(?=(?:支出)?(?:决算|预算)?数?为?-?\\d)`, "y") };
}

/** 一般公共服务支出 is printed without its last word too; 教育 alone would be any education. */
function printedNames(name: string): string[] {
  const plain = plainText(name).text;
  const short = plain.replace(/支出$/, "");
  return short !== plain && short.length > 4 ? [plain, short] : [plain];
}

/** A class told by its bare name with its number behind it: 公共安全支出756.55万元. */
export function findFunctionalClass(plain: string, at: number): { readonly code: string; readonly end: number } | undefined {
  classNames ??= loadClassNames();
  classNames.any.lastIndex = at;
  const name = classNames.any.exec(plain)?.[1];
  const code = name === undefined ? undefined : classNames.codes.get(name);
  return name === undefined || code === undefined ? undefined : { code, end: classNames.any.lastIndex };
}
