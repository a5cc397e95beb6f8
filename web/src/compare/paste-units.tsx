import { useState } from "react";
import { useLanguage } from "../lib/language";
import { splitNames } from "../lib/split-names";
import { resolveUnits } from "./resolve-units";

interface PasteProps {
  readonly onUnits: (codes: readonly string[], names: Readonly<Record<string, string>>) => void;
}

/** 粘贴名单: names or codes, one a line or between commas; what is unknown is told and the others are taken. */
export function PasteUnits({ onUnits }: PasteProps) {
  const { say } = useLanguage();
  const [text, setText] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [isFailed, setFailed] = useState(false);
  const add = () => {
    const names = splitNames(text);
    if (names.length === 0) return;
    setAsking(true);
    resolveUnits(names)
      .then(
        (resolved) => {
          setFailed(false);
          setUnknown(resolved.unknown);
          setText(resolved.unknown.join("\n"));
          if (resolved.codes.length > 0) onUnits(resolved.codes, resolved.names);
        },
        () => setFailed(true),
      )
      .finally(() => setAsking(false));
  };
  return (
    <details className="catalogue paste">
      <summary>{say("粘贴名单", "Paste a list")}</summary>
      <textarea
        rows={4}
        aria-label={say("单位名称或代码，每行一个", "Names or codes of units, one a line")}
        placeholder={say("单位名称或代码，每行一个", "Names or codes of units, one a line")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="button" disabled={isAsking} onClick={add}>
        {isAsking ? say("正在查找", "Looking them up") : say("加入", "Add them")}
      </button>
      <div role="status">
        {unknown.length > 0 && (
          <p className="remark">
            {say(`查不到 ${unknown.length} 个：${unknown.join("、")}`, `${unknown.length} are unknown: ${unknown.join(", ")}`)}
          </p>
        )}
        {isFailed && <p className="remark">{say("名单没有查到，请再试一次。", "The list could not be looked up; try again.")}</p>}
      </div>
    </details>
  );
}
