import type { Stage } from "../../model/stage";
import type { Label } from "./vocabulary";

export type Direction = "INCREASE" | "DECREASE" | "EQUAL";

/** The word for a stage, before the year beside it settles which one it is. */
export type StageWord = "INITIAL" | "ADJUSTED" | "BUDGET" | "EXECUTION" | "FINAL";

/** Which year a word speaks of: the document's own, the one before, another one. */
export type YearWord = "OWN" | "PRIOR" | "OTHER";

export type NumberUnit = "MONEY" | "RATE" | "COUNT" | "SCORE" | "NONE";

interface Placed {
  /** Plain offsets. */
  readonly start: number;
  readonly end: number;
}

/** The pieces of a sentence. */
export type Token = Placed &
  (
    | {
        readonly type: "LABEL";
        readonly label: Label;
        /** The name holds digits of its own. */
        readonly numbered: boolean;
        /** A general word that counts only as a whole name. */
        readonly whole: boolean;
        /** It is the end of a longer name that is not known. */
        readonly compounded: boolean;
      }
    | { readonly type: "NUMBER"; readonly unit: NumberUnit; readonly digits: string; readonly exponent: number; readonly unitText: string }
    /** --, 不可比: there is no such rate. */
    | { readonly type: "NO_RATE" }
    | { readonly type: "YEAR"; readonly year: YearWord }
    | { readonly type: "STAGE"; readonly word: StageWord }
    /** 与上年决算相比, 同比, 比年初预算 …; undefined where it compares with a year that no stage stands for. */
    | { readonly type: "COMPARE"; readonly base: Stage | undefined; readonly doubtful: boolean; readonly named?: Direction }
    | { readonly type: "DIRECTION"; readonly direction: Direction | undefined; readonly roughly: boolean }
    | { readonly type: "COMPLETE"; readonly word: StageWord | undefined }
    | { readonly type: "SHARE" }
    /** afterComparison: a word that gives a reason only behind a comparison (主要是). */
    | { readonly type: "REASON"; readonly afterComparison: boolean }
    | { readonly type: "PURPOSE" }
    | { readonly type: "NEGATION" }
    | { readonly type: "NOTHING" }
    | { readonly type: "PLACEHOLDER" }
    | { readonly type: "WHEREOF" }
    | { readonly type: "OPEN" | "CLOSE" | "STOP" | "SEMICOLON" | "COMMA" | "PAUSE" | "FILLER" | "OTHER" }
  );

export type NumberToken = Extract<Token, { readonly type: "NUMBER" }>;
