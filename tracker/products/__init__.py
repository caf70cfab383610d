"""The United Nations' own products: inventory chart, matrix, and a draft of a report's section.

selection ──provisions──▶ rows ──inventory · matrix · section──▶ Product ──▶ page, Word, workbook
"""
