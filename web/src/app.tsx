import { Component, Suspense, lazy, useEffect } from "react";
import type { ComponentType, ReactNode } from "react";
import { Masthead } from "./components/masthead";
import { Failed } from "./components/shown";
import { Link, useNavigation } from "./lib/address";
import { useLanguage } from "./lib/language";
import { OverviewPage } from "./pages/overview-page";

export interface PageProps {
  /** What follows the page's own part of the address: a code or an id. */
  readonly code: string;
}

const PAGES: Readonly<Record<string, ComponentType<PageProps>>> = {
  "": OverviewPage,
  compare: lazy(() => import("./pages/compare-page").then(({ ComparePage }) => ({ default: ComparePage }))),
  units: lazy(() => import("./pages/unit-page").then(({ UnitPage }) => ({ default: UnitPage }))),
  subjects: lazy(() => import("./pages/subject-page").then(({ SubjectPage }) => ({ default: SubjectPage }))),
  projects: lazy(() => import("./pages/project-page").then(({ ProjectPage }) => ({ default: ProjectPage }))),
  rules: lazy(() => import("./pages/rule-page").then(({ RulePage }) => ({ default: RulePage }))),
  search: lazy(() => import("./pages/search-page").then(({ SearchPage }) => ({ default: SearchPage }))),
};

export function App() {
  const { address } = useNavigation();
  const { say, code: language } = useLanguage();
  const [, name = "", ...rest] = address.path.split("/");
  const code = rest.map(decodeURIComponent).join("/");
  const Page = PAGES[name];
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  return (
    <>
      <a className="skip" href="#content">
        {say("跳到正文", "Skip to the content")}
      </a>
      <Masthead />
      <main id="content" tabIndex={-1}>
        <Boundary key={address.path}>
          <Suspense fallback={<div className="skeleton page" role="status" aria-label={say("正在读取", "Loading")} />}>
            {Page ? <Page code={code} /> : <Nowhere />}
          </Suspense>
        </Boundary>
      </main>
      <Colophon />
    </>
  );
}

function Nowhere() {
  const { say } = useLanguage();
  return (
    <div className="page">
      <h1>{say("这里没有内容", "There is nothing here")}</h1>
      <Link to="/">{say("回到总览", "Back to the overview")}</Link>
    </div>
  );
}

function Colophon() {
  const { say } = useLanguage();
  return (
    <footer className="colophon">
      <p>
        {say(
          "数字按各单位公开文件原样收录，逐项注明出处；彼此矛盾之处只标出，不改动。",
          "Figures stand as the units published them, each with its source; contradictions are marked and never repaired.",
        )}
      </p>
      <p>
        <a href="/explorer">{say("GraphQL 查询台", "GraphQL explorer")}</a>
        <Link to="/rules">{say("勾稽规则", "Rules")}</Link>
        <span>Disclosure Hub · Apache-2.0</span>
      </p>
    </footer>
  );
}

/** A page that breaks says so, and the others go on. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly message?: string }> {
  override state: { readonly message?: string } = {};
  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
  override render() {
    return this.state.message === undefined ? (
      this.props.children
    ) : (
      <div className="page">
        <Failed code="PAGE" message={this.state.message} />
      </div>
    );
  }
}
