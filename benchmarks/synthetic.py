"""Synthetic content: N things moulded on the real ones, so that they are as dense in links, citations and steps.

The same real content, number and seed give the same bytes.
"""

import copy as copying
import json
import random
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml

from benchmarks.copies import Copy, Plan, is_universal
from benchmarks.real_content import Moulds, citations_of, read_moulds
from benchmarks.wording import Wording
from generator.model import Record
from generator.model.fields import CitesSource, HoldsMarkup, RefersTo
from generator.model.kinds.anatomy import Anatomy
from generator.model.practice import Treatment
from generator.model.thing import Thing
from generator.reading.yaml_data import Data
from generator.reading.yaml_data import Path as DataPath

DEFAULT_SEED: Final = 20261120

_SHARED: Final = ("mkdocs.yml", "docs", "ARCHITECTURE.md", "site_overrides", "build/docs/.gitignore")
"""What a project needs besides content, taken as it is."""

_MOST_ITEMS: Final = {"steps": 6, "do_not": 4}

_WIDTH: Final = 120
"""Characters in a line, as in the real content."""


def make_project(real: Path, things: int, target: Path, seed: int = DEFAULT_SEED) -> None:
    """Write a project of `things` things into the empty folder `target`, moulded on the project at `real`.

    Raises ValueError where the real content has faults.
    """
    moulds = read_moulds(real)
    plan = Plan(moulds, things, seed)
    maker = _Maker(moulds, plan, seed)
    for copy in plan.copies:
        record = moulds.catalogue.records[copy.id]
        path = target / "content" / record.model.kind.folder / f"{copy.new_id}{record.model.kind.suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(maker.file(record, copy), encoding="utf-8")
    (target / "references.bib").write_text(maker.bibliography(), encoding="utf-8")
    country = moulds.catalogue.settings.country
    if country is not None:
        settings = moulds.catalogue.settings.model_dump(exclude_none=True)
        settings["country"] = plan.leads_to(country, plan.copies[0])
        (target / "settings.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    for name in _SHARED:
        if (real / name).is_dir():
            shutil.copytree(real / name, target / name)
        elif (real / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(real / name, target / name)
    (target / "build" / "docs").mkdir(parents=True, exist_ok=True)


class _Maker:
    """Makes copies, and remembers what they cite."""

    def __init__(self, moulds: Moulds, plan: Plan, seed: int) -> None:
        self._moulds = moulds
        self._plan = plan
        self._wording = Wording(moulds, plan)
        self._random = random.Random(seed)  # noqa: S311 (nothing secret)
        self._cited: dict[str, str] = {}
        self._used = {use.thing for _, thing in moulds.catalogue.of_kind(Thing) for use in thing.uses}

    def file(self, record: Record, copy: Copy) -> str:
        """Write the file of one copy."""
        data = self._data(record, copy)
        if copy.block:
            _widen_codes(data)
            _make_room(data)
        for key in citations_of(record):
            new_key = self._wording.key(key, copy)
            self._cited[new_key] = new_key.rpartition("-")[0]
        body = data.pop("body", None)
        dumped = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
        return dumped if body is None else f"---\n{dumped}---\n{body}"

    def bibliography(self) -> str:
        """Write the entries that the copies cite."""
        entries = self._moulds.catalogue.bib_entries
        raw = ((new, old, entries[old].raw.strip()) for new, old in sorted(self._cited.items()))
        return "".join(f"{text.replace(old, new, 1)}\n\n" for new, old, text in raw)

    def _data(self, record: Record, copy: Copy) -> dict[str, Data]:
        data = copying.deepcopy(dict(record.document.data))
        lists: dict[int, tuple[list[Data], list[str]]] = {}
        for mention in record.mentions:
            if isinstance(mention.mark, RefersTo):
                is_area = mention.path[0] == "phases" and mention.path[-1] == "area"
                value = (
                    self._area_of_step(record, mention.path, mention.value, copy)
                    if is_area
                    else self._plan.leads_to(mention.value, copy)
                )
            elif isinstance(mention.mark, CitesSource):
                value = self._wording.key(mention.value, copy)
            else:
                value = self._wording.text(mention.value, copy)
            holder = _put(data, mention.path, value)
            if isinstance(holder, list) and not isinstance(mention.mark, HoldsMarkup):
                _, kept = lists.setdefault(id(holder), (holder, []))
                may_go = isinstance(mention.mark, RefersTo) and not _is_required(record, mention.path)
                if not may_go or self._plan.has(mention.value, copy):
                    kept.append(value)
        for names, kept in lists.values():
            names[:] = list(dict.fromkeys(kept))
        data["id"] = copy.new_id
        data["name"] = self._wording.name(str(data["name"]), copy)
        also = data.get("also")
        if isinstance(also, list):
            data["also"] = [self._wording.name(str(name), copy) for name in also]
        if record.model is Anatomy:
            data.setdefault("region", copy.id)
        if copy.block and is_universal(self._moulds, copy.id):
            data |= self._narrowed(data, copy)
        return data

    def _area_of_step(self, record: Record, path: DataPath, named: str, copy: Copy) -> str:
        """Find the area of a step: one that the copy of its technique is for, or of what stands in for that."""
        step = record.document.data
        for part in path[:-1]:
            step = step[part]  # type: ignore[index, assignment]  # the path was found by walking it
        real = next(str(step[kind]) for kind in ("technique", "exercise", "tool") if kind in step)
        used = self._plan.leads_to(real, copy)
        owner = next(one for one in self._plan.copies if one.new_id == used)
        treatment = self._moulds.catalogue.find(owner.id, Treatment)
        areas = treatment.areas if treatment is not None else ()
        if not areas:
            return self._plan.leads_to(named, copy)
        there = [area for area in areas if self._plan.has(area, owner)] or list(areas)
        return self._plan.leads_to(named if named in there else there[0], owner)

    def _narrowed(self, data: Mapping[str, Data], copy: Copy) -> dict[str, Data]:
        """Make a caution that holds everywhere one that holds for a single thing of its block, which nothing else uses.

        A site three times as large has no more cautions on a page: blood clots are there once.
        """
        things = self._plan.members(copy.block, ("techniques", "exercises", "tools"))
        alone = [thing for thing in things if thing not in self._used]
        level = "ask-first" if data["level"] == "absolute" else data["level"]
        return {
            "level": level,
            "applies_to": {"things": [f"{self._random.choice(alone or things)}-{copy.mark}"]},
        }


def _widen_codes(data: Mapping[str, Data]) -> None:
    """Say of the codes of a copy that they mean more than its page: a code means one page exactly."""
    codes = data.get("codes")
    for found in codes.values() if isinstance(codes, dict) else ():
        for code in found if isinstance(found, list) else ():
            if isinstance(code, dict):
                code.setdefault("fit", "wider")


def _make_room(data: dict[str, Data]) -> None:
    """Leave out the last of many items: the names of a copy are longer, and the fullest handouts have no room."""
    for name, most in _MOST_ITEMS.items():
        items = data.get(name)
        while isinstance(items, list) and len(items) > most and "[@" not in str(items[-1]):
            items.pop()


def _is_required(record: Record, path: DataPath) -> bool:
    """Tell whether a list must not be empty."""
    field = record.model.model_fields.get(str(path[0]))
    return field is not None and field.is_required()


def _put(data: dict[str, Data], path: DataPath, value: str) -> Data:
    """Put a value in its place, and give the mapping or list that holds it."""
    holder: Data = data
    for part in path[:-1]:
        holder = holder[part]  # type: ignore[index]  # the model walked this very path
    holder[path[-1]] = value  # type: ignore[index]
    return holder


if __name__ == "__main__":  # in a process of its own, so that the memory it takes is not the measuring process's
    arguments = json.loads(sys.argv[1])
    make_project(Path(arguments["real"]), arguments["things"], Path(arguments["target"]), arguments["seed"])
