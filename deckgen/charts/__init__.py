"""Charts: from data to a plot with every mark, label and overlay decided."""
