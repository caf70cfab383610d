"""When a text counts as the text of the key."""

import pytest

from resolutions.evaluation.comparing import agreement, same_addressee, same_lead, shared


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Requests a report", "Requests a report", 1.0),
        ("“Light” the co\u2011operative lamp,1", "'light' the co-operative lamp,", 1.0),
        ("one two three four", "one two", 2 * 2 / 6),
        ("lamps", "", 0.0),
        ("", "", 1.0),
    ],
)
def test_texts_share_words_whatever_their_quotes_and_calls(one, other, share):
    assert shared(one, other) == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("Requests all States to light the many lamps of the coast", 1.0),
        ("Requests all States to light lamps and then quite many more lamps of the coast", 0.0),
        ("Urges nobody at all to light the many lamps of the coast", 0.0),
    ],
)
def test_a_key_without_its_text_knows_beginning_end_and_length(text, agrees):
    key = {"starts": "Requests all States", "ends": "lamps of the coast", "words": 11}
    assert agreement(key, text) == agrees


@pytest.mark.parametrize(
    ("printed", "read", "same"),
    [
        ("Calls, in this context, for", "Calls in this context for", True),
        ("Takes note", "Takes note of", True),
        ("Takes note of", "Takes note", True),
        ("Requests", "Also requests", False),
        ("Requests", None, False),
        ("Notes with concern", "Note", False),
    ],
)
def test_a_lead_phrase_may_go_on_further(printed, read, same):
    assert same_lead(printed, read) is same


def test_addressees_are_the_same_by_whom_they_mean_or_by_their_words():
    office = {"text": "Office", "entity": "United Nations Office on Drugs and Crime"}
    assert same_addressee(office, {"text": "UNODC", "entity": "United Nations Office on Drugs and Crime"})
    assert same_addressee(
        {"text": "the relevant lamp keepers"}, {"text": "relevant lamp keepers", "entity": None}
    )
    assert not same_addressee(office, {"text": "Member States", "entity": "Member States"})
