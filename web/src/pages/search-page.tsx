import { Actions, PageHead } from "../components/page-head";
import { Pager } from "../components/pager";
import { SearchBox } from "../components/search-box";
import { Empty, Shown } from "../components/shown";
import { addressOf } from "../components/suggestion-address";
import { Link, useChange, useHref, useNavigation } from "../lib/address";
import type { Changes } from "../lib/address";
import { useAnswer } from "../lib/ask";
import { disclosureParameters } from "../lib/disclosure-parameters";
import { listExports } from "../lib/list-exports";
import { useLanguage } from "../lib/language";
import SEARCH from "../queries/search.graphql?raw";

interface SearchAnswer {
  readonly search: {
    readonly totalCount: number;
    readonly nodes: readonly Hit[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

interface Hit {
  readonly kind: string;
  readonly code: string | null;
  readonly title: string;
  readonly snippet: string;
  readonly disclosure: {
    readonly unit: { readonly code: string; readonly name: string };
    readonly fiscalYear: { readonly year: number };
    readonly kind: string | null;
    readonly scope: string | null;
  } | null;
}

/** 检索: units, subjects, projects, indicators and narrative that hold the words. */
export function SearchPage() {
  const { say, code } = useLanguage();
  const { address, go } = useNavigation();
  const href = useHref();
  const change = useChange();
  const text = (address.parameters.get("q") ?? "").trim();
  const variables = { text: text.slice(0, 50), first: 30, after: address.parameters.get("after") };
  const answered = useAnswer<SearchAnswer>(SEARCH, text.length < 2 ? undefined : variables);
  return (
    <div className="page">
      <PageHead title={text === "" ? say("检索", "Search") : say(`检索“${text}”`, `Search for “${text}”`)} />
      <SearchBox
        key={text}
        initial={text}
        large
        label={say("检索", "Search")}
        placeholder={say("两个字以上", "Two letters or more")}
        onPick={(one) => go(href(...addressOf(one)))}
        onSubmit={(words) => change({ q: words, after: null })}
      />
      {text.length < 2 ? (
        <Empty>
          {say(
            "输入两个字以上，查单位、科目、项目、指标和正文。",
            "Type two letters or more: units, subjects, projects, indicators and narrative are searched.",
          )}
        </Empty>
      ) : (
        <Shown answered={answered} lines={12}>
          {({ search }) =>
            search.nodes.length === 0 ? (
              <Empty>
                {say(
                  "没有找到。试试更短的词，或拼音首字母。",
                  "Nothing was found. Try a shorter word, or pinyin initials in the box above.",
                )}
              </Empty>
            ) : (
              <>
                <p className="hint">
                  {say(
                    `约 ${search.totalCount.toLocaleString("zh-CN")} 处；各年相同的合为一条。`,
                    `About ${search.totalCount.toLocaleString("zh-CN")} places; what is the same in several years is told once.`,
                  )}
                </p>
                <ol className="entries hits">
                  {together(search.nodes).map((hits) => (
                    <HitEntry key={keyOf(hits[0])} hits={hits} text={text} />
                  ))}
                </ol>
                <Pager {...search.pageInfo} />
              </>
            )
          }
        </Shown>
      )}
      {text.length >= 2 && (
        <Actions
          query={SEARCH}
          variables={variables}
          exports={listExports("search", { text: variables.text, lang: code })}
          noEmbed={say(
            "检索结果只是链接，不作嵌入；打开其中一条再嵌入。",
            "Hits are links and not embedded: open one of them to embed it.",
          )}
        />
      )}
    </div>
  );
}

type Hits = readonly [Hit, ...Hit[]];

const keyOf = ({ kind, code, title, snippet, disclosure }: Hit): string =>
  [kind, code ?? disclosure?.unit.code, title, kind === "SECTION" ? snippet : ""].join("\n");

/** A unit that says the same every year is one entry with its years. */
function together(hits: readonly Hit[]): Hits[] {
  const groups = new Map<string, [Hit, ...Hit[]]>();
  for (const hit of hits) {
    const group = groups.get(keyOf(hit));
    if (group) group.push(hit);
    else groups.set(keyOf(hit), [hit]);
  }
  return [...groups.values()];
}

/** Where a hit is read: a project in the list of projects, what else stands in a disclosure on its unit's page. */
function placeOf({ kind, code, title, disclosure }: Hit): readonly [path: string, parameters: Changes] {
  if (!disclosure) return [`/${kind === "SUBJECT" ? "subjects" : "units"}/${encodeURIComponent(code ?? "")}`, {}];
  const { unit, fiscalYear } = disclosure;
  if (kind === "PROJECT") return ["/projects", { text: title, units: unit.code, year: String(fiscalYear.year), all: "1" }];
  return [`/units/${encodeURIComponent(unit.code)}`, disclosureParameters(disclosure)];
}

function HitEntry({ hits, text }: { readonly hits: Hits; readonly text: string }) {
  const { word } = useLanguage();
  const [first] = hits;
  const { kind, code, title, snippet, disclosure } = first;
  const at = snippet.indexOf(text);
  const [path, parameters] = placeOf(first);
  return (
    <li>
      <Link to={path} parameters={parameters}>
        {title}
      </Link>
      <span>
        {word("hit", kind)}
        {kind === "SUBJECT" && ` ${code}`}
      </span>
      {snippet !== title && (
        <p>
          {at < 0 ? (
            snippet
          ) : (
            <>
              {snippet.slice(0, at)}
              <mark>{text}</mark>
              {snippet.slice(at + text.length)}
            </>
          )}
        </p>
      )}
      {disclosure && (
        <small className="hit-years">
          {disclosure.unit.name}{" "}
          {hits.map((hit, index) => {
            const [to, its] = placeOf(hit);
            return (
              <Link key={index} to={to} parameters={its}>
                {hit.disclosure?.fiscalYear.year}
                {hit.disclosure?.kind === "BUDGET" && ` ${word("kind", "BUDGET")}`}
                {hit.disclosure?.scope === "DEPARTMENT" && ` ${word("scope", "DEPARTMENT")}`}
              </Link>
            );
          })}
        </small>
      )}
    </li>
  );
}
