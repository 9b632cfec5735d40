"""How one thing makes use of another: what a page's cautions are computed from."""

from dataclasses import dataclass

from generator.model.fields import ThingId


@dataclass(frozen=True)
class Use:
    """A thing put to use: a routine's step puts a technique to use on an area; a technique puts a tool to use."""

    thing: ThingId
    area: ThingId | None = None
