"""Importers: from the files of a data set that others made to claims, each with the rows that state it.

They are readers of another kind of text: pure functions from text layers to `Reading`s, which store nothing.
"""
