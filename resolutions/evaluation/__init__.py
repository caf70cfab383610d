"""How well and how fast the parser reads documents whose right reading is known.

A library without Django: `python -m resolutions.evaluation` measures a folder of documents with answer keys
("corpus"): manifest.jsonl names the documents, structure/ and clauses/ hold the keys.
"""
