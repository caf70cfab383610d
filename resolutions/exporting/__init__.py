"""A resolution as a file: Akoma Ntoso with its whole reading, Markdown, or Word.

rows ──rebuilding──▶ Document (frozen values) ──akn · markdown · docx──▶ bytes

`files.py` hands out what is stored; the writers themselves need no Django.
"""
