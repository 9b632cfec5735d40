"""SVGs that run, fetch, lead elsewhere, move or overwhelm, and logos as drawing programs really write them."""

from typing import Final

XMLNS: Final = 'xmlns="http://www.w3.org/2000/svg"'
XLINK: Final = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = "") -> str:
    """Put something into an SVG that is sound but for it; it begins in line 2, column 1."""
    return f'<svg {XMLNS} {XLINK} viewBox="0 0 9 9"{attributes}>\n{inside}\n</svg>'


HOSTILE: Final = {
    "script": svg("<script>alert(1)</script>"),
    "script in capitals": svg("<SCRIPT>alert(1)</SCRIPT>"),
    "script by a prefix": svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
    "script by a prefix that looks like an editor's": svg(
        '<inkscape:script xmlns:inkscape="http://www.w3.org/2000/svg">alert(1)</inkscape:script>'
    ),
    "script of a web page": svg('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'),
    "script in CDATA": svg("<script><![CDATA[alert(1)]]></script>"),
    "script by a link": svg('<script xlink:href="data:text/javascript,alert(1)"/>'),
    "script in the notes": svg("<metadata><script>alert(1)</script></metadata>"),
    "script in an editor's element": svg(
        '<i:x xmlns:i="http://www.inkscape.org/namespaces/inkscape"><script>alert(1)</script></i:x>'
    ),
    "script after a comment that seems open": svg("<!-- <g a=' <!--><script>alert(1)</script><!-- ' -->"),
    "script after CDATA with a comment": svg("<desc><![CDATA[<!--]]></desc><script>alert(1)</script><!-- -->"),
    "onload": svg("<g/>", ' onload="alert(1)"'),
    "onload in an inner svg": svg('<svg onload="alert(1)"/>'),
    "onclick in capitals": svg('<g onClick="alert(1)"/>'),
    "onload on an editor's element": svg('<i:x xmlns:i="http://www.inkscape.org/" onload="alert(1)"/>'),
    "handler of XML Events": svg('<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">1</handler>'),
    "attribute of XML Events": svg('<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>'),
    "listener": svg('<listener event="load" handler="#x"/>'),
    "link": svg('<a href="https://elsewhere.example/"><path d="M0 0"/></a>'),
    "link within": svg('<a href="#x"><path d="M0 0"/></a>'),
    "link to a program": svg('<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>'),
    "href to a program": svg('<use href="javascript:alert(1)"/>'),
    "href after control characters": svg('<use href="&#9;&#10;javascript:alert(1)"/>'),
    "href in numbers": svg('<use href="&#x6a;avascript:alert(1)"/>'),
    "href after a space": svg('<use href=" #x"/>'),
    "use of another file": svg('<use href="other.svg#x"/>'),
    "use of another site": svg('<use xlink:href="//elsewhere.example/x.svg#x"/>'),
    "use by another prefix": svg('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="other.svg#x"/>'),
    "use of data": svg('<use href="data:image/svg+xml;base64,PHN2Zz4=#x"/>'),
    "gradient of another file": svg('<linearGradient href="other.svg#x"/>'),
    "base elsewhere": svg('<g xml:base="https://elsewhere.example/"><use href="#x"/></g>'),
    "picture of another site": svg('<image href="https://elsewhere.example/x.png"/>'),
    "picture in data": svg('<image xlink:href="data:image/png;base64,iVBORw0KGgo="/>'),
    "picture in a filter": svg('<filter><feImage href="#x"/></filter>'),
    "style that imports": svg('<style>@import "x.css";</style>'),
    "style that imports in capitals": svg("<style>@IMPORT url(x.css);</style>"),
    "style that imports in CDATA": svg('<style><![CDATA[@import "x.css";]]></style>'),
    "style that imports in numbers": svg('<style>&#64;import "x.css";</style>'),
    "style that imports in escapes": svg('<style>@\\69mport "x.css";</style>'),
    "style that imports around a comment": svg('<style>@im<!-- -->port "x.css";</style>'),
    "style that fetches": svg("<style>path{fill:url(https://elsewhere.example/x)}</style>"),
    "style that fetches a font": svg("<style>@font-face{font-family:x;src:url('x.woff2')}</style>"),
    "style that fetches a font in data": svg(
        "<style>@font-face{font-family:x;src:url(data:font/woff2;base64,)}</style>"
    ),
    "style that fetches by a set": svg("<style>g{cursor:image-set('x.png' 1x)}</style>"),
    "style that fetches by an old set": svg("<style>g{cursor:-webkit-image-set('x.png' 1x)}</style>"),
    "style in an attribute": svg('<g style="fill:url( //elsewhere.example/x )"/>'),
    "style in an attribute in escapes": svg('<g style="fill:u\\72l(//elsewhere.example/x)"/>'),
    "style in an attribute of its own": svg('<g fill="URL(x.svg#y)"/>'),
    "style in an attribute of its own in escapes": svg('<g fill="u\\72l(x.svg#y)"/>'),
    "style of a filter elsewhere": svg('<g filter="url(x.svg#y)"/>'),
    "style with an expression": svg('<g style="width:expression(alert(1))"/>'),
    "style with a program": svg('<g style="-moz-binding:none"/>'),
    "style of a web page": svg('<style xmlns="http://www.w3.org/1999/xhtml">@import "x.css";</style>'),
    "style that moves": svg("<style>@keyframes x{to{opacity:0}}g{animation:x 1s infinite}</style>"),
    "style that moves by an old name": svg("<style>@-webkit-keyframes x{to{opacity:0}}</style>"),
    "foreign object": svg("<foreignObject><p>x</p></foreignObject>"),
    "frame of a web page": svg('<iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>'),
    "frame by a prefix": svg('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="x"/>'),
    "element without a namespace": svg('<g xmlns=""/>'),
    "mathematics": svg('<math xmlns="http://www.w3.org/1998/Math/MathML"/>'),
    "animated link": svg('<g><animate attributeName="href" values="javascript:alert(1)"/></g>'),
    "animation": svg('<animateTransform attributeName="transform" type="rotate" dur="1s"/>'),
    "set": svg('<set attributeName="onclick" to="alert(1)"/>'),
    "style sheet by an instruction": f'<?xml-stylesheet href="x.xsl"?>{svg("<g/>")}',
    "instruction within": svg("<?php echo 1 ?>"),
    "document type": f"<!DOCTYPE svg>{svg('<g/>')}",
    "entity of a file": f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{svg("<text>&x;</text>")}',
    "entity in an attribute": "<!DOCTYPE svg [<!ENTITY x 'javascript:'>]>" + svg('<use href="&x;alert(1)"/>'),
    "entities of entities": f"<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>{svg('<text>&b;</text>')}",
    "document type after a comment": f"<!-- <!DOCTYPE svg> --><!DOCTYPE svg [<!ENTITY x 'y'>]>{svg('<g/>')}",
    "attribute by document type": f"<!DOCTYPE svg [<!ATTLIST g onload CDATA 'alert(1)'>]>{svg('<g/>')}",
    "unknown element": svg("<audio/>"),
    "sound": svg('<audio xmlns="http://www.w3.org/1999/xhtml" src="x.mp3"/>'),
}
"""Each is refused as unsafe, and with no other code."""

PLAIN: Final = svg(
    "<title>Hillside</title><desc>A hill; data: 1 &amp; 2 <![CDATA[<!DOCTYPE svg> <?go?>]]></desc><!-- <script/> -->"
    '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/>'
    '</linearGradient><g id="x"><circle r="1"/></g></defs>'
    '<rect width="9" height="9" fill="url(#g)"/><use href="#x"/><use xlink:href="#x" xlink:type="simple"/>'
    '<text font-family="Arial" style="fill: url(\'#g\')" xml:space="preserve"> A &gt; B</text>',
    ' role="img" aria-label="Hillside: javascript free" data-name="C:\\logo" preserveAspectRatio="xMidYMid"',
)

INKSCAPE: Final = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->

<svg
   width="60mm"
   height="20mm"
   viewBox="0 0 60 20"
   version="1.1"
   id="svg5"
   inkscape:version="1.2.2 (b0a8486541, 2022-12-01)"
   sodipodi:docname="logo.svg"
   inkscape:export-filename="C:\\Users\\front desk\\logo.png"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:cc="http://creativecommons.org/ns#"
   xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:xlink="http://www.w3.org/1999/xlink"
   xmlns="http://www.w3.org/2000/svg"
   xmlns:svg="http://www.w3.org/2000/svg">
  <sodipodi:namedview
     id="namedview7"
     pagecolor="#ffffff"
     inkscape:document-units="mm"
     showgrid="false"><inkscape:grid type="xygrid" id="grid1" /></sodipodi:namedview>
  <metadata id="metadata5"><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage" /></cc:Work></rdf:RDF></metadata>
  <defs id="defs2"><linearGradient inkscape:collect="always" id="linearGradient857">
      <stop style="stop-color:#0000ff;stop-opacity:1" offset="0" id="stop853" /></linearGradient>
    <radialGradient xlink:href="#linearGradient857" id="r1" />
    <inkscape:path-effect effect="spiro" id="path-effect1" />
    <filter id="f1" style="color-interpolation-filters:sRGB"><feGaussianBlur stdDeviation="1" /></filter></defs>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1">
    <path style="fill:url(#linearGradient857);filter:url(#f1);-inkscape-stroke:none" d="M 0,0 Z" id="path1"
       sodipodi:nodetypes="cc" />
    <text xml:space="preserve" style="font-family:Arial;-inkscape-font-specification:'Arial, Normal'"
       id="text1"><tspan sodipodi:role="line" id="tspan1">Praxis am Hügel</tspan></text>
  </g>
</svg>
"""

ILLUSTRATOR: Final = """<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 24.0.1, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<svg version="1.1" id="Ebene_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px"
\t y="0px" viewBox="0 0 283.5 70.9" style="enable-background:new 0 0 283.5 70.9;" xml:space="preserve">
<style type="text/css">
\t.st0{clip-path:url(#SVGID_2_);}
\t.st1{fill:#E30613;font-family:'MyriadPro-Regular';}
</style>
<switch><g>
\t<defs><rect id="SVGID_1_" width="283.5" height="70.9"/></defs>
\t<clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_"  style="overflow:visible;"/></clipPath>
\t<polygon class="st0 st1" points="0,0 10,0 10,10 "/>
\t<text transform="matrix(1 0 0 1 10 10)" class="st1">Physio</text>
</g></switch>
</svg>
"""

FIGMA: Final = """<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
<g filter="url(#filter0_d_1_2)" clip-path="url(#clip0_1_2)"><mask id="path-1" fill="white"><path d="M0 0V24Z"/></mask>
<path d="M0 0H24V24H0V0Z" fill="#D9D9D9" mask="url(#path-1)"/></g>
<defs><filter id="filter0_d_1_2" x="0" y="0" width="24" height="24" filterUnits="userSpaceOnUse">
<feFlood flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" type="matrix" values="0"/>
<feOffset dy="4"/><feComposite in2="hardAlpha" operator="out"/>
<feBlend mode="normal" in2="BackgroundImageFix"/></filter>
<clipPath id="clip0_1_2"><rect width="24" height="24" fill="white"/></clipPath></defs>
</svg>
"""

SKETCH: Final = """<?xml version="1.0" encoding="UTF-8"?>
<svg width="100px" height="50px" viewBox="0 0 100 50" version="1.1" xmlns="http://www.w3.org/2000/svg"\
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:sketch="http://www.bohemiancoding.com/sketch/ns">
    <title>Logo</title><g id="Page-1" stroke="none" sketch:type="MSPage"><use xlink:href="#path-1"></use></g>
</svg>"""

AFFINITY: Final = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg width="100%" height="100%" viewBox="0 0 800 200" version="1.1" xmlns="http://www.w3.org/2000/svg"\
 xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="preserve" xmlns:serif="http://www.serif.com/"\
 style="fill-rule:evenodd;"><g id="Logo" serif:id="Logo (new)"><path d="M0,0Z" style="fill:url(#_Linear1);"/></g>
<defs><linearGradient id="_Linear1"/></defs></svg>"""

HONEST: Final = {
    "plain": (PLAIN, (9, 9)),
    "Inkscape": (INKSCAPE, (227, 76)),
    "Illustrator": (ILLUSTRATOR, (284, 71)),
    "Figma": (FIGMA, (24, 24)),
    "Sketch": (SKETCH, (100, 50)),
    "Affinity": (AFFINITY, (800, 200)),
}
"""Each is taken, with the pixels at which a browser shows it."""
