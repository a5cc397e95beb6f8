"""Who spent most on the three public expenses in a year, against the median of all, and who has not disclosed.

Needs Python 3 and requests. HUB is the hub's address. Usage: python3 rank.py [YEAR]
"""

import os
import sys

import requests

QUERY = """
query ($year: Int!) {
  compare(
    where: { years: [$year] }
    measures: [THREE_PUBLIC_TOTAL]
    orderBy: [{ measure: THREE_PUBLIC_TOTAL, direction: DESC }]
    includeEmpty: true
  ) {
    dataVersion
    rows { unit { name } cells { value status rank peerMedian citation { section } } }
  }
}
"""

hub = os.environ.get("HUB", "http://localhost:4000")
year = int(sys.argv[1]) if len(sys.argv) > 1 else 2024
response = requests.post(f"{hub}/graphql", json={"query": QUERY, "variables": {"year": year}}, timeout=30)
answer = response.json()
if "errors" in answer:
    raise SystemExit(answer["errors"][0]["message"])
compared = answer["data"]["compare"]

# Names go last: letters of two widths line up in no terminal.
print(f"{year}, 万元, data version {compared['dataVersion']}")
print(f"{'value':>14} {'median':>10} {'rank':>4}  unit")
for row in compared["rows"]:
    cell = row["cells"][0]
    # A missing value has a status, and is never zero.
    value, rank = (cell["status"], "") if cell["value"] is None else (f"{cell['value']:,.2f}", cell["rank"])
    median = "" if cell["peerMedian"] is None else f"{cell['peerMedian']:,.2f}"
    print(f"{value:>14} {median:>10} {rank:>4}  {row['unit']['name']}")
