/**
 * Names what a label says by the first pattern that fits it. Most labels fit none of a list: one look at all patterns together tells.
 */
export function firstNamed<Name>(patterns: readonly (readonly [Name, RegExp])[]): (label: string) => Name | undefined {
  const any = new RegExp(patterns.map(([, pattern]) => `(?:${pattern.source})`).join("|"));
  return (label) => (any.test(label) ? patterns.find(([, pattern]) => pattern.test(label))?.[0] : undefined);
}
