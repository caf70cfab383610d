"""Made Akoma Ntoso files in the shape of the United Nations' own."""

HEAD = """\
<coverPage>
  <p class="upperRight"><docNumber refersTo="#symbol">A/RES/85/123</docNumber></p>
  <p><docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
  <p><session refersTo="#generalAssembly" value="85">Eighty-fifth session</session></p>
  <p><inline title="19 (a)" name="agenda item">Agenda item 19 (a)</inline></p>
  <p><inline name="agenda item name">Safety of navigation</inline></p>
  <p><docTitle>Resolution adopted by the General Assembly on 12 December 2030</docTitle></p>
  <p><docProponent>[on the report of the Second Committee (A/85/999, para. 7)]</docProponent></p>
</coverPage>
<preface><p><docNumber>85/123.</docNumber>
  <docTitle refersTo="#resolutionTitle"><span class="bold"> Lighthouses of the world</span></docTitle></p>
</preface>
"""
FORMULA = '<formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>'
RECITALS = """\
<container name="Recalling"><p><span class="italic">Recalling</span> its resolution
  <a href="https://docs.un.org/en/A/RES/84/1">84/1</a> of 3 October 2029,<authorialNote marker="1"
  placement="bottom"><p> See <span class="italic">Official Records</span>, chap. II.</p></authorialNote>
  and the Convention,</p></container>
<container name="Noting"><p><span class="italic">Noting</span> the darkness of many coasts,</p></container>
"""
BODY = """\
<paragraph eId="para_3"><num>1.</num><content><p><span class="italic">Invites</span> all States
  to light their coasts;</p></content></paragraph>
<paragraph eId="para_4"><subheading><span class="bold">Follow-up</span></subheading></paragraph>
<paragraph eId="para_5"><num>2.</num><list>
  <intro><p><span class="italic">Requests</span> the Secretary-General:</p></intro>
  <point><num>(a)</num><content><p>To list all lighthouses;</p></content></point>
  <point><num>(b)</num><content><p>To report to the General Assembly at its eighty-sixth session.</p>
  </content></point></list></paragraph>
"""
CLOSING = """\
<p><event refersTo="#adoption"><location title="60th" refersTo="#adoptionMeeting">60th plenary
  meeting</location><eol/><docDate date="2030-12-12" refersTo="#adoptionDate">12 December 2030</docDate>
</event></p>
"""
COUNTS = """\
<voting outcome="adoptedRecordedVote"><count value="138" refersTo="inFavour"/>
  <count value="4" refersTo="against"/><count value="042" refersTo="abstaining"/></voting>
"""
META = """\
<meta><identification source="#un"><FRBRWork><FRBRdate date="2030-12-12" name="adoption"/></FRBRWork>
  <FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification>
  <workflow source="#un"><step date="0001-01-01" outcome="draftResolution"/>
    <step date="{workflow}" outcome="adopted"/></workflow>
  <analysis source="#un"><parliamentary>{voting}</parliamentary></analysis></meta>
"""


def statement(
    *,
    head: str = HEAD,
    formula: str = FORMULA,
    preamble: str = RECITALS,
    body: str = BODY,
    closing: str = CLOSING,
    attachments: str = "",
    language: str = "eng",
    workflow: str = "2030-12-12",
    voting: str = '<voting outcome="adoptedWithoutVote"/>',
) -> str:
    """Give the `<statement>` of one resolution, each part as wished."""
    meta = META.format(language=language, workflow=workflow, voting=voting)
    conclusions = f"<conclusions>{closing}</conclusions>" if closing else ""
    return (
        f'<statement name="resolution">{meta}{head}<preamble>{formula}{preamble}</preamble>'
        f"<mainBody>{body}</mainBody>{conclusions}{attachments}</statement>"
    )


def akn(*statements: str, prolog: str = "") -> bytes:
    """Give the bytes of an Akoma Ntoso file with these statements, of one ordinary resolution if none."""
    inside = "".join(statements) or statement()
    text = f'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">{inside}</akomaNtoso>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{prolog}{text}'.encode()
