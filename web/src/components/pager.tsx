import { useChange, useNavigation } from "../lib/address";
import { useLanguage } from "../lib/language";

interface PagerProps {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** From page to page of a list, and back to its beginning. */
export function Pager({ hasNextPage, endCursor }: PagerProps) {
  const { say } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const turn = (after: string | null) => {
    change({ after });
    scrollTo(0, 0);
  };
  const isFirst = !address.parameters.get("after");
  if (isFirst && !hasNextPage) return null;
  return (
    <p className="pager no-print">
      {!isFirst && (
        <button type="button" onClick={() => turn(null)}>
          {say("第一页", "First page")}
        </button>
      )}
      {hasNextPage && (
        <button type="button" onClick={() => turn(endCursor)}>
          {say("下一页", "Next page")}
        </button>
      )}
    </p>
  );
}
