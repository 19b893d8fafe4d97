"""Documents kept with cases, referrals and meetings: added, shown, copied out, removed."""
