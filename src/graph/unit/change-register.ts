import { checkRelated } from "../../check/check-related";
import { auditNameOf } from "../../model/access";
import type { Action } from "../../model/access";
import { invariant } from "../../lib/invariant";
import { ChangeRefusedError } from "../../store/change-refused-error";
import type { RegisterChanger } from "../../store/change-register";
import { recordMerger } from "../../store/record-merger";
import type { Merger } from "../../store/record-merger";
import { setDenominator } from "../../store/set-denominator";
import type { UnitDenominator } from "../../store/set-denominator";
import { upsertUnit } from "../../store/upsert-unit";
import { demand } from "../access/demand";
import { ConflictErrorType, InvalidInputErrorType, NotFoundErrorType } from "../access/user-error.type";
import type { UserErrorType } from "../access/user-error.type";
import type { GraphContext } from "../graph-context";
import type { RecordMergerPayload, SetDenominatorPayload, UpsertUnitPayload } from "./unit-payloads.type";
import type { UnitInput } from "./unit.input";
import type { UnitType } from "./unit.type";

/** 维护单位 */
export async function changeUnit(context: GraphContext, unit: UnitInput): Promise<UpsertUnitPayload> {
  const changed = await changeRegister(context, "UPSERT_UNIT", (changer) => upsertUnit(context.database, unit, checkRelated, changer));
  if ("error" in changed) return { unit: null, outcome: null, dataVersion: null, errors: [changed.error] };
  const { unitId, outcome } = changed.result;
  return { unit: await loadUnit(context, unitId), outcome, dataVersion: changed.dataVersion, errors: [] };
}

/** 记录机构合并 */
export async function changeLineage(context: GraphContext, merger: Merger): Promise<RecordMergerPayload> {
  const changed = await changeRegister(context, "RECORD_MERGER", (changer) =>
    recordMerger(context.database, merger, checkRelated, changer),
  );
  if ("error" in changed) return { merger: null, dataVersion: null, errors: [changed.error] };
  const units = await Promise.all(changed.result.map((id) => loadUnit(context, id)));
  const successor = units.at(-1);
  invariant(successor, "a merger has a successor");
  return { merger: { ...merger, predecessors: units.slice(0, -1), successor }, dataVersion: changed.dataVersion, errors: [] };
}

const FACTORS = { CAPITA: "POPULATION", STAFF: "STAFF" } as const;

/** 设置人均口径 */
export async function changeDenominator(
  context: GraphContext,
  wanted: Omit<UnitDenominator, "factor"> & { readonly denominator: keyof typeof FACTORS },
): Promise<SetDenominatorPayload> {
  const factor = FACTORS[wanted.denominator];
  const changed = await changeRegister(context, "SET_DENOMINATOR", (changer) =>
    setDenominator(context.database, { ...wanted, factor }, changer),
  );
  if ("error" in changed) return { denominator: null, dataVersion: null, errors: [changed.error] };
  const denominator = { ...wanted, source: wanted.source.trim(), unit: await loadUnit(context, changed.result) };
  return { denominator, dataVersion: changed.dataVersion, errors: [] };
}

async function changeRegister<Result>(
  context: GraphContext,
  action: Action,
  change: (changer: RegisterChanger) => Promise<Result>,
): Promise<{ readonly result: Result; readonly dataVersion: number } | { readonly error: UserErrorType }> {
  const holder = demand(context.actor, action);
  const admit = (units: readonly (number | null)[]): void => void demand(holder, action, units);
  try {
    const result = await change({ actor: auditNameOf(holder), admit });
    context.renew();
    return { result, dataVersion: (await context.hubState()).dataVersion };
  } catch (error) {
    if (error instanceof ChangeRefusedError) return { error: errorOf(error) };
    throw error;
  }
}

function errorOf({ code, message, path }: ChangeRefusedError): UserErrorType {
  if (code === "NOT_FOUND") return new NotFoundErrorType(message, path);
  return code === "CONFLICT" ? new ConflictErrorType(message, path) : new InvalidInputErrorType(message, path);
}

async function loadUnit({ loaders }: Pick<GraphContext, "loaders">, id: number): Promise<UnitType> {
  const unit = await loaders.unit.load(id);
  invariant(unit, `unit ${id} was changed and is stored`);
  return unit;
}
