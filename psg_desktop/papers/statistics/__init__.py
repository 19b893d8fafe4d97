"""Published statistics as files: one content as .xlsx, as .ods and as .csv with its description."""
