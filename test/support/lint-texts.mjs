// Lints texts as if they stood in files of the project: JSON [{ file, text, typed? }] in, JSON [[rule, …], …] out, in the same order.
// A process of its own, because the lint configuration is an ES module, which Jest does not load. A text needs types only if it says so, and then
// its file must exist.
import { text as readAll } from "node:stream/consumers";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

const untyped = new ESLint({
  overrideConfig: [tseslint.configs.disableTypeChecked, { languageOptions: { parserOptions: { projectService: false } } }],
});
const typed = new ESLint();

const results = [];
for (const { file, text, typed: needsTypes } of JSON.parse(await readAll(process.stdin))) {
  const [result] = await (needsTypes ? typed : untyped).lintText(text, { filePath: file });
  results.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(results));
