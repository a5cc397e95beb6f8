"""Total and three public expenses of every unit, newest year first. Needs Python 3 and requests. HUB is the hub's address."""

import os

import requests

QUERY = """
query ($years: [Int!]!) {
  compare(where: { years: $years }, measures: [EXPENDITURE_TOTAL, THREE_PUBLIC_TOTAL]) {
    dataVersion
    rows { unit { name } year cells { value status } }
  }
}
"""

hub = os.environ.get("HUB", "http://localhost:4000")
answer = requests.post(f"{hub}/graphql", json={"query": QUERY, "variables": {"years": [2023, 2024]}}, timeout=30).json()
if "errors" in answer:
    raise SystemExit(answer["errors"][0]["message"])
for row in sorted(answer["data"]["compare"]["rows"], key=lambda row: -row["year"]):
    # A missing value has a status, and is never zero.
    values = [cell["status"] if cell["value"] is None else cell["value"] for cell in row["cells"]]
    print(row["year"], row["unit"]["name"], *values, sep="\t")
