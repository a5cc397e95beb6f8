import type { DisclosureRequest } from "../generate-disclosure";
import type { Alterations } from "../printer";
import { formOf, together, type Fault } from "./fault";
import { NARRATIVE_FAULTS } from "./narrative-faults";
import { PERFORMANCE_FAULTS } from "./performance-faults";
import { TABLE_FAULTS } from "./table-faults";

export const FAULTS = { ...TABLE_FAULTS, ...NARRATIVE_FAULTS, ...PERFORMANCE_FAULTS };

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** Whether a document prints the facts that the fault is about. */
export function canPlant(name: FaultName, request: DisclosureRequest): boolean {
  const fault: Fault = FAULTS[name];
  return fault.in.includes(formOf(request)) && (fault.needs?.(request) ?? true);
}

/** What the document is written from, and what is altered in print, with the named faults. */
export function plantFaults(
  names: readonly FaultName[],
  request: DisclosureRequest,
): { readonly request: DisclosureRequest; readonly alterations: Alterations } {
  const faults = names.map((name): Fault => FAULTS[name]);
  const given = faults.reduce((made, fault) => ({ ...made, ...fault.given?.(made) }), request);
  const { numbers = [], switches = new Set() } = together(...faults.map((fault) => fault.plant?.(given) ?? {}));
  return { request: given, alterations: { numbers, switches } };
}
