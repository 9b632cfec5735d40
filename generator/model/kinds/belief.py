"""Beliefs about massage that the evidence does not bear out, and what is known instead."""

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Labelled, Line, Text
from generator.model.thing import Kind, Thing


class Verdict(Labelled):
    """What the evidence says of a belief."""

    WRONG = "wrong", "Studies speak against it"
    UNSUPPORTED = "unsupported", "Studies have not shown it"
    DISPUTED = "disputed", "Experts and sources disagree"


class Belief(Thing):
    """Something often said of massage that is not known to be true. Only here may a text repeat such words."""

    kind: ClassVar = Kind(
        folder="beliefs",
        singular="belief",
        plural="beliefs",
        title="Often said, not shown",
        lead="What people say about massage, and what is known. You do not need any of these to enjoy a massage.",
        place=85,
        is_rewordable=False,
        group_by="verdict",
        in_navigation=False,
        other_names="People also say",
    )

    verdict: Verdict = Field(
        description="wrong (studies speak against it), unsupported (nobody showed it) or disputed (sources disagree)."
    )
    said: Line = Field(
        description="The belief in the words that people use.", examples=["Massage flushes toxins out of the muscles."]
    )
    known: Text = Field(description="What is known, in plain words, with its sources.")
    fair_to_say: Text = Field(description="What can honestly be said in its place.")
