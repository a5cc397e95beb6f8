/** Names of a pasted list: one a line, or between commas. */
export const splitNames = (text: string): string[] =>
  text
    .split(/[\n\r\t,，、;；]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
