"""Cases from opening to closing, and what is agreed and noted on them."""
