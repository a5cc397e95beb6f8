import type { ReactNode } from "react";
import type { Answered } from "../lib/ask";
import { useLanguage } from "../lib/language";

interface ShownProps<Data> {
  readonly answered: Answered<Data>;
  readonly children: (data: Data) => ReactNode;
  /** How high the place is while nothing is there yet: the page does not jump. */
  readonly lines?: number;
}

/** One answer of the graph in its three states. What was shown stays, dimmed, while the next answer is under way. */
export function Shown<Data>({ answered, children, lines = 4 }: ShownProps<Data>) {
  const { say } = useLanguage();
  if (answered.state === "failed") return <Failed code={answered.code} message={answered.message} />;
  if (answered.state === "done") return <>{children(answered.data)}</>;
  if (answered.data !== undefined) {
    return (
      <div className="stale" aria-busy="true">
        {children(answered.data)}
      </div>
    );
  }
  return (
    <div className="skeleton" role="status" aria-label={say("正在读取", "Loading")}>
      {Array.from({ length: lines }, (_, at) => (
        <i key={at} />
      ))}
    </div>
  );
}

export function Failed({ code, message }: { readonly code: string; readonly message: string }) {
  const { say } = useLanguage();
  const explained =
    code === "UNREACHABLE"
      ? say("连接不上服务。请检查网络，然后重新载入本页。", "The hub does not answer. Check the connection and load the page again.")
      : message;
  return (
    <div className="notice bad" role="alert">
      <strong>{say("没有读到数据", "This could not be read")}</strong>
      <p>{explained}</p>
      <button type="button" onClick={() => location.reload()}>
        {say("重新载入", "Load again")}
      </button>
    </div>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
