/** Signs by which lines of a paragraph are told from lines that stand alone, where a form keeps lines and not paragraphs. */

/** "一、", "（二）", "第三部分": begins a heading wherever it begins a line. */
export const HEADING_START =
  /^(?:第?[一二三四五六七八九十]{1,3}[、章条节]|第[一二三四五六七八九十]{1,3}部分|[（(][一二三四五六七八九十]{1,3}[）)])/;
/** "1.", "2、": begins an item after the end of a sentence. */
export const ITEM_START = /^(?:\d{1,2}[.．、)）](?!\d)|[①-⑳])/;
export const SENTENCE_END = /[。；：！？;:!?]$/;
/** The dots between a heading and its page in a table of contents. */
export const LEADERS = /[.…·]{3,}\s*\d*$/;
