#!/bin/sh
# A comparison as CSV, and who spent most on the three public expenses. Needs curl. HUB is the hub's address.
set -eu
hub=${HUB:-http://localhost:4000}
curl -fsS "$hub/export/compare.csv?measures=EXPENDITURE_TOTAL,THREE_PUBLIC_TOTAL&years=2024"
curl -fsS "$hub/graphql" -H 'content-type: application/json' --data '{"query":
  "{ compare(where: { years: [2024] }, measures: [THREE_PUBLIC_TOTAL], orderBy: { measure: THREE_PUBLIC_TOTAL, direction: DESC }, first: 3) { rows { unit { name } cells { value status } } } }"}'
