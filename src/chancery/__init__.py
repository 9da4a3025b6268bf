"""Chancery: the cited record of public roles, read from what organisations publish."""

__version__ = "0.1.0"
