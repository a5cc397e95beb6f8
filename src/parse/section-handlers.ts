import type { SectionHandler } from "./handler";
import { totalsSection } from "./sections/totals.section";

/** Every kind of narrative section that is read for figures, in the order of the national template. */
export const SECTION_HANDLERS: readonly SectionHandler[] = [totalsSection];
