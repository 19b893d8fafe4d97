"""The attack on published tables from outside: it sees files only, and nothing of the program.

It shares no line with the protection it tests: the disclosure control of `privacy` never imports
it, and it never imports that.
"""
