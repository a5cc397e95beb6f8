"""Expenditure of every unit over the years, and how it changed. Needs Python 3 and pandas. HUB is the hub's address."""

import os

import pandas as pd

HUB = os.environ.get("HUB", "http://localhost:4000")
VALUE = "EXPENDITURE_TOTAL (WAN_YUAN)"

# An export is whole, and its empty cells are missing, not zero: pandas keeps them as NaN.
table = pd.read_csv(f"{HUB}/export/compare.csv?measures=EXPENDITURE_TOTAL&years=2022,2023,2024&includeEmpty=true")
years = table.pivot_table(index=["unit_name", "scope"], columns="fiscal_year", values=VALUE, dropna=False, observed=True)
years = years.dropna(how="all")
change = years.pct_change(axis="columns", fill_method=None).iloc[:, 1:] * 100

pd.set_option("display.unicode.east_asian_width", True)
pd.set_option("display.width", 140)
print("万元")
print(years.to_string(float_format="{:,.2f}".format, na_rep="—"))
print("\nchange against the year before, %")
print(change.to_string(float_format="{:+.1f}".format, na_rep="—"))
print("\nmissing, by status")
print(table.loc[table[VALUE].isna(), "EXPENDITURE_TOTAL status"].value_counts().to_string() or "none")
