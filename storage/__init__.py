"""What is remembered: the only place that speaks SQL. Rows never leave it; frozen domain values do."""
