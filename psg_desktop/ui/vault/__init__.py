"""The way into a vault, and looking after it: unlock screen, new vault, backups, passphrase."""
