import { readFileSync } from "node:fs";
import path from "node:path";

export interface DocumentedBlock {
  readonly file: string;
  readonly language: string;
  readonly text: string;
  /** The plain block right after it: what it is said to print. */
  readonly output: string | undefined;
}

const BLOCK = /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm;

/** The blocks of code of a page, in order; what stands before a block of output, closer than a paragraph, is its command. */
export function readBlocks(root: string, file: string): DocumentedBlock[] {
  const page = readFileSync(path.join(root, file), "utf8");
  const found = [...page.matchAll(BLOCK)].map(({ 0: whole, 2: language = "", 3: text = "", index }) => ({
    language,
    text,
    begin: index,
    end: index + whole.length,
  }));
  return found.map(({ language, text, end }, at) => {
    const next = found[at + 1];
    const isOutput = next?.language === "" && page.slice(end, next.begin).trim() === "";
    return { file, language, text, output: isOutput ? next.text : undefined };
  });
}
