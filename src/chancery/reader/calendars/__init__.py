"""Dates in text: the forms they are written in, the calendars they are counted by, the years they leave out."""
