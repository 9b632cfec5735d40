"""A picture of the evidence, as SVG: which condition was studied, with how many people, and how sure that makes us."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from generator.linking.address import Named
from generator.model.fields import Certainty
from generator.model.kinds.study import Study

MOST_ROWS: Final = 24
"""Conditions. More would not fit on two screens; those with the most people are shown."""

MOST_CIRCLES: Final = 30
"""Circles, of some 300 bytes each. With more the page would have over 40 KB; the table holds all studies."""

_COLUMNS: Final = (Certainty.VERY_LOW, Certainty.LOW, Certainty.MODERATE, Certainty.HIGH)
_WIDTH: Final = 360
"""User units. About the pixels of a narrow phone, so that the letters there have their own size."""

_COLUMN: Final = _WIDTH / len(_COLUMNS)
_HEAD: Final = 34
_LABEL: Final = 22
_NUMBER: Final = 14
_GAP: Final = 6
_LEAST_RADIUS: Final = 4.0
_MOST_RADIUS: Final = 20.0


@dataclass(frozen=True)
class StudiedCondition:
    """A condition and the studies that are about it."""

    condition: Named
    studies: tuple[Study, ...]

    @property
    def people(self) -> int:
        """All people who took part; somebody in a review of trials and in one of the trials is counted twice."""
        return sum(study.people or 0 for study in self.studies)


@dataclass(frozen=True)
class _Circle:
    x: float
    y: float
    radius: float
    study: Study


def draw_evidence_map(conditions: Iterable[StudiedCondition]) -> Markup:
    """Draw a row for each condition, a column for each certainty and a circle for each study, its area its people.

    The SVG takes its colours from the classes `direct`, `indirect` and `unknown`, and is one block of HTML without a
    blank line, which Markdown leaves alone.
    """
    rows = _that_fit(sorted(conditions, key=lambda row: (-row.people, row.condition.name))[:MOST_ROWS])
    most = max((study.people or 0 for row in rows for study in row.studies), default=1) or 1
    y = float(_HEAD)
    parts: list[Markup] = []
    for row in rows:
        parts.append(Markup('<text class="row" x="0" y="{:g}">{}</text>').format(y + 15, escape(row.condition.name)))
        height = 0.0
        for place, certainty in enumerate(_COLUMNS):
            studies = sorted((s for s in row.studies if s.certainty is certainty), key=lambda s: -(s.people or 0))
            circles, used = _pack(studies, place * _COLUMN, y + _LABEL, most)
            parts.extend(_draw(circle) for circle in circles)
            height = max(height, used)
        y += _LABEL + height + _GAP
        parts.append(Markup('<path class="line" d="M0 {0:g}H{1}"/>').format(y - _GAP / 2, _WIDTH))
    return Markup(
        '<figure class="evidence-map"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {:g}" role="img" '
        'aria-label="{}">{}{}</svg></figure>'
    ).format(_WIDTH, y, _said(rows), Markup("").join(_heads(y)), Markup("").join(parts))


def _that_fit(rows: list[StudiedCondition]) -> list[StudiedCondition]:
    """Keep the rows, and the largest studies of the last, up to the most circles that a picture may have."""
    kept: list[StudiedCondition] = []
    left = MOST_CIRCLES
    for row in rows:
        largest = tuple(sorted(row.studies, key=lambda study: -(study.people or 0))[:left])
        if largest:
            kept.append(StudiedCondition(row.condition, largest))
        left -= len(largest)
    return kept


def _heads(height: float) -> Iterator[Markup]:
    yield Markup('<text class="axis" x="0" y="11">How sure we can be</text>')
    for place, certainty in enumerate(_COLUMNS):
        yield Markup('<text class="column" x="{:g}" y="27">{}</text>').format(place * _COLUMN, certainty.label)
        if place:
            yield Markup('<path class="line" d="M{:g} {}V{:g}"/>').format(place * _COLUMN - 3, _HEAD - 18, height)


def _pack(studies: list[Study], left: float, top: float, most: int) -> tuple[list[_Circle], float]:
    """Set circles side by side from the left, on as many lines as they need; tell the height that they take."""
    circles: list[_Circle] = []
    x, line, height = left, top, 0.0
    for study in studies:
        radius = _radius(study, most)
        width = max(2 * radius, 8.0 + 6 * len(str(study.people or "?")))
        if x > left and x + width > left + _COLUMN - _GAP:
            line += height
            x, height = left, 0.0
        circles.append(_Circle(x + width / 2, line + radius + 2, radius, study))
        x += width + 2
        height = max(height, 2 * radius + _NUMBER + 4)
    return circles, line + height - top


def _radius(study: Study, most: int) -> float:
    if study.people is None:
        return _LEAST_RADIUS + 2
    return max(_LEAST_RADIUS, _MOST_RADIUS * math.sqrt(study.people / most))


def _draw(circle: _Circle) -> Markup:
    study = circle.study
    look = "unknown" if study.people is None else "direct" if study.is_direct else "indirect"
    return Markup(
        '<circle class="{}" cx="{:.4g}" cy="{:.5g}" r="{:.3g}"><title>{}</title></circle>'
        '<text class="people" x="{:.4g}" y="{:.5g}">{}</text>'
    ).format(
        look,
        circle.x,
        circle.y,
        circle.radius,
        study.name,
        circle.x,
        circle.y + circle.radius + 11,
        study.people if study.people is not None else "?",
    )


def _said(rows: list[StudiedCondition]) -> str:
    """Say the picture in words, for who cannot see it."""
    found = (f"{row.condition.name}: {len(row.studies)}" for row in rows)
    return f"Number of studies for each condition. {'; '.join(found)}. The table below holds them all."
