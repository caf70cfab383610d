"""Made documents for the exports, and the readings of them that come back."""

import datetime as dt
from pathlib import Path

from msgspec.structs import replace

from resolutions.parsing import Document, parse
from resolutions.readers import read

DAY = dt.date(2031, 1, 7)
SAMPLE = Path("resolutions/samples/ecosoc-2004-33.md")

RICH = """\
Resolution adopted by the General Assembly on 12 December 2030

[on the report of the Second Committee (A/85/999)]

85/123. Lighthouses & *beacons* of the world

The General Assembly,

Recalling its resolution 84/1 of 3 October 2029,¹ and its resolution 84/2,

Noting with concern the darkness of many coasts,

I

Lights

1. Invites all States to light their coasts² as soon as possible, and requests the Secretary-General to \
report to the General Assembly at its eighty-sixth session;

2. Requests the United Nations Office on Drugs and Crime, in consultation with Member States:

(a) To list all lighthouses <200 m> & their "keepers" by 31 December 2031;

(b) To publish the list:

(i) In print;

(ii) In an open format, within existing resources;

and to keep it up to date;

II

Costs

1. Decides to remain seized of the matter.

60th plenary meeting
12 December 2030

¹ See Official Records, chap. II.
² Ibid., chap. III.

Annex

Rules of the lights

1. A light shines.

2. Requests are made in writing.
"""
SINGLE = """\
Resolution adopted by the Economic and Social Council on 21 July 2031

The Economic and Social Council,

Recalling its resolution 2030/1 of 20 July 2030,

Decides to keep the matter of the lighthouses under review.

10th plenary meeting
21 July 2031
"""
NUMBERED_TWICE = SINGLE.replace(
    "Decides to keep the matter of the lighthouses under review.",
    "1. (a) Decides to light lamps;\n\n(b) Requests all States:\n\n(i) To trim wicks;\n\n"
    "2. Invites all States:\n\n(a) (i) To bring oil;\n\n(ii) To report by 31 December 2032.",
)
FRENCH = """\
E/RES/2031/7

Le Conseil économique et social,

Rappelant sa résolution 2030/1 du 20 juillet 2030 sur les phares des côtes,

1. Prie le Secrétaire général de faire allumer les phares des côtes;

2. Invite les États à l’y aider.

10e séance plénière
21 juillet 2031
"""


def made(text: str, name: str = "made.txt") -> Document:
    """Read a made text that holds one resolution."""
    (found,) = parse(read(text.encode(), name))
    return found


def back(data: bytes, name: str) -> Document:
    """Read an export that must hold one resolution."""
    (found,) = parse(read(data, name))
    return found


def content(document: Document) -> Document:
    """Give a document without what belongs to one reading of it only: warnings and citations."""
    return replace(document, warnings=(), citations=())
