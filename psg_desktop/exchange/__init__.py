"""Spreadsheets from outside: reading them safely, matching their columns, checking their rows."""
