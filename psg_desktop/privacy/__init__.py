"""Finding who and where in a text, and making a case depersonalised, over plain values only."""
