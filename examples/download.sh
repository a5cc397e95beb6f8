#!/bin/sh
# Files out of the hub: a table, its plot, and one document in the layout of the statutory tables. Into the folder given, or the present one.
# Needs curl. HUB is the hub's address.
set -eu
hub=${HUB:-http://localhost:4000}
folder=${1:-.}
unit=云溪市司法局（示例）

# What the hub refuses ends this with a message, and names in an address are percent-encoded.
get() {
  name=$1
  path=$2
  shift 2
  curl --fail-with-body --silent --show-error --get --output "$folder/$name" "$hub$path" "$@" || {
    cat "$folder/$name" >&2
    exit 1
  }
  echo "$folder/$name: $(wc -c <"$folder/$name") bytes"
}

get three-public-2024.csv /export/compare.csv -d measures=EXPENDITURE_TOTAL,THREE_PUBLIC_TOTAL -d years=2024 -d orderBy=THREE_PUBLIC_TOTAL.DESC
get three-public.svg /charts/compare.svg -d measures=THREE_PUBLIC_TOTAL -d years=2022,2023,2024 -d kind=line
get accounts-2024.xlsx /export/disclosure.xlsx --data-urlencode "unit=$unit" -d year=2024

echo
head -n 4 "$folder/three-public-2024.csv"
