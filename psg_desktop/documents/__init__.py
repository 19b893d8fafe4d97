"""Drawing what leaves the program on paper, from values that hold nobody."""
