import { useState } from "react";
import { Actions, PageHead } from "../components/page-head";
import { Pager } from "../components/pager";
import { Empty, Shown } from "../components/shown";
import { Link, hrefOf, useChange, useNavigation } from "../lib/address";
import { useAnswer } from "../lib/ask";
import { listExports } from "../lib/list-exports";
import { codesOf, useLanguage } from "../lib/language";
import UNITS from "../queries/units.graphql?raw";

interface UnitsAnswer {
  readonly units: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly code: string;
      readonly name: string;
      readonly level: string | null;
      readonly nature: string | null;
      readonly region: { readonly name: string } | null;
      readonly parent: { readonly code: string; readonly name: string } | null;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** 单位目录, in pages of fifty. */
export function UnitList() {
  const { say, word, code: language } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const [text, setText] = useState(address.parameters.get("text") ?? "");
  const where = Object.fromEntries(
    ["text", "region", "nature", "level"].flatMap((name) => {
      const value = address.parameters.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const variables = { first: 50, after: address.parameters.get("after"), where, orderBy: { field: "REGION", direction: "ASC" } };
  const answered = useAnswer<UnitsAnswer>(UNITS, variables);
  /** What these units spent: the list as figures. */
  const comparedHref = (path: string) =>
    hrefOf(path, new URLSearchParams(), {
      measures: "EXPENDITURE_TOTAL,THREE_PUBLIC_TOTAL",
      text: where["text"] ?? null,
      regions: where["region"] ?? null,
      natures: where["nature"] ?? null,
      levels: where["level"] ?? null,
      lang: language,
    });
  return (
    <div className="page">
      <PageHead title={say("单位", "Units")} />
      <form
        className="filters no-print"
        onSubmit={(event) => {
          event.preventDefault();
          change({ text, after: null });
        }}
      >
        <input
          type="search"
          aria-label={say("名称中的字", "Words of the name")}
          placeholder={say("名称中的字", "Words of the name")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {(["level", "nature"] as const).map((name) => (
          <select
            key={name}
            aria-label={name === "level" ? say("层级", "Level") : say("性质", "Nature")}
            value={address.parameters.get(name) ?? ""}
            onChange={(event) => change({ [name]: event.target.value, after: null })}
          >
            <option value="">{name === "level" ? say("全部层级", "every level") : say("全部性质", "every nature")}</option>
            {codesOf(name).map((code) => (
              <option key={code} value={code}>
                {word(name, code)}
              </option>
            ))}
          </select>
        ))}
        <button type="submit">{say("筛选", "Filter")}</button>
      </form>
      <Shown answered={answered} lines={12}>
        {({ units }) => (
          <>
            <p className="hint">{say(`${units.totalCount} 个单位`, `${units.totalCount} units`)}</p>
            {units.nodes.length === 0 ? (
              <Empty>{say("没有符合条件的单位。", "No unit fits.")}</Empty>
            ) : (
              <div className="scroll" tabIndex={0} role="region" aria-label={say("单位", "Units")}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{say("单位", "Unit")}</th>
                      <th scope="col">{say("地区", "Region")}</th>
                      <th scope="col">{say("层级", "Level")}</th>
                      <th scope="col">{say("性质", "Nature")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {units.nodes.map((one) => (
                      <tr key={one.code}>
                        <th scope="row">
                          <Link to={`/units/${encodeURIComponent(one.code)}`}>{one.name}</Link>
                          {one.parent && <small>{one.parent.name}</small>}
                        </th>
                        <td>{one.region?.name}</td>
                        <td>{one.level !== null && word("level", one.level)}</td>
                        <td>{one.nature !== null && word("nature", one.nature)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <Pager {...units.pageInfo} />
          </>
        )}
      </Shown>
      <Actions
        query={UNITS}
        variables={variables}
        exports={[
          ...listExports("units", { ...where, orderBy: "REGION.ASC", lang: language }),
          [say("支出与“三公” Excel", "their expenditure, Excel"), comparedHref("/export/compare.xlsx")],
        ]}
        embed={comparedHref("/embed/compare")}
      />
    </div>
  );
}
