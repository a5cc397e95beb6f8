import { Actions, PageHead } from "../components/page-head";
import { SearchBox } from "../components/search-box";
import { Empty, Shown } from "../components/shown";
import { addressOf } from "../components/suggestion-address";
import { Link, useChange, useHref, useNavigation } from "../lib/address";
import { useAnswer } from "../lib/ask";
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
  } | null;
}

/** 检索: units, subjects, projects, indicators and narrative that hold the words. */
export function SearchPage() {
  const { say } = useLanguage();
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
                <ol className="entries hits">
                  {search.nodes.map((hit, at) => (
                    <HitEntry key={at} hit={hit} text={text} />
                  ))}
                </ol>
                {search.pageInfo.hasNextPage && (
                  <p>
                    <button type="button" onClick={() => change({ after: search.pageInfo.endCursor })}>
                      {say("下一页", "Next page")}
                    </button>
                  </p>
                )}
              </>
            )
          }
        </Shown>
      )}
      {text.length >= 2 && <Actions query={SEARCH} variables={variables} />}
    </div>
  );
}

function HitEntry({ hit: { kind, code, title, snippet, disclosure }, text }: { readonly hit: Hit; readonly text: string }) {
  const { say, word } = useLanguage();
  const at = snippet.indexOf(text);
  const year = disclosure ? { year: String(disclosure.fiscalYear.year), kind: disclosure.kind === "BUDGET" ? "BUDGET" : null } : {};
  const path = disclosure
    ? `/units/${encodeURIComponent(disclosure.unit.code)}`
    : `/${kind === "SUBJECT" ? "subjects" : "units"}/${encodeURIComponent(code ?? "")}`;
  return (
    <li>
      <Link to={path} parameters={year}>
        {title}
      </Link>
      <span>{word("hit", kind)}</span>
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
        <small>
          {say(`${disclosure.unit.name} ${disclosure.fiscalYear.year} 年`, `${disclosure.unit.name} ${disclosure.fiscalYear.year}`)}
        </small>
      )}
    </li>
  );
}
