"""Drawing what leaves the program: printed packs and tables; it knows packs, never people."""
