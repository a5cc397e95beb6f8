/** 年度: the fiscal years in which units disclose. Public disclosure began with the budgets of 2010. */
export const FIRST_FISCAL_YEAR = 2008;
export const LAST_FISCAL_YEAR = 2100;

export const isFiscalYear = (year: number): boolean => Number.isInteger(year) && year >= FIRST_FISCAL_YEAR && year <= LAST_FISCAL_YEAR;
