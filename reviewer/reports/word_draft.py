"""The diagonal 草稿 on every page of a Word file.

VML text art in the page head, as Word's own 水印 command makes it: Word, WPS and LibreOffice know
it, and Word offers to remove it under the same command.
"""

from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_SHAPE_TYPE = """
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
    path="m@7,l@8,m@5,21600l@6,21600e">
  <v:formulas>
    <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
    <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
    <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
    <v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
    <v:f eqn="sum @6 0 @5"/>
  </v:formulas>
  <v:path textpathok="t" o:connecttype="custom"
      o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
  <v:textpath on="t" fitshape="t"/>
  <v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
  <o:lock v:ext="edit" text="t" shapetype="t"/>
</v:shapetype>
"""
_PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:330;"
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
    "mso-position-vertical:center;mso-position-vertical-relative:page"
)
_SIZE = (360, 120)
"""Width and height in points: as large as in the PDF."""


def add_draft_mark(head: Paragraph) -> None:
    """Put the mark into the paragraph of a page head; it lies behind the text of the page."""
    place = _PLACE.format(width=_SIZE[0], height=_SIZE[1])
    run = parse_xml(
        f"<w:r {_NAMES}><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}"
        f'<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" '
        f'style="{place}" o:allowincell="f" fillcolor="#b0241c" stroked="f">'
        '<v:fill opacity="6554f"/>'
        '<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="草　稿"/>'
        "</v:shape></w:pict></w:r>"
    )
    head._p.append(run)  # noqa: SLF001 — VML has no public way
