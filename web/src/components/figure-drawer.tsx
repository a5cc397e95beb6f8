import { useEffect, useRef } from "react";
import { useMoneyUnit } from "../lib/amounts";
import type { ValueKind } from "../lib/amounts";
import { Link } from "../lib/address";
import { explorerHref, useAnswer } from "../lib/ask";
import { disclosureParameters } from "../lib/disclosure-parameters";
import { useLanguage } from "../lib/language";
import FIGURE from "../queries/figure.graphql?raw";
import { FindingList } from "./finding-list";
import type { ShownFinding } from "./finding-list";
import { PrintedText } from "./printed-text";
import type { PrintedCitation } from "./printed-text";
import { Empty, Shown } from "./shown";
import { Value } from "./value";
import type { Status } from "./value";

/** Which published figure: written into the address so that a citation can be shared. */
export interface FigureKey {
  readonly unit: string;
  readonly year: number;
  readonly measure: string;
  readonly subject: string | null;
  readonly kind: string | null;
  readonly scope: string | null;
  readonly stage: string;
}

export const writeFigureKey = ({ unit, year, measure, subject, kind, scope, stage }: FigureKey): string =>
  [unit, year, measure, subject ?? "", kind ?? "", scope ?? "", stage].join("~");

export function readFigureKey(text: string | null): FigureKey | undefined {
  const [unit, year, measure, subject, kind, scope, stage] = (text ?? "").split("~");
  if (!unit || !measure || !/^\d{4}$/.test(year ?? "")) return undefined;
  return { unit, year: Number(year), measure, subject: subject || null, kind: kind || null, scope: scope || null, stage: stage || "FINAL" };
}

interface FigureAnswer {
  readonly disclosure: {
    readonly kind: string | null;
    readonly scope: string | null;
    readonly revision: number;
    readonly reportedOn: string | null;
    readonly unitNamePrinted: string;
    readonly unit: { readonly code: string; readonly name: string };
    readonly fiscalYear: { readonly year: number };
    readonly document: { readonly fileName: string; readonly format: string; readonly sha256: string };
    readonly figure: {
      readonly measure: {
        readonly name: string;
        readonly nameEn: string;
        readonly kind: ValueKind;
        readonly numerator: string | null;
        readonly denominator: string | null;
      };
      readonly subject: { readonly code: string; readonly name: string } | null;
      readonly status: Status;
      readonly initialBudget: number | null;
      readonly adjustedBudget: number | null;
      readonly final: number | null;
      readonly priorFinal: number | null;
      readonly executionRate: number | null;
      readonly reason: string | null;
      readonly derivedStages: readonly string[];
      readonly citation: PrintedCitation | null;
      readonly readings: readonly { readonly origin: string; readonly stage: string | null; readonly citation: PrintedCitation }[];
      readonly findings: readonly ShownFinding[];
    };
  } | null;
}

/** Pixels from which the drawer has a place of its own beside the page. */
const WIDE = 1180;

/** 出处: where a figure is printed, in which words, and what contradicts it. Beside the page, not over it. */
export function FigureDrawer({ figureKey, onClose }: { readonly figureKey: FigureKey; readonly onClose: () => void }) {
  const { say } = useLanguage();
  const money = useMoneyUnit();
  const variables = { ...figureKey, money };
  const answered = useAnswer<FigureAnswer>(FIGURE, variables);
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const text = writeFigureKey(figureKey);
  useEffect(() => {
    const opener = document.activeElement;
    // Beside the page where there is room; where it covers the page, what lies under it is out of reach of the keyboard too.
    if (innerWidth > WIDE) dialog.current?.show();
    else dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    close.current?.focus({ preventScroll: true });
  }, [text]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      onClose();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [onClose]);
  return (
    <dialog
      className="drawer"
      ref={dialog}
      aria-label={say("出处", "Source of the figure")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="drawer-head">
        <h2>{say("出处", "Source")}</h2>
        <button type="button" ref={close} onClick={onClose}>
          {say("关闭", "Close")}
        </button>
      </div>
      <Shown answered={answered} lines={8}>
        {({ disclosure }) =>
          disclosure ? (
            <Told disclosure={disclosure} stage={figureKey.stage} />
          ) : (
            <Empty>{say("该单位该年没有公开文件。", "Nothing is published of this unit and year.")}</Empty>
          )
        }
      </Shown>
      <p className="actions">
        <a href={explorerHref(FIGURE, variables)}>{say("在查询台打开", "Open in the explorer")}</a>
      </p>
    </dialog>
  );
}

function Told({ disclosure, stage }: { readonly disclosure: NonNullable<FigureAnswer["disclosure"]>; readonly stage: string }) {
  const { say, word, code } = useLanguage();
  const { figure, document, unit } = disclosure;
  const stages: readonly (readonly [string, number | null])[] = [
    ["INITIAL_BUDGET", figure.initialBudget],
    ["ADJUSTED_BUDGET", figure.adjustedBudget],
    ["FINAL", figure.final],
    ["PRIOR_FINAL", figure.priorFinal],
  ];
  const others = figure.readings.filter(({ citation }) => citation.text !== figure.citation?.text);
  return (
    <>
      <p className="drawer-title">
        <Link to={`/units/${encodeURIComponent(unit.code)}`} parameters={disclosureParameters(disclosure)}>
          {unit.name}
        </Link>{" "}
        {disclosure.fiscalYear.year} {disclosure.kind !== null && word("kind", disclosure.kind)}
        <small>{disclosure.scope !== null && word("scope", disclosure.scope)}</small>
      </p>
      <h3>
        {code === "zh" ? figure.measure.name : figure.measure.nameEn}
        {figure.subject && ` · ${figure.subject.code} ${figure.subject.name}`}
      </h3>
      <dl className="pairs">
        {stages
          .filter(([name, value]) => value !== null || name === stage)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{word("stage", name)}</dt>
              <dd>
                <Value value={value} status={name === stage ? figure.status : "NOT_DISCLOSED"} kind={figure.measure.kind} />
                {figure.derivedStages.includes(name) && <small> {say("由增减额推算", "follows from a printed change")}</small>}
              </dd>
            </div>
          ))}
        {figure.executionRate !== null && (
          <div>
            <dt>{say("预算执行率", "Execution rate")}</dt>
            <dd>
              <Value value={figure.executionRate} kind="RATE" />
            </dd>
          </div>
        )}
      </dl>
      {figure.measure.numerator !== null && (
        <p className="hint">
          {say("由两项公开数相除得出，文件中没有这个数字。", "A quotient of two published figures; the document does not print it.")}
        </p>
      )}
      {figure.citation && (
        <>
          <h3>{say("原文", "As printed")}</h3>
          <PrintedText citation={figure.citation} />
        </>
      )}
      {figure.reason !== null && (
        <>
          <h3>{say("文件所述原因", "Reason as stated")}</h3>
          <p className="reason">{figure.reason}</p>
        </>
      )}
      {figure.findings.length > 0 && (
        <>
          <h3>{say("涉及的勾稽不符", "Findings that touch it")}</h3>
          <FindingList findings={figure.findings} />
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>{say(`文件中另有 ${others.length} 处`, `${others.length} more places in the document`)}</summary>
          {others.map(({ citation }, at) => (
            <PrintedText key={at} citation={citation} />
          ))}
        </details>
      )}
      <h3>{say("来源文件", "Document")}</h3>
      <dl className="pairs">
        <div>
          <dt>{say("文件", "File")}</dt>
          <dd className="wrap">{document.fileName}</dd>
        </div>
        <div>
          <dt>{say("封面单位", "On the cover")}</dt>
          <dd>{disclosure.unitNamePrinted}</dd>
        </div>
        {disclosure.reportedOn !== null && (
          <div>
            <dt>{say("报送日期", "Reported")}</dt>
            <dd>{disclosure.reportedOn}</dd>
          </div>
        )}
        <div>
          <dt>{say("修订", "Revision")}</dt>
          <dd>{disclosure.revision}</dd>
        </div>
        <div>
          <dt>SHA-256</dt>
          <dd className="wrap">
            <code>{document.sha256}</code>
          </dd>
        </div>
      </dl>
    </>
  );
}
