"""Measurements against a yardstick in the same run; `make bench` prints them."""
