import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { ask } from "../lib/ask";
import { useLanguage } from "../lib/language";
import { splitNames } from "../lib/split-names";
import SUGGEST from "../queries/suggestions.graphql?raw";

export interface Suggestion {
  readonly kind: "UNIT" | "REGION" | "SUBJECT" | "MEASURE";
  readonly code: string;
  readonly name: string;
  readonly within: string | null;
}

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly kinds?: readonly Suggestion["kind"][];
  readonly onPick: (suggestion: Suggestion) => void;
  /** Enter on words that no suggestion was chosen for. */
  readonly onSubmit?: (text: string) => void;
  /** Several lines pasted at once. */
  readonly onPasteLines?: (lines: readonly string[]) => void;
  readonly large?: boolean;
  /** What the box holds to begin with. */
  readonly initial?: string;
}

const PAUSE_MILLISECONDS = 90;

/** A combobox over names, 拼音首字母 and codes: arrows move, Enter takes, Escape closes. */
export function SearchBox({ label, placeholder, kinds, onPick, onSubmit, onPasteLines, large = false, initial = "" }: SearchBoxProps) {
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState(initial);
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const kindKey = kinds?.join() ?? "";

  useEffect(() => {
    const wanted = text.trim().slice(0, 50);
    if (wanted === "") return setSuggestions([]);
    let isWanted = true;
    const timer = setTimeout(() => {
      const variables = { text: wanted, first: 10, kinds: kindKey === "" ? null : kindKey.split(",") };
      ask(SUGGEST, variables).then(
        ({ data }) => {
          if (!isWanted) return;
          setSuggestions((data as { suggestions: readonly Suggestion[] }).suggestions);
          setActive(-1);
        },
        () => isWanted && setSuggestions([]),
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, kindKey]);

  useEffect(() => {
    const close = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", close);
    return () => removeEventListener("pointerdown", close);
  }, []);

  const shown = isOpen ? suggestions : [];
  const take = (suggestion: Suggestion) => {
    setText("");
    setOpen(false);
    onPick(suggestion);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // While an input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      if (shown.length > 0) setActive((active + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length);
    } else if (event.key === "Escape") {
      setOpen(false);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = shown[active] ?? (onSubmit ? undefined : shown[0]);
      if (chosen) take(chosen);
      else if (text.trim() !== "") {
        setOpen(false);
        onSubmit?.(text.trim());
      }
    }
  };

  return (
    <div className={large ? "search-box large" : "search-box"} ref={box}>
      <input
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={(event) => {
          if (!box.current?.contains(event.relatedTarget)) setOpen(false);
        }}
        onKeyDown={press}
        onPaste={(event) => {
          const names = splitNames(event.clipboardData.getData("text"));
          if (!onPasteLines || names.length < 2) return;
          event.preventDefault();
          onPasteLines(names);
        }}
      />
      <ul role="listbox" id={`${id}-list`} aria-label={label} hidden={shown.length === 0}>
        {shown.map((one, at) => (
          <li
            key={`${one.kind} ${one.code}`}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(one)}
          >
            <b>{language.code === "en" && one.kind === "MEASURE" ? one.within : one.name}</b>
            <span>
              {language.word("suggestion", one.kind)}
              {one.kind === "SUBJECT" ? ` ${one.code.slice(0, 12)}` : ""}
              {one.within !== null && one.kind !== "MEASURE" ? ` · ${one.within}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
