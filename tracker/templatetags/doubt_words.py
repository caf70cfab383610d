"""The doubts of a reading in words, for templates."""

from django import template

from tracker import doubts

register = template.Library()
register.filter("doubt_in_words", doubts.in_words)
