import { useLanguage } from "../lib/language";

export interface PrintedCitation {
  readonly section: string;
  readonly text: string;
  readonly printed: string | null;
  readonly cell: number | null;
}

const CELL_MARK = " | ";

/** The words of the document with the number marked: a sentence, or the row of a table. */
export function PrintedText({ citation: { section, text, printed, cell } }: { readonly citation: PrintedCitation }) {
  const { say } = useLanguage();
  return (
    <figure className="printed">
      {cell === null ? (
        <blockquote>
          <Marked text={text} printed={printed} />
        </blockquote>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={say("表格中的一行", "A row of the table")}>
          <table>
            <tbody>
              <tr>
                {text.split(CELL_MARK).map((one, at) => (
                  <td key={at}>{at === cell ? <mark>{one}</mark> : one}</td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      )}
      <figcaption>{section}</figcaption>
    </figure>
  );
}

function Marked({ text, printed }: { readonly text: string; readonly printed: string | null }) {
  const at = printed === null || printed === "" ? -1 : text.indexOf(printed);
  if (at < 0 || printed === null) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark>{printed}</mark>
      {text.slice(at + printed.length)}
    </>
  );
}
