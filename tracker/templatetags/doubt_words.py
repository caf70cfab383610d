"""A reading for templates: its doubts in words, and the sign by which a form says which one it is about."""

from django import template

from tracker import checking, doubts

register = template.Library()
register.filter("doubt_in_words", doubts.in_words)
register.filter("seen_as", checking.seen_as)
