"""Tagged PDF: what each piece of a page is, for readers who do not see it.

Documents are drawn on a `TaggedCanvas`; what they draw belongs to an element of the structure, or
is declared an artefact. Text that is neither stops the drawing, so that nobody can forget it.
"""
