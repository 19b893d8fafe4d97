"""ASB case reviews: applications, the threshold, panels, appeals, and the numbers to publish."""
