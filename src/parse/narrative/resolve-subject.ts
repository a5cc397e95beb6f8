/** One step of a printed path: 公共安全支出（204类） → name, and the code where it is printed. */
export interface PrintedSubject {
  readonly level: "CLASS" | "SECTION" | "ITEM";
  readonly name: string;
  /** The whole code from the class down: 204, 20406, 2040601. */
  readonly code?: string;
}

export interface ResolvedSubject {
  readonly key: string;
  readonly code?: string;
  readonly known: boolean;
}

/** The subject that a path of names and codes means. */
export function resolveFunctional(path: readonly PrintedSubject[], _year: number): ResolvedSubject {
  const code = path.at(-1)?.code;
  return { key: code ?? path.map(({ name }) => name).join("/"), ...(code === undefined ? {} : { code }), known: code !== undefined };
}

/** The class that a bare name means (公共安全支出 without （类）). */
export function findFunctionalClass(_plain: string, _at: number, _year: number): { readonly code: string; readonly end: number } | undefined {
  return undefined;
}
