import { Link } from "../lib/address";
import { useLanguage } from "../lib/language";
import { MetBar } from "../unit/met-bar";
import { Value } from "./value";

export interface ListedProject {
  readonly id: string;
  readonly name: string;
  readonly score: number | null;
  readonly adjustedBudget: number | null;
  readonly executed: number | null;
  readonly indicators: readonly { readonly met: boolean | null }[];
  /** Where projects of several units and years stand together. */
  readonly year?: number;
  readonly unit?: { readonly name: string };
  readonly disclosure?: { readonly kind: string | null; readonly scope: string | null };
}

/** 项目: money, score, and how many targets were met; with unit and year where they differ. */
export function ProjectTable({ projects }: { readonly projects: readonly ListedProject[] }) {
  const { say, word } = useLanguage();
  const hasYear = projects.some(({ year }) => year !== undefined);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say("项目", "Projects")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("项目", "Project")}</th>
            {hasYear && <th scope="col">{say("年度", "Year")}</th>}
            <th scope="col" className="n">
              {say("全年预算", "Budget")}
            </th>
            <th scope="col" className="n">
              {say("执行", "Spent")}
            </th>
            <th scope="col" className="n">
              {say("自评得分", "Score")}
            </th>
            <th scope="col">{say("指标：完成 / 未完成 / 无法判断", "Targets met / missed / unclear")}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to={`/projects/${encodeURIComponent(one.id)}`}>{one.name}</Link>
                {one.unit && (
                  <small>
                    {one.unit.name}
                    {one.disclosure?.kind === "BUDGET" && ` · ${word("kind", "BUDGET")}`}
                    {one.disclosure?.scope === "DEPARTMENT" && ` · ${word("scope", "DEPARTMENT")}`}
                  </small>
                )}
              </th>
              {hasYear && <td>{one.year}</td>}
              <td className="n">
                <Value value={one.adjustedBudget} kind="MONEY" />
              </td>
              <td className="n">
                <Value value={one.executed} kind="MONEY" />
              </td>
              <td className="n">{one.score === null ? "" : one.score.toFixed(2)}</td>
              <td>
                <MetBar indicators={one.indicators} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
