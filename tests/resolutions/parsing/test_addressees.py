"""Who is asked, in which role, and who that is."""

import pytest

from tests.resolutions.parsing.texts import clause

UNODC = "United Nations Office on Drugs and Crime"
TORTURE = "Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment"


def named(found):
    return [(addressee.text, addressee.role.value) for addressee in found.addressees]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Nobody is asked
        pytest.param("Encourages further cooperation between ports;", [], id="a thing encouraged"),
        pytest.param("Encourages efforts to light the coasts;", [], id="an infinitive of a noun"),
        pytest.param("Welcomes the efforts of Member States;", [], id="welcome addresses nobody"),
        pytest.param("Decides to convene a conference;", [], id="the body itself"),
        pytest.param("Decides that the mandate shall end;", [], id="no actor"),
        pytest.param("Decides that the General Assembly shall act;", [], id="the body that decides"),
        pytest.param("Decides that, by 1 May 2031, it shall review them;", [], id="the body as it"),
        pytest.param("Encourages efforts by States to light the coasts;", [], id="what somebody does"),
        pytest.param("Encourages closer ties between States, donors and ports to act;", [], id="between"),
        pytest.param("Encourages evaluating lamp programmes to save oil;", [], id="a gerund"),
        pytest.param("Reaffirms that the use of the United Nations flag shall end;", [], id="of somebody"),
        pytest.param("Recalls that States stressed the need to act;", [], id="a need others stressed"),
        pytest.param(
            "Decides that lamps kept by Norway shall be lit when the Council agrees;", [], id="told besides"
        ),
        pytest.param("Calls for lamps, while welcoming their use by Norway;", [], id="welcomed besides"),
        pytest.param("Stresses that actions by States should be lawful;", [], id="an agent before the verb"),
        # Lists
        pytest.param(
            "Invites Member States, regional organizations and civil society to act;",
            ["Member States", "regional organizations", "civil society"],
            id="three",
        ),
        pytest.param(
            "Invites intergovernmental and non-governmental organizations to act;",
            ["intergovernmental and non-governmental organizations"],
            id="shared noun",
        ),
        pytest.param(
            "Requests all representatives and mechanisms of the United Nations to act;",
            ["all representatives and mechanisms of the United Nations"],
            id="shared complement",
        ),
        pytest.param(
            "Requests the United Nations Office on Drugs and Crime and the World Bank to act;",
            [UNODC, "World Bank"],
            id="a name with an and",
        ),
        pytest.param(
            "Requests the Committee on Lamps and Wicks to act;",
            ["Committee on Lamps and Wicks"],
            id="unlisted name",
        ),
        pytest.param(
            "Invites relevant United Nations bodies and mechanisms, and donors, to act;",
            ["relevant United Nations bodies and mechanisms", "donors"],
            id="shared description",
        ),
        pytest.param(
            "Calls upon all Norwegian and international parties to act;",
            ["all Norwegian and international parties"],
            id="adjectives that share a noun",
        ),
        pytest.param(
            "Requests the International, Impartial and Independent Lamp Mechanism to act;",
            ["International, Impartial and Independent Lamp Mechanism"],
            id="adjectives of one name",
        ),
        pytest.param(
            "Appeals to States and/or donors, and to all organs, to act;",
            ["States", "donors", "all organs"],
            id="and/or",
        ),
        pytest.param(
            "Calls upon States of origin, transit and destination to act;",
            ["States of origin, transit and destination"],
            id="one description in three parts",
        ),
        pytest.param(
            "Calls upon keepers, facilitators and all concerned to act;",
            ["keepers", "facilitators", "all concerned"],
            id="doers by their ending",
        ),
        pytest.param("Requests the Lamp Service to act;", ["Lamp Service"], id="a name that is told"),
        pytest.param("Calls upon Norway as depositary to act;", ["Norway"], id="in which capacity"),
        pytest.param(
            "Invites the United Nations bodies, agencies and services to act;",
            ["United Nations bodies, agencies and services"],
            id="bodies of one owner",
        ),
        pytest.param(
            "Calls upon lighting and recently lit countries to act;",
            ["lighting and recently lit countries"],
            id="two participles of one noun",
        ),
        pytest.param(
            "Calls upon the parties to conflicts in the region to act;",
            ["parties to conflicts in the region"],
            id="parties to a thing",
        ),
        pytest.param(
            "Encourages the Special Rapporteur on the right to food to act;",
            ["Special Rapporteur on the right to food"],
            id="a name with a to",
        ),
        # Restrictions and qualifications
        pytest.param(
            "Urges the States referred to in paragraphs 18 and 19 above to act;",
            ["States referred to in paragraphs 18 and 19 above"],
            id="referred to",
        ),
        pytest.param(
            "Calls upon all States maintaining commercial or consular relations with it to act;",
            ["all States maintaining commercial or consular relations with it"],
            id="a description with an or",
        ),
        pytest.param(
            "Requests the Secretary-General when doing so to act;", ["Secretary-General"], id="when, no comma"
        ),
        pytest.param("Urges all concerned once again to act;", ["all concerned"], id="an adverb last"),
        pytest.param("Requests him to bring it to the attention of States;", ["him"], id="to bring"),
        pytest.param(
            "In this regard, requests the Secretary-General to act;", ["Secretary-General"], id="aside"
        ),
        pytest.param(
            "Stresses that States, which keep the coasts, should act;", ["States"], id="a which-clause"
        ),
        pytest.param(
            "Decides that, drawing from the report, the Lamp Mission shall act;",
            ["Lamp Mission"],
            id="aside first",
        ),
        pytest.param("Reaffirms that States are required to act;", ["States"], id="bound"),
        pytest.param(
            "Decides that Norway shall act, and that all States shall report;",
            ["Norway", "all States"],
            id="and that",
        ),
        pytest.param(
            "Decides that in its first phase UNTMIS will act;", ["UNTMIS"], id="aside without a comma"
        ),
        pytest.param(
            "Decides that the Committee shall be empowered to act;", ["Committee"], id="empowered to"
        ),
        pytest.param(
            "Emphasizes that it is the duty of States to act;", ["States"], id="that it is the duty of"
        ),
        pytest.param(
            "Stresses the importance of States lighting their coasts;", ["States"], id="importance of doing"
        ),
        pytest.param(
            "Stresses the responsibility of States for their coasts;", ["States"], id="responsibility"
        ),
        # What is told, thanked or reminded
        pytest.param("Reminds States of their duty to act;", ["States"], id="reminded"),
        pytest.param("Draws the attention of donors to the report;", ["donors"], id="attention"),
        pytest.param("Urges upon the parties that they meet;", ["parties"], id="that they"),
        pytest.param(
            "Reiterates its appreciation to the donors for their gifts;", ["donors"], id="thanked again"
        ),
        pytest.param("Commends the lighting by States of the coasts;", ["States"], id="what somebody did"),
        pytest.param("Calls for those responsible to be brought to justice;", [], id="not asked themselves"),
        pytest.param(
            "Urges States that have not yet done so to accede;",
            ["States that have not yet done so"],
            id="that",
        ),
        pytest.param(
            "Urges States where thieves are suspected to be to act;",
            ["States where thieves are suspected to be"],
            id="what is thought",
        ),
        pytest.param(
            "Urges States in a position to do so to give;", ["States in a position to do so"], id="position"
        ),
        pytest.param("Urges States parties to act;", ["States parties"], id="parties to act"),
        pytest.param(
            "Requests the Secretary-General, within existing resources, to act;",
            ["Secretary-General"],
            id="within",
        ),
        pytest.param(
            "Requests, in this regard, the Secretary-General to act;", ["Secretary-General"], id="aside"
        ),
        pytest.param("Calls upon States not to act;", ["States"], id="not to"),
        # Other places of the doer
        pytest.param("Decides that all States shall act;", ["all States"], id="decides that"),
        pytest.param("Demands that all parties cease fire;", ["all parties"], id="subjunctive"),
        pytest.param(
            "Demands that the States concerned cease fire;", ["States"], id="subjunctive after that"
        ),
        pytest.param(
            "Requests the Secretary-General prepare a plan;", ["Secretary-General"], id="bare subjunctive"
        ),
        pytest.param(
            "Decides that, in its first phase, the African Union shall act;",
            ["African Union"],
            id="aside before the doer",
        ),
        pytest.param("Decides that the Committee will act;", ["Committee"], id="decides that X will"),
        pytest.param("Recognizes that Governments will act;", [], id="recognizes that X will"),
        pytest.param("Urges all States individually and collectively to act;", ["all States"], id="adverbs"),
        pytest.param("Emphasizes that Governments should act;", ["Governments"], id="emphasizes that"),
        pytest.param("Stresses the need for Member States to act;", ["Member States"], id="need for"),
        pytest.param("Calls for renewed efforts by Governments;", ["Governments"], id="by"),
        pytest.param("Appeals to donors to give;", ["donors"], id="appeals to"),
        pytest.param("Commends the Committee for its report;", ["Committee"], id="commends"),
        pytest.param(
            "Expresses its appreciation to Governments for it;", ["Governments"], id="appreciation to"
        ),
        pytest.param("Draws the attention of Governments to it;", ["Governments"], id="attention of"),
        pytest.param(
            "Recommends that States keep lamps, recognizing that keepers may fall ill;",
            ["States"],
            id="a modal verb of another that",
        ),
        pytest.param(
            "Decides that, during that year, the Committee shall act;", ["Committee"], id="during that year"
        ),
        # Whose deed it is
        pytest.param("Urges the continued cooperation of Norway in it;", ["Norway"], id="cooperation of"),
        pytest.param("Requests the support of Norway and Fiji;", ["Norway", "Fiji"], id="support of"),
        pytest.param("Encourages the cooperation of the lamps with it;", [], id="cooperation of things"),
        pytest.param("Encourages the involvement of keepers in it;", [], id="who has to be let in"),
        pytest.param(
            "Stresses the importance of UNTMIS’s continued support to the process;",
            ["UNTMIS"],
            id="somebody’s support",
        ),
        pytest.param(
            "Stresses the need for the States’ close cooperation;", ["States"], id="several’s cooperation"
        ),
        pytest.param("Stresses the importance of Norway’s accession to it;", [], id="somebody’s accession"),
        pytest.param("Recalls the importance of the Office’s policy;", [], id="somebody’s policy"),
    ],
)
def test_the_doer_is_found_where_the_verb_puts_him(sentence, expected):
    assert [text for text, role in named(clause(sentence)) if role == "addressee"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Urges States, including coastal States and port States, as well as Governments, to act;",
            [
                ("States", "addressee"),
                ("coastal States", "including"),
                ("port States", "including"),
                ("Governments", "addressee"),
            ],
        ),
        (
            "Encourages Member States to light the coasts together with donors;",
            [("Member States", "addressee"), ("donors", "consulted")],
        ),
        ("Requests Member States to work together with donors;", [("Member States", "addressee")]),
        ("Requests Member States to act, working on lamps with donors;", [("Member States", "addressee")]),
        (
            "Requests Member States to act, coordinating as appropriate with donors;",
            [("Member States", "addressee"), ("donors", "consulted")],
        ),
        (
            "Requests the Mediator in Norway, in concert with the World Bank, to act;",
            [("Mediator in Norway", "addressee"), ("World Bank", "consulted")],
        ),
        (
            "Requests States to act in cooperation with donors, including the OAS, UNASUR, and CARICOM;",
            [
                ("States", "addressee"),
                ("donors", "consulted"),
                ("OAS", "including"),
                ("UNASUR", "including"),
                ("CARICOM", "including"),
            ],
        ),
        (
            "Calls upon States, above all coastal States, to act;",
            [("States", "addressee"), ("coastal States", "including")],
        ),
        (
            "Encourages States, in lighting the coasts, particularly in promoting bright cities, to act;",
            [("States", "addressee")],
        ),
        ("Requests Member States to build a tower together with a port;", [("Member States", "addressee")]),
        (
            "Requests the World Bank, within its mandate and in coordination with donors, to act;",
            [("World Bank", "addressee"), ("donors", "consulted")],
        ),
        ("Requests that UNTMIS be prepared to help;", [("UNTMIS", "addressee")]),
        ("Decides moreover that all States shall act;", [("all States", "addressee")]),
        ("Commends the Staff College for its work;", [("Staff College", "addressee")]),
        (
            "Requests the Secretary-General, in close consultation with Member States, to act;",
            [("Secretary-General", "addressee"), ("Member States", "consulted")],
        ),
        (
            "Requests the Secretary-General to prepare, in cooperation with the World Bank, a plan;",
            [("Secretary-General", "addressee"), ("World Bank", "consulted")],
        ),
        ("Requests the Committee to cooperate with the World Bank;", [("Committee", "addressee")]),
    ],
)
def test_those_asked_included_and_consulted_have_their_own_role(sentence, expected):
    assert named(clause(sentence)) == expected


def test_a_directive_without_a_doer_says_so():
    assert clause("Calls for restraint;").doubts == ("no_addressee",)


@pytest.mark.parametrize(
    ("said", "entity"),
    [
        ("all relevant Member States", "Member States"),
        ("States that have not yet done so", "States"),
        ("UNDP", "United Nations Development Programme"),
        ("the United Nations Children's Fund", "United Nations Children’s Fund"),
        ("the Assembly", "General Assembly"),
        ("the Government of the Sudan", "Government of the Sudan"),
        ("all relevant stakeholders", "stakeholders"),
        ("each Member State", "Member States"),
        ("relevant actors of civil society", "civil society"),
        ("other trade unions", "trade unions"),
        ("AMISOM", "African Union Mission in Somalia"),
        ("the Special Rapporteur on torture", TORTURE),
        ("all Malian transitional authorities", "Malian transitional authorities"),
        ("the new Government of Liberia", "Government of Liberia"),
        ("the Libyan Government", "Government of Libya"),
        ("the DRC", "Democratic Republic of the Congo"),
        ("Zaire", "Democratic Republic of the Congo"),
        ("Member States acting under paragraph 4 above", "Member States"),
        ("States parties to the Convention", "States parties"),
        ("Governments at all levels", "Governments"),
        ("the World Food Programme (WFP)", "World Food Programme"),
    ],
)
def test_a_phrase_is_resolved_to_the_directory(said, entity):
    assert clause(f"Requests {said} to act;").addressees[0].entity == entity


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Calls upon Norway, the host country, to act;", ["Norway"], id="said again"),
        pytest.param("Calls upon Norway, the host country:", ["Norway"], id="before a list"),
        pytest.param(
            "Calls upon Norway, the host country, and Fiji to act;",
            ["Norway", "host country", "Fiji"],
            id="three",
        ),
        pytest.param("Calls upon the World Bank and the donors to act;", ["World Bank", "donors"], id="two"),
    ],
)
def test_words_that_say_again_who_is_meant_name_nobody_else(sentence, expected):
    assert [addressee.text for addressee in clause(sentence).addressees] == expected


def test_offsets_give_the_words():
    sentence = "Invites Member States and, as appropriate, civil society to act;"
    for addressee in clause(sentence).addressees:
        assert sentence[addressee.start : addressee.end] == addressee.text
