"""Worklists for those who work offline: a spreadsheet goes out, is filled in, and comes back as a draft."""
