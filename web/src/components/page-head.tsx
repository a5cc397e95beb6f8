import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { explorerHref, saveAnswer } from "../lib/ask";
import type { Variables } from "../lib/ask";
import { useLanguage } from "../lib/language";

interface PageHeadProps {
  readonly title: string;
  readonly eyebrow?: ReactNode;
  readonly children?: ReactNode;
}

/** The title of a page, which is the browser's too. */
export function PageHead({ title, eyebrow, children }: PageHeadProps) {
  const { say } = useLanguage();
  useEffect(() => {
    document.title = `${title} · ${say("公开数据枢纽", "Disclosure Hub")}`;
  }, [title, say]);
  return (
    <header className="page-head">
      {eyebrow !== undefined && <p className="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {children}
    </header>
  );
}

interface ActionsProps {
  readonly query: string;
  readonly variables: Variables;
  /** Addresses of downloads by their names. */
  readonly exports?: readonly (readonly [name: string, href: string])[];
  /** Address of the plot alone, for frames of other pages. */
  readonly embed?: string;
  /** Why there is nothing to embed, where there is not. */
  readonly noEmbed?: string;
}

/** What may be done with a page beyond reading it. */
export function Actions({ query, variables, exports = [], embed, noEmbed }: ActionsProps) {
  const { say } = useLanguage();
  const [isEmbedShown, setEmbedShown] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const frame = embed && `<iframe src="${location.origin}${embed}" width="100%" height="480" style="border:0" loading="lazy"></iframe>`;
  const copy = () =>
    void navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="actions">
      <a href={explorerHref(query, variables)}>{say("在查询台打开", "Open in the explorer")}</a>
      <button type="button" onClick={() => void saveAnswer(query, variables)}>
        {say("导出 JSON", "Export JSON")}
      </button>
      {exports.map(([name, href]) => (
        <a key={name} href={href} download>
          {say("导出", "Export")} {name}
        </a>
      ))}
      {frame !== undefined && (
        <button type="button" aria-expanded={isEmbedShown} onClick={() => setEmbedShown(!isEmbedShown)}>
          {say("嵌入", "Embed")}
        </button>
      )}
      <button type="button" onClick={copy}>
        {isCopied ? say("已复制", "Copied") : say("复制链接", "Copy link")}
      </button>
      <button type="button" onClick={() => print()}>
        {say("打印", "Print")}
      </button>
      {noEmbed !== undefined && <span className="hint">{noEmbed}</span>}
      {frame !== undefined && isEmbedShown && (
        <textarea
          className="embed-code"
          readOnly
          rows={2}
          aria-label={say("嵌入代码", "Embed code")}
          value={frame}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}

/** Where the numbers of a table or plot come from, and of when. */
export function SourceLine({
  unit,
  dataVersion,
  children,
}: {
  readonly unit?: string;
  readonly dataVersion: number;
  readonly children?: ReactNode;
}) {
  const { say } = useLanguage();
  return (
    <p className="source-line">
      {unit !== undefined && <span>{say(`单位：${unit}`, `Unit: ${unit}`)}</span>}
      <span>{say("来源：各单位公开的预算、决算文件", "Source: budgets and final accounts as published by the units")}</span>
      <span>{say(`数据版本 ${dataVersion}`, `Data version ${dataVersion}`)}</span>
      {children}
    </p>
  );
}
