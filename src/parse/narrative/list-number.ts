const LIST_NUMBER =
  /^(?:第[一二三四五六七八九十百]+(?:部分|条|章)[、：]?|（?[一二三四五六七八九十]{1,3}(?:[、.）]|）、)|\d{1,2}(?:[、）]|\.(?!\d))|（\d{1,2}）[、.]?|[①-⑳])/;

/** Length of the list number that a plain paragraph begins with: 第一部分 一、 （一） 1. 1、 （1） ①. */
export function listNumberLength(plain: string): number {
  return LIST_NUMBER.exec(plain)?.[0].length ?? 0;
}
