"""Looking at files from outside without trusting them: in a confined process of their own."""
