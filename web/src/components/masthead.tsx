import { MONEY_UNITS, useMoneyUnit } from "../lib/amounts";
import type { MoneyUnit } from "../lib/amounts";
import { Link, useChange, useHref, useNavigation } from "../lib/address";
import { useLanguage } from "../lib/language";
import { SearchBox } from "./search-box";
import { addressOf } from "./suggestion-address";

const PLACES = [
  ["/", "总览", "Overview"],
  ["/compare", "比较", "Compare"],
  ["/units", "单位", "Units"],
  ["/subjects", "科目", "Subjects"],
  ["/projects", "项目", "Projects"],
  ["/rules", "勾稽", "Checks"],
] as const;

/** The head of every page: where to go, what to find, and in which unit and language to read. */
export function Masthead() {
  const { address, go } = useNavigation();
  const { say, code } = useLanguage();
  const href = useHref();
  const change = useChange();
  const unit = useMoneyUnit();
  const isAt = (path: string) => (path === "/" ? address.path === "/" : address.path === path || address.path.startsWith(`${path}/`));
  return (
    <header className="masthead">
      <div className="bar">
        <Link to="/" className="name">
          {say("公开数据枢纽", "Disclosure Hub")}
          <small>{say("部门预算决算公开", "Departmental budgets and final accounts")}</small>
        </Link>
        {address.path !== "/" && (
          <SearchBox
            label={say("检索单位、指标、科目", "Search units, measures, subjects")}
            placeholder={say("单位、指标、科目、拼音首字母", "Units, measures, subjects")}
            onPick={(one) => go(href(...addressOf(one)))}
            onSubmit={(text) => go(href("/search", { q: text }))}
          />
        )}
        <div className="switches">
          <div className="segments" role="group" aria-label={say("金额单位", "Money in")}>
            {(Object.keys(MONEY_UNITS) as MoneyUnit[]).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === unit}
                onClick={() => change({ unit: one === "WAN_YUAN" ? null : one }, "replace")}
              >
                {say(...MONEY_UNITS[one])}
              </button>
            ))}
          </div>
          <button
            type="button"
            className="language"
            lang={code === "zh" ? "en" : "zh-CN"}
            onClick={() => change({ lang: code === "zh" ? "en" : null }, "replace")}
          >
            {code === "zh" ? "English" : "中文"}
          </button>
        </div>
      </div>
      <nav aria-label={say("主导航", "Main")}>
        {PLACES.map(([path, zh, en]) => (
          <Link key={path} to={path} aria-current={isAt(path) ? "page" : undefined}>
            {say(zh, en)}
          </Link>
        ))}
        <a href="/explorer">{say("查询台", "Explorer")}</a>
      </nav>
    </header>
  );
}
