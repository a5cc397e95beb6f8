import { answerValue } from "../../../graph/amounts";
import type { MoneyUnit } from "../../../graph/amounts";
import type { DisclosureKind } from "../../../model/disclosure-kind";
import { figureStatusById } from "../../../model/figure-status";
import { measureOf } from "../../../model/measures";
import type { MeasureCode } from "../../../model/measures";
import { STAGES, STAGE_CODES } from "../../../model/stage";
import type { Stage } from "../../../model/stage";
import type { SubjectRecord } from "../../../store/find-subjects";
import { moneyUnitName } from "../../money-unit-name";
import type { DoorLanguage } from "../../money-unit-name";
import type { ExportColumn, ExportTable, ExportValue, HeaderCell } from "../export-table";
import type { DisclosureFigures, ToldValue } from "./disclosure-figures";
import { BUDGET_FORMS, FINAL_ACCOUNTS_FORMS } from "./statutory-forms";
import type { FormSide, StatutoryForm, StatutoryTableForm } from "./statutory-forms";

/** A disclosure as its tables tell it. */
export interface DisclosureExport {
  readonly figures: DisclosureFigures;
  readonly kind: DisclosureKind;
  /** As printed on the cover, with （本级） where it says so. */
  readonly unitName: string;
  readonly year: number;
  readonly document: { readonly sha256: string; readonly fileName: string };
  readonly language: DoorLanguage;
  readonly moneyUnit: MoneyUnit;
}

/** A table and what it goes by in an address: the kind of a statutory table, or FIGURES for what stands in none. */
export interface NamedTable {
  readonly code: string;
  readonly table: ExportTable;
  readonly rowCount: number;
}

/** Every statutory table, then the figures that stand in none of them. A table shows what it prints; what is not told is an empty cell. */
export function disclosureTables(asked: DisclosureExport): NamedTable[] {
  const forms = asked.kind === "BUDGET" ? BUDGET_FORMS : FINAL_ACCOUNTS_FORMS;
  const statutory = forms.flatMap((form, at): NamedTable[] => {
    const { columns, header, rows } = layOut(form, asked);
    if (form.isOptional && rows.every((row) => row.every((value) => typeof value !== "number"))) return [];
    const number = String(at + 1).padStart(2, "0");
    const zh = asked.language === "zh";
    const title = zh ? form.title : `${form.kind} ${form.title}`;
    const lines = [
      title,
      `公开${number}表`,
      `编制单位：${asked.unitName}`,
      zh ? `单位：${moneyUnitName(asked.moneyUnit, "zh")}` : `Money in ${asked.moneyUnit} (${moneyUnitName(asked.moneyUnit, "en")})`,
    ];
    return [{ code: form.kind, table: tableOf(`${number} ${title}`, columns, rows, { lines, header }), rowCount: rows.length }];
  });
  return [...statutory, restTable(asked)];
}

interface Laid {
  readonly columns: readonly ExportColumn[];
  readonly header: readonly (readonly HeaderCell[])[];
  readonly rows: readonly (readonly ExportValue[])[];
}

function layOut({ kind, form }: StatutoryTableForm, asked: DisclosureExport): Laid {
  const teller = new Teller(kind, asked);
  switch (form.shape) {
    case "TWO_SIDED":
      return layOutTwoSided(form, teller);
    case "SUBJECTS":
      return layOutSubjects(form, teller);
    case "BASIC_IN_TWO_ROUNDS":
      return layOutBasic(teller);
    case "ACROSS":
      return layOutAcross(form, teller);
    case "ITEMS":
      return layOutItems(form, teller);
  }
}

/** Words and values of one table in the language and unit that were asked for. */
class Teller {
  readonly stage: Stage;
  readonly zh: boolean;

  constructor(
    readonly kind: StatutoryTableForm["kind"],
    private readonly asked: DisclosureExport,
  ) {
    this.stage = asked.kind === "BUDGET" ? "INITIAL_BUDGET" : "FINAL";
    this.zh = asked.language === "zh";
  }

  get figures(): DisclosureFigures {
    return this.asked.figures;
  }

  value(measure: MeasureCode, subject: SubjectRecord | null = null, stage: Stage = this.stage): ExportValue {
    const told = this.figures.show(this.kind, measure, subject, stage);
    return told ? valueOf(told, this.asked.moneyUnit) : null;
  }

  /** 决算数, or 预算数 of a budget. */
  get amount(): string {
    return this.zh ? (this.asked.kind === "BUDGET" ? "预算数" : "决算数") : this.stage;
  }

  label(zh: string, measure: MeasureCode): string {
    return this.zh ? zh : measureOf(measure).nameEn;
  }

  text(name: string, width = 30): ExportColumn {
    return { name, format: "TEXT", width };
  }

  money(name: string): ExportColumn {
    return { name, format: "DECIMAL", width: 18 };
  }

  /** As a file without a form names a column: MEASURE (UNIT), and of another stage than its own MEASURE:STAGE (UNIT). */
  headed(measure: MeasureCode, label: string, stage = this.stage): string {
    if (this.zh) return stage === this.stage ? label : `${label} ${STAGES[stage].name}`;
    return `${measure}${stage === this.stage ? "" : `:${stage}`} (${this.asked.moneyUnit})`;
  }
}

const valueOf = ({ measure, value }: ToldValue, moneyUnit: MoneyUnit): ExportValue =>
  answerValue(measureOf(measure).kind, value, moneyUnit);

const NUMERALS = "一二三四五六七八九十".split("");

/** 一、 … 十一、 … 二十八、 */
function numeral(at: number): string {
  const [tens, ones] = [Math.floor((at + 1) / 10), (at + 1) % 10];
  return `${tens > 1 ? (NUMERALS[tens - 1] ?? "") : ""}${tens > 0 ? "十" : ""}${ones > 0 ? (NUMERALS[ones - 1] ?? "") : ""}`;
}

function layOutTwoSided({ revenue, expenditure }: Extract<StatutoryForm, { shape: "TWO_SIDED" }>, teller: Teller): Laid {
  const sides = [revenue, expenditure].map((side) => ({ side, ...rowsOfSide(side, teller) }));
  const upper = Math.max(...sides.map(({ lines }) => lines.length));
  const lower = Math.max(...sides.map(({ sums }) => sums.length));
  const blank = ({ columns }: FormSide): ExportValue[] => [null, ...columns.map(() => null)];
  // The totals of both sides stand in the last row.
  const rows = [
    ...Array.from({ length: upper }, (_, at) => sides.flatMap(({ side, lines }) => lines[at] ?? blank(side))),
    ...Array.from({ length: lower }, (_, at) =>
      sides.flatMap(({ side, sums }) => (at === lower - 1 ? sums.at(-1) : at < sums.length - 1 ? sums[at] : undefined) ?? blank(side)),
    ),
  ];
  const { zh } = teller;
  const names = (side: FormSide, word: string, wordEn: string): ExportColumn[] => [
    teller.text(zh ? `${word}项目` : `${wordEn}_item`, 34),
    ...side.columns.map(([name, en]) => teller.money(zh ? (name === "金额" ? word : `${word} ${name}`) : en)),
  ];
  return {
    columns: [...names(revenue, "收入", "revenue"), ...names(expenditure, "支出", "expenditure")],
    header: [
      [
        { text: zh ? "收入" : "Revenue", columns: 1 + revenue.columns.length },
        { text: zh ? "支出" : "Expenditure", columns: 1 + expenditure.columns.length },
      ],
      [revenue, expenditure].flatMap(({ columns }) => [
        { text: zh ? "项目" : "Item" },
        ...columns.map(([name, en]) => ({ text: name === "金额" ? teller.amount : zh ? name : en })),
      ]),
    ],
    rows,
  };
}

function rowsOfSide({ lines, classes, sums }: FormSide, teller: Teller): { lines: ExportValue[][]; sums: ExportValue[][] } {
  const lineOf = (label: string, measures: readonly MeasureCode[], subject: SubjectRecord | null): ExportValue[] => [
    label,
    ...measures.map((measure) => teller.value(measure, subject)),
  ];
  const subjects = classes ? teller.figures.subjectsOf(classes, "FUNCTIONAL", teller.stage).filter(({ level }) => level === "CLASS") : [];
  return {
    lines: [
      ...lines.map(({ label, measures }, at) => lineOf(numbered(label, measures, at, teller), measures, null)),
      ...subjects.map((subject, at) =>
        lineOf(teller.zh ? `${numeral(at)}、${subject.name}` : `${subject.code} ${subject.name}`, classes ?? [], subject),
      ),
    ],
    sums: sums.map(({ label, measures: [first, ...others] }) =>
      first === undefined ? [] : lineOf(teller.label(label, first), [first, ...others], null),
    ),
  };
}

const numbered = (label: string, [first]: readonly MeasureCode[], at: number, teller: Teller): string =>
  teller.zh || first === undefined ? `${numeral(at)}、${label}` : teller.label(label, first);

/** A subject without a code goes by its name alone. */
const codeOf = ({ code }: SubjectRecord): ExportValue => (/^\d+$/.test(code) ? code : null);

function layOutSubjects({ dimension, columns: all }: Extract<StatutoryForm, { shape: "SUBJECTS" }>, teller: Teller): Laid {
  const measures = all.map(({ measure }) => measure);
  const subjects = teller.figures.subjectsOf(measures, dimension, teller.stage);
  const columns = all.filter(({ measure, isOptional }) => !isOptional || teller.figures.isPrinted(teller.kind, measure, teller.stage));
  const row = (subject: SubjectRecord | null): ExportValue[] => columns.map(({ measure }) => teller.value(measure, subject));
  const rows = [
    [null, teller.zh ? "合计" : "Total", ...row(null)],
    ...subjects
      .map((subject) => [codeOf(subject), subject.name, ...row(subject)])
      .filter((cells) => cells.slice(2).some((value) => value !== null)),
  ];
  const codeName = dimension === "FUNCTIONAL" ? "功能分类科目编码" : "经济分类科目编码";
  const heads = [
    { label: teller.zh ? codeName : "Subject code", above: undefined },
    { label: teller.zh ? "科目名称" : "Subject name", above: undefined },
    ...columns.map(({ label, above, measure }) => ({ label: teller.label(label, measure), above: teller.zh ? above : undefined })),
  ];
  return {
    columns: [
      teller.text(teller.zh ? codeName : "subject_code", 18),
      teller.text(teller.zh ? "科目名称" : "subject_name", 34),
      ...columns.map(({ measure, label, above }) =>
        teller.money(teller.headed(measure, above === undefined ? label : `${above} ${label}`)),
      ),
    ],
    header: headerOf(heads),
    rows,
  };
}

/** Headings over one or two rows: neighbours below the same word stand side by side. */
function headerOf(heads: readonly { readonly label: string; readonly above: string | undefined }[]): HeaderCell[][] {
  if (heads.every(({ above }) => above === undefined)) return [heads.map(({ label }) => ({ text: label }))];
  const upper: HeaderCell[] = [];
  const lower: HeaderCell[] = [];
  heads.forEach(({ label, above }, at) => {
    if (above === undefined) upper.push({ text: label, rows: 2 });
    else {
      lower.push({ text: label });
      if (heads[at - 1]?.above === above) upper.push({ ...(upper.pop() ?? { text: above }), columns: columnsBelow(heads, at) });
      else upper.push({ text: above });
    }
  });
  return [upper, lower];
}

/** How many neighbours up to a place stand below the same word. */
const columnsBelow = (heads: readonly { readonly above: string | undefined }[], at: number): number => {
  const begin = heads.slice(0, at + 1).findLastIndex(({ above }) => above !== heads[at]?.above);
  return at - begin;
};

const PERSONNEL_CLASSES = ["301", "303"];

function layOutBasic(teller: Teller): Laid {
  const measure = "GENERAL_PUBLIC_BASIC_EXPENDITURE";
  const all = teller.figures.subjectsOf([measure], "ECONOMIC", teller.stage);
  const isPersonnel = ({ code }: SubjectRecord): boolean => PERSONNEL_CLASSES.some((one) => code.startsWith(one));
  const rounds = [all.filter(isPersonnel), all.filter((subject) => !isPersonnel(subject))];
  const cells = (subject: SubjectRecord | undefined): ExportValue[] =>
    subject ? [codeOf(subject), subject.name, teller.value(measure, subject)] : [null, null, null];
  const { zh } = teller;
  const rows = Array.from({ length: Math.max(...rounds.map(({ length }) => length)) }, (_, at) =>
    rounds.flatMap((round) => cells(round[at])),
  );
  const sum = (label: string, of: MeasureCode): ExportValue[] => [null, teller.label(label, of), teller.value(of)];
  const head = zh ? ["科目编码", "科目名称", teller.amount] : ["Subject code", "Subject name", teller.amount];
  const names = ["personnel", "running"].flatMap((round, at) => [
    teller.text(zh ? `科目编码${at + 1}` : `${round}_subject_code`, 14),
    teller.text(zh ? `科目名称${at + 1}` : `${round}_subject_name`, 30),
    teller.money(zh ? `${teller.amount}${at + 1}` : `${round}_amount`),
  ]);
  return {
    columns: names,
    header: [[...head, ...head].map((text) => ({ text }))],
    rows: [
      ...rows,
      [...sum("人员经费合计", "PERSONNEL_EXPENSE"), ...sum("公用经费合计", "PUBLIC_EXPENSE")],
      [...sum("合计", measure), null, null, null],
    ],
  };
}

function layOutAcross({ columns }: Extract<StatutoryForm, { shape: "ACROSS" }>, teller: Teller): Laid {
  const usual: readonly Stage[] = teller.stage === "FINAL" ? ["ADJUSTED_BUDGET", "FINAL"] : [teller.stage];
  const stages = STAGE_CODES.filter(
    (stage) =>
      usual.includes(stage) ||
      (stage === "INITIAL_BUDGET" && columns.some(({ measure }) => teller.figures.isPrinted(teller.kind, measure, stage))),
  );
  const heads = columns.map(({ label, above, measure }) => ({ label: teller.label(label, measure), above: teller.zh ? above : undefined }));
  const header = headerOf(heads).map((row) => row.map((cell) => ({ ...cell, columns: (cell.columns ?? 1) * stages.length })));
  return {
    columns: columns.flatMap(({ measure, label, above }) =>
      stages.map((stage) => teller.money(headAcross(teller, measure, above === undefined ? label : `${above} ${label}`, stage))),
    ),
    header: [...header, columns.flatMap(() => stages.map((stage) => ({ text: stageWord(stage, stages, teller) })))],
    rows: [columns.flatMap(({ measure }) => stages.map((stage) => teller.value(measure, null, stage)))],
  };
}

const headAcross = (teller: Teller, measure: MeasureCode, label: string, stage: Stage): string =>
  teller.zh ? `${label} ${STAGES[stage].name}` : teller.headed(measure, label, stage);

/** A bare 预算数 of final accounts is the adjusted budget, unless the initial one stands beside it. */
function stageWord(stage: Stage, stages: readonly Stage[], teller: Teller): string {
  if (!teller.zh) return stage;
  if (stage === "FINAL") return "决算数";
  if (stages.length < 3) return "预算数";
  return stage === "INITIAL_BUDGET" ? "年初预算数" : "全年预算数";
}

function layOutItems({ measures }: Extract<StatutoryForm, { shape: "ITEMS" }>, teller: Teller): Laid {
  const rows = measures
    .map((measure): ExportValue[] => [teller.label(measureOf(measure).name, measure), teller.value(measure)])
    .filter(([, value]) => value !== null);
  return {
    columns: [teller.text(teller.zh ? "项目" : "item", 40), teller.money(teller.zh ? teller.amount : "value")],
    header: [[{ text: teller.zh ? "项目" : "Item" }, { text: teller.amount }]],
    rows,
  };
}

/** What stands in no table: counts and sums of the narrative, other stages, printed or said not to exist; a line each. */
function restTable(asked: DisclosureExport): NamedTable {
  const { language, moneyUnit, figures } = asked;
  const zh = language === "zh";
  const rows = figures.rest.map((told) => [...addressOf(told, zh), valueOf(told, moneyUnit), ...unitAndStatusOf(told, asked)]);
  const columns = [...ADDRESS, ["value", "数值"] as const, ...UNIT_AND_STATUS].map(([en, name]): ExportColumn => ({
    name: zh ? name : en,
    format: en === "value" ? "DECIMAL" : "TEXT",
    width: en === "value" ? 18 : 24,
  }));
  const title = zh ? "表外数据一览表" : "FIGURES 表外数据一览表";
  return { code: "FIGURES", table: tableOf(title, columns, rows, { lines: [title], header: [headOf(columns)] }), rowCount: rows.length };
}

/** Every figure and where it is printed; what a table prints otherwise than the figure stands below it. */
export function sourcesTableOf(asked: DisclosureExport, about: readonly (readonly [string, string | number])[]): NamedTable {
  const { language, moneyUnit, figures, document } = asked;
  const zh = language === "zh";
  const names: readonly (readonly [string, string])[] = [
    ...ADDRESS,
    ["value", "数值"],
    ...UNIT_AND_STATUS,
    ["stands_as", "作为"],
    ["document", "来源文件"],
    ["document_sha256", "文件SHA-256"],
    ["section", "章节"],
    ["printed", "原文数字"],
    ["text", "原文"],
  ];
  const columns = names.map(([en, name]): ExportColumn => ({
    name: zh ? name : en,
    format: en === "value" ? "DECIMAL" : "TEXT",
    width: 24,
  }));
  const rows = figures.all.map(({ told, isFigure }): ExportValue[] => [
    ...addressOf(told, zh),
    valueOf(told, moneyUnit),
    ...unitAndStatusOf(told, asked),
    isFigure ? "FIGURE" : "PRINTED_IN_TABLE",
    ...(told.reading ? [document.fileName, document.sha256] : [null, null]),
    told.reading?.sectionTitle ?? null,
    told.reading?.printed ?? null,
    told.reading?.text ?? null,
  ]);
  const title = zh ? "数据来源一览表" : "SOURCES 数据来源一览表";
  const lines = [title, ...about.map(([name, value]) => `${name}: ${value}`)];
  return { code: "SOURCES", table: tableOf(title, columns, rows, { lines, header: [headOf(columns)] }), rowCount: rows.length };
}

const ADDRESS = [
  ["measure", "指标代码"],
  ["measure_name", "指标"],
  ["subject_code", "科目编码"],
  ["subject_name", "科目名称"],
  ["stage", "阶段"],
] as const;
const UNIT_AND_STATUS = [
  ["value_unit", "计量单位"],
  ["status", "状态"],
  ["derived", "推算"],
] as const;

const addressOf = ({ measure, subject, stage }: ToldValue, zh: boolean): ExportValue[] => [
  measure,
  zh ? measureOf(measure).name : measureOf(measure).nameEn,
  subject?.code ?? null,
  subject?.name ?? null,
  zh ? STAGES[stage].name : stage,
];

function unitAndStatusOf({ measure, status, isDerived }: ToldValue, { moneyUnit }: DisclosureExport): ExportValue[] {
  const unit = { MONEY: moneyUnit, COUNT: "COUNT", SCORE: "POINTS", RATE: "PERCENT" }[measureOf(measure).kind];
  return [unit, figureStatusById(status) ?? null, isDerived ? "true" : "false"];
}

const headOf = (columns: readonly ExportColumn[]): HeaderCell[] => columns.map(({ name }) => ({ text: name }));

const tableOf = (
  title: string,
  columns: readonly ExportColumn[],
  rows: readonly (readonly ExportValue[])[],
  form: NonNullable<ExportTable["form"]>,
): ExportTable => ({
  title,
  columns,
  form,
  async *rows() {
    yield* rows;
  },
});

/** The cover: what a reader, and an import of the same workbook, know the disclosure by. */
export function coverTable(
  { unitName, year, kind }: DisclosureExport,
  scope: "UNIT" | "DEPARTMENT",
  officers: readonly (readonly [label: string, text: string | null])[],
): ExportTable {
  const lines = [
    `单位名称：${unitName}`,
    `${year}年度${scope === "DEPARTMENT" ? "部门" : "单位"}${kind === "BUDGET" ? "预算" : "决算"}`,
    ...officers.flatMap(([label, text]) => (text === null ? [] : [`${label}：${text}`])),
  ];
  return tableOf("封面", [], [], { lines, header: [] });
}
