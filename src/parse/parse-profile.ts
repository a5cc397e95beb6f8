import type { UnitProfile } from "../model/disclosure";
import type { LocatedSection } from "./handler";

export function parseProfile(_sections: readonly LocatedSection[]): UnitProfile {
  return { offices: [], memberUnits: [], citations: [] };
}
