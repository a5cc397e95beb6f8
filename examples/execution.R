# Final accounts against the initial budget of the same year, and how the ratio is spread over the units. R alone is enough.
# HUB is the hub's address. Usage: Rscript execution.R [YEAR]

hub <- Sys.getenv("HUB", "http://localhost:4000")
given <- commandArgs(trailingOnly = TRUE)
year <- if (length(given) > 0) as.integer(given[1]) else 2024L

# An export is whole; its empty cells are missing, not zero, and become NA.
ask <- function(stage) {
  address <- sprintf("%s/export/compare.csv?measures=EXPENDITURE_TOTAL&years=%d&stage=%s", hub, year, stage)
  table <- read.csv(address, fileEncoding = "UTF-8-BOM", encoding = "UTF-8", check.names = FALSE)
  setNames(table[, 1:5], c("code", "unit", "scope", "year", stage))
}

both <- merge(ask("INITIAL_BUDGET"), ask("FINAL"), by = c("code", "scope", "unit", "year"), all = TRUE)
both$percent <- round(both$FINAL / both$INITIAL_BUDGET * 100, 1)
both <- both[order(-both$percent), c("INITIAL_BUDGET", "FINAL", "percent", "unit")]

cat(sprintf("%d, in 10,000 yuan\n", year))
print(both, row.names = FALSE, na.print = "-")
cat("\nfinal accounts in percent of the initial budget\n")
print(summary(both$percent))
