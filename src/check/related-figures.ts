import type { Disclosure } from "../model/disclosure";
import { figureKey, settleFigures } from "../model/figure";
import type { RelatedFigures } from "./related-disclosures";

/** A parsed disclosure as the others see it: its printed figures. What it derived from a change it did not publish. */
export function relatedFiguresOf({ header, readings }: Pick<Disclosure, "header" | "readings">): RelatedFigures {
  const published = new Map(
    settleFigures(readings).flatMap(({ reading }) =>
      reading.value === null || reading.derivation !== undefined
        ? []
        : [[figureKey(reading), { value: reading.value, step: reading.step }] as const],
    ),
  );
  return {
    header,
    figure: ({ measure, subject, stage }) => published.get(figureKey({ measure, stage, ...(subject === undefined ? {} : { subject }) })),
  };
}
