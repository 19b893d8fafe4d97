"""PDF files: drawing a pack, reading finished bytes back, and turning pages into pictures."""
