/** The subjects above one, nearest first: by code (2040601 → 20406 → 204), or by path (204:新设款/新设项 → 204:新设款 → 204). */
export function ancestorsOf(subject: string): string[] {
  const colon = subject.indexOf(":");
  if (colon < 0) return subject.length > 3 ? [subject.slice(0, -2), ...ancestorsOf(subject.slice(0, -2))] : [];
  const slash = subject.lastIndexOf("/");
  if (slash > 0) return [subject.slice(0, slash), ...ancestorsOf(subject.slice(0, slash))];
  const top = subject.slice(0, colon);
  return top === "" ? [] : [top, ...ancestorsOf(top)];
}
