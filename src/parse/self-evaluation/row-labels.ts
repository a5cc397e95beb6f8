import { firstNamed } from "./first-named";
import { foldLabel } from "./fold-label";
import { isFilled, type PlacedCell, type PlacedRow } from "./placed-row";

/** What a cell in the head of an evaluation names; its value stands in the next cell. `aside` is known and belongs to no field. */
export type RowLabel =
  "projectName" | "projectCode" | "supervisingUnit" | "implementingUnit" | "goal" | "conclusion" | "problems" | "nextSteps" | "aside";

const labelNamed = firstNamed<RowLabel>([
  ["projectName", /^(二级)?项目(支出)?名称$/],
  ["projectCode", /^项目(代码|编码|编号)$/],
  ["supervisingUnit", /^(预算)?主管(部门|单位)(及代码|编码)?$/],
  ["implementingUnit", /^(项目)?(实施|申报|承担|预算)单位$|^项目单位$/],
  ["goal", /^(项目)?(年度)?(总体|绩效)?目标(\d+)?$|^年度目标$|^预期目标$|^绩效目标$/],
  ["conclusion", /^(自评|评价)结论$/],
  ["problems", /^(存在|发现)的?(主要)?问题(及原因)?$/],
  ["nextSteps", /^(下一步)?改进(措施|建议)$|^下一步(工作)?(措施|打算)$/],
  [
    "aside",
    /负责人|联系人|联系电话|^电话|填报|填表|日期|^项目(类型|类别|属性|分类|期限|周期|概况|基本情况)|实施(周期|期限|方案|内容)|^(\d+\.?)?项目(年度目标完成|实施内容)|立项依据|预算执行情况/,
  ],
]);

export const rowLabel = (text: string): RowLabel | undefined => labelNamed(labelText(text));

export interface LabelledValue {
  readonly label: RowLabel;
  readonly value?: PlacedCell;
  /** Where the value begins within its cell: 0, or after the label that stands in the same cell. */
  readonly start: number;
}

/** The labels of a row with their values: "主管部门 | … | 实施单位 | …", or label and value in one cell: "项目名称：…". */
export function labelledValues(row: PlacedRow): LabelledValue[] {
  const cells = row.cells.filter(isFilled);
  return cells.flatMap((cell, at): LabelledValue[] => {
    const label = rowLabel(cell.text);
    if (label !== undefined) {
      const next = cells[at + 1];
      return [next !== undefined && rowLabel(next.text) === undefined ? { label, value: next, start: 0 } : { label, start: 0 }];
    }
    const [lead = "", inline] = /^([^：:]{2,12})[：:]\s*/.exec(cell.text) ?? [];
    const inlineLabel = inline === undefined ? undefined : rowLabel(inline);
    if (inlineLabel === undefined || (at > 0 && rowLabel(cells[at - 1]?.text ?? "") !== undefined)) return [];
    return [cell.text.length > lead.length ? { label: inlineLabel, value: cell, start: lead.length } : { label: inlineLabel, start: 0 }];
  });
}

const labelText = (text: string): string =>
  foldLabel(text)
    .replace(/\((盖章|公章|万元|元)\)/g, "")
    .replace(/[:：]$/, "");

/** 项目支出绩效自评表, 项目绩效目标表 …: the title of an evaluation, in a row of its own. */
export function isTitleRow(row: PlacedRow): boolean {
  const cells = row.cells.filter(isFilled);
  return cells.length > 0 && cells.every(({ text }) => TITLE.test(foldLabel(text)));
}

const TITLE = /绩效(自评|评价|自评价|目标(申报|公开|批复)?|目标自评)(情况)?表|^\(?\d{4}年度?\)?$|^报表编号|^\(?(金额)?单位:/;

export const isTotalRow = (row: PlacedRow): boolean => {
  const first = row.cells.find(isFilled);
  return first !== undefined && /^(自评)?(总分|总计|合计|总得分|得分合计|总评分)(\(.*\))?[:：]?$/.test(foldLabel(first.text));
};
