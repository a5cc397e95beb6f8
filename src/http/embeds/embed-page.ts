import type { Answer } from "../answer";
import type { DoorRequest } from "../door";
import { escapeXml } from "../exports/write-xlsx";
import type { DoorLanguage } from "../money-unit-name";

/** Here only: any site may frame the page, which runs no script and loads nothing. */
const EMBED_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";
const STYLE = `body{margin:0;background:#fff;color:#1b1f24;font:14px/1.5 'Helvetica Neue',Arial,'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif;font-variant-numeric:tabular-nums}
svg{display:block;width:100%;height:auto}.narrow{display:none}@media(max-width:559px){.wide{display:none}.narrow{display:block}}h1{font-size:16px;margin:12px 16px 0}p{margin:4px 16px 8px;color:#626b75;font-size:12px}a{color:#17486b}
table{border-collapse:collapse;width:calc(100% - 32px);margin:8px 16px}th,td{padding:5px 8px;border-top:1px solid #e4e1d9;text-align:left;font-weight:400}
thead th{color:#626b75;font-size:12px;border-bottom:1px solid #1b1f24}.n{text-align:right;white-space:nowrap}.meter{width:45%}.meter i{display:block;height:14px;background:#17486b}
.spoken{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
@media(max-width:559px){table{width:calc(100% - 16px);margin:8px}th,td{padding:5px 4px}.n{white-space:normal}}
.missed{color:#a3261c;font-weight:700}.none{color:#5a4a2a;background:#f4eddc;padding:0 5px;font-size:12px}small{display:block;color:#626b75}`;

interface EmbedPage {
  readonly language: DoorLanguage;
  readonly title: string;
  /** HTML, everything in it escaped. */
  readonly body: string;
  /** The page of the hub that shows the same. */
  readonly page: URL;
}

/** A page for an iframe, with a link to where it comes from. */
export function answerEmbedPage(headers: DoorRequest["headers"], { language, title, body, page }: EmbedPage): Answer {
  const [lang, more] = language === "zh" ? ["zh-CN", "查看数据与来源"] : ["en", "Data and sources"];
  return {
    status: 200,
    headers: { ...headers, "content-type": "text/html; charset=utf-8", "content-security-policy": EMBED_POLICY },
    body: `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(title)}</title>
<style>${STYLE}</style></head>
<body><main>${body}<p><a href="${escapeXml(page.href)}" target="_blank" rel="noopener">${more}</a></p></main></body></html>
`,
  };
}

/** Under the figures: whose data, of which version. */
export const sourceLine = ({ state }: DoorRequest, language: DoorLanguage): string => {
  const moved = state.updatedAt.slice(0, 10);
  return language === "zh"
    ? `来源：各单位公开的预决算 · 数据版本 ${state.dataVersion}（${moved}）`
    : `Source: budgets and final accounts as disclosed by the units · data version ${state.dataVersion} (${moved})`;
};
