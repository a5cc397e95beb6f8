import { useEffect, useState } from "react";
import { ask } from "../lib/ask";
import type { Variables } from "../lib/ask";
import DISTRIBUTION from "../queries/distribution.graphql?raw";
import type { Peer } from "./plot-options";

interface Distribution {
  readonly compare: {
    readonly rows: readonly {
      readonly unit: { readonly code: string; readonly name: string } | null;
      readonly cells: readonly { readonly value: number | null }[];
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Pages that are read for one plot: five thousand units. */
const MOST_PAGES = 20;

/** The values of all peers, page after page; undefined until the last has come, or where nothing is asked. */
export function usePeers(variables: Variables | undefined): readonly Peer[] | undefined {
  const key = variables && JSON.stringify(variables);
  const [read, setRead] = useState<{ readonly key: string | undefined; readonly peers: readonly Peer[] }>();
  useEffect(() => {
    if (!variables) return;
    let isWanted = true;
    readAll(variables, () => isWanted).then(
      (peers) => isWanted && setRead({ key, peers }),
      () => isWanted && setRead({ key, peers: [] }),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return read !== undefined && read.key === key ? read.peers : undefined;
}

async function readAll(variables: Variables, isWanted: () => boolean): Promise<Peer[]> {
  const peers: Peer[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES && isWanted(); page += 1) {
    const { compare } = (await ask(DISTRIBUTION, { ...variables, after })).data as Distribution;
    for (const { unit, cells } of compare.rows) {
      const value = cells[0]?.value ?? null;
      if (unit && value !== null) peers.push({ key: unit.code, name: unit.name, value });
    }
    if (!compare.pageInfo.hasNextPage) break;
    after = compare.pageInfo.endCursor;
  }
  return peers;
}
