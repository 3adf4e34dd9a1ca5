"""The type scale: one style per role of text, the same in every theme (`visual.md` §1.3)."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.style import TextStyle


def type_scale(lang: str) -> Mapping[str, TextStyle]:
    """Return the styles by role; Chinese is set with more leading than English, as its glyphs fill their boxes."""
    zh = lang.startswith("zh")
    roomy, tight, head = (1.15, 1.05, 1.0) if zh else (1.05, 1.0, 0.95)
    return {
        "cover-title": TextStyle((44, 40, 36), bold=True, color="on-brand", line=head, major=True),
        "cover-subtitle": TextStyle((20, 18), color="on-brand", line=roomy),
        "cover-tag": TextStyle((14, 13, 12), bold=True, color="on-brand-accent", line=tight),
        "cover-label": TextStyle((12,), color="on-brand-muted", line=tight, after=4, tight_after=2),
        "cover-meta": TextStyle((14, 13, 12), color="on-brand", line=tight),
        "section-number": TextStyle((96,), bold=True, color="on-brand-faint", line=0.9, major=True),
        "section-number-dropped": TextStyle(
            (180, 144, 120, 96), bold=True, color="on-brand-faint", line=0.9, major=True
        ),
        "section-title": TextStyle((40, 36, 32), bold=True, color="on-brand", line=head, major=True),
        "section-promise": TextStyle((20, 18), color="on-brand", line=roomy),
        "section-tracker": TextStyle((14, 13, 12), color="on-brand-muted", line=tight),
        "step-number": TextStyle((28,), bold=True, color="on-brand-accent", after=6, tight_after=4, major=True),
        "step": TextStyle((20, 18), bold=True, color="on-brand", line=roomy, after=10, tight_after=6),
        "step-facts": TextStyle((14,), color="on-brand-muted", line=tight),
        "agenda-title": TextStyle((36, 32, 28, 24), bold=True, line=head, major=True),
        "agenda-number": TextStyle((28,), bold=True, color="accent", major=True),
        "agenda-note": TextStyle((14, 13, 12), color="muted", line=tight),
        "agenda-page": TextStyle((14,), color="muted", align="right"),
        "band-label": TextStyle((20, 18), bold=True, color="on-accent", align="center"),
        "claim": TextStyle((20, 18), bold=True, line=roomy),
        "statement": TextStyle((36, 32, 28), bold=True, line=1.1 if zh else 1.0, major=True),
        "quote": TextStyle((30, 28, 26), line=roomy, after=18, tight_after=12, major=True),
        "title": TextStyle((28, 26, 24), bold=True, line=head, major=True),
        "lede": TextStyle((18, 17, 16), color="muted"),
        "takeaway": TextStyle((18, 17, 16), bold=True),
        "head": TextStyle((20, 18), bold=True, after=6, tight_after=4),
        "body": TextStyle((18, 17, 16), line=roomy, after=8, tight_after=6),
        "body-medium": TextStyle((18, 17, 16), line=roomy, after=12, tight_after=8),
        "body-roomy": TextStyle((20, 18, 17, 16), line=roomy, after=18, tight_after=12),
        "detail": TextStyle((16, 15, 14), line=roomy, after=6, tight_after=4),
        "detail-small": TextStyle((14,), line=roomy, after=6, tight_after=4),
        "table-head": TextStyle((14, 13, 12), bold=True, color="muted", line=tight),
        "table-cell": TextStyle((14, 13, 12), line=tight),
        "table-cell-large": TextStyle((16, 15, 14, 13, 12), line=tight),
        "appendix": TextStyle((14, 13, 12), line=roomy, after=6, tight_after=4),
        "event-date": TextStyle((16,), bold=True, line=tight, after=4, tight_after=2),
        "label": TextStyle((14, 13, 12), line=tight),
        "caption": TextStyle((12,), color="muted"),
        "kicker": TextStyle((12,), bold=True, color="accent-text"),
        "tracker": TextStyle((12,), color="muted", align="right"),
        "number": TextStyle((40,), bold=True, color="accent", line=0.9, major=True),
        "kpi": TextStyle((54, 48, 40), bold=True, line=0.9, after=4, tight_after=2, major=True),
        "hero": TextStyle((120, 104, 88), bold=True, color="accent", line=0.9, major=True),
        "source": TextStyle((10,), color="muted", line=tight),
        "footer": TextStyle((10,), color="muted"),
        "footer-right": TextStyle((10,), color="muted", align="right"),
    }
