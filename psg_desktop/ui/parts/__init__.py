"""Pieces that several screens share; they may know the domain and casework, but no screen."""
