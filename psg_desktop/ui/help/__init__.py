"""Help: pages of plain English that ship with the program, for the page one is on."""
