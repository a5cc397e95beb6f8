/** If-None-Match is a list, and compares weakly. `*` asks whether there is anything at all: that is no reason to leave the answer out. */
export const isNotModified = (etag: string, condition: string | undefined): boolean =>
  condition !== undefined && condition.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
