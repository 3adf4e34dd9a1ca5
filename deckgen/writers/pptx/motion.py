"""Motion as PresentationML: how a slide comes, and what on it appears click by click.

All of it is what PowerPoint itself saves: transitions in `mc:AlternateContent` where older programs lack them, and a main
sequence of fade entrances with the list of what is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from deckgen.scene.items import BuildStep, Item, Shape, TextBox, Transition

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P159 = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"

_FADE = 500
"""How long an entrance takes, in milliseconds."""


def transition(kind: Transition) -> str:
    """Return how a slide comes; programs that know no morph fade."""
    if kind == "none":
        return ""
    if kind == "morph":
        choice = f'xmlns:p159="{_P159}" Requires="p159"'
        timed = f' xmlns:p14="{_P14}" spd="slow" p14:dur="2000"'
        return _alternate(choice, timed, '<p159:morph option="byObject"/>', ' spd="slow"', "<p:fade/>")
    effect = "<p:fade/>" if kind == "fade" else "<p:push/>"
    return _alternate(f'xmlns:p14="{_P14}" Requires="p14"', ' spd="med" p14:dur="700"', effect, ' spd="med"', effect)


def _alternate(choice: str, timed: str, effect: str, plain: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice {choice}><p:transition{timed}>{effect}</p:transition></mc:Choice>'
        f"<mc:Fallback><p:transition{plain}>{fallback}</p:transition></mc:Fallback></mc:AlternateContent>"
    )


def timing(steps: Sequence[BuildStep], items: Mapping[str, Item], numbers: Mapping[str, int]) -> str:
    """Return the main sequence: one click per step, all items of a step together."""
    if not steps:
        return ""
    ids = count(3)
    clicks = "".join([_click(step, items, numbers, ids) for step in steps])
    listed = dict.fromkeys((key, bool(step.paragraphs)) for step in steps for key in step.keys)
    builds = "".join([_build(items[key], numbers[key], by_paragraph) for key, by_paragraph in listed])
    built = f"<p:bldLst>{builds}</p:bldLst>" if builds else ""
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq">'
        f"<p:childTnLst>{clicks}</p:childTnLst></p:cTn>"
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
        f"</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>{built}</p:timing>"
    )


def _click(step: BuildStep, items: Mapping[str, Item], numbers: Mapping[str, int], ids: Iterator[int]) -> str:
    outer, inner = next(ids), next(ids)
    first, last = step.paragraphs or (0, -1)
    targets = [
        (items[key], f'<p:spTgt spid="{numbers[key]}"><p:txEl><p:pRg st="{number}" end="{number}"/></p:txEl></p:spTgt>')
        for key in step.keys
        for number in range(first, last + 1)
    ] or [(items[key], f'<p:spTgt spid="{numbers[key]}"/>') for key in step.keys]
    effects = "".join(
        [
            _entrance(item, target, "withEffect" if number else "clickEffect", ids)
            for number, (item, target) in enumerate(targets)
        ]
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_starts("indefinite")}<p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{_starts("0")}<p:childTnLst>{effects}'
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _entrance(item: Item, target: str, node: str, ids: Iterator[int]) -> str:
    """Return a fade entrance; only what stands in the list of builds names its group there."""
    group = ' grpId="0"' if isinstance(item, TextBox | Shape) else ""
    return (
        f'<p:par><p:cTn id="{next(ids)}" presetID="10" presetClass="entr" presetSubtype="0" fill="hold"{group} '
        f'nodeType="{node}">{_starts("0")}<p:childTnLst>'
        f'<p:set><p:cBhvr><p:cTn id="{next(ids)}" dur="1" fill="hold">{_starts("0")}</p:cTn><p:tgtEl>{target}</p:tgtEl>'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set>'
        f'<p:animEffect transition="in" filter="fade"><p:cBhvr><p:cTn id="{next(ids)}" dur="{_FADE}"/>'
        f"<p:tgtEl>{target}</p:tgtEl></p:cBhvr></p:animEffect></p:childTnLst></p:cTn></p:par>"
    )


def _starts(delay: str) -> str:
    return f'<p:stCondLst><p:cond delay="{delay}"/></p:stCondLst>'


def _build(item: Item, number: int, by_paragraph: bool) -> str:
    """Return the entry of a shape in the list of builds; pictures, charts, tables and connectors have none."""
    if not isinstance(item, TextBox | Shape):
        return ""
    if by_paragraph:
        return f'<p:bldP spid="{number}" grpId="0" build="p"/>'
    background = ' animBg="1"' if isinstance(item, Shape) or item.look.fill or item.look.stroke else ""
    return f'<p:bldP spid="{number}" grpId="0"{background}/>'
