/** What the names of departments and units end with: a regular expression over plain text. */
export const ORGANISATION =
  "(?:局|厅|委|院|处|中心|站|所|办|室|会|校|大学|中学|小学|高中|初中|队|馆|部|署|社|团|政府|办事处|园|台|场|库|联|协|工会|政协|人大|监狱|公司|集团|基地|[镇乡]|街道|区（管委会）)";

/** Whether a text is the name of a department or unit and nothing else. */
export const isOrganisationName = (text: string): boolean =>
  text.length >= 3 &&
  text.length <= 40 &&
  new RegExp(`${ORGANISATION}(?:（[^）]{1,8}）|本级|本部|(?<=[局厅委会院])机关)*$`).test(text) &&
  !/[，。：]/.test(text);
