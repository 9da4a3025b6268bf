"""Intake of files and pages; their bytes by SHA-256, never altered; text layer, furniture and sentences.

This room says where things stand in a text, never what the text says.
"""
