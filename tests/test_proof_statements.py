"""Each statement of the proof is needed: with any one of them silenced, a loss is not found or not named any more."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest
from conftest import AS_OF
from proof_damage import DAMAGE
from proof_losses import LOSSES, OF_MORE, Files, Loss, caught_by, its_own
from proof_samples import rich_project

from extractor.commands.options import load
from extractor.model import TrackedOrder
from extractor.problems import Problem
from extractor.publish import outputs, proof

SAY = ("same", "members", "counted_members", "missing_file", "Problem", "check")  # what a statement of the proof calls
TOOLS = {"compare", "expected", "finished", "made_of", "table"}  # of the proof; they state nothing themselves
LOST = LOSSES | OF_MORE | DAMAGE
Place = tuple[str, int]  # file and line


class Statements:
    """All statements of the proof: which of them found something since ``found`` was cleared, and one that is silenced."""

    def __init__(self, patch: pytest.MonkeyPatch):
        self.found: set[Place] = set()
        self.silenced: Place | None = None
        for module in _modules():
            for name in set(SAY) & set(vars(module)):
                patch.setattr(module, name, self._heard(getattr(module, name)))

    def _heard(self, say: Callable[..., object]) -> Callable[..., object]:
        def said(*words: object, **more: object) -> object:
            frame, problems = sys._getframe(1), say(*words, **more)
            place = (frame.f_code.co_filename, frame.f_lineno)
            if place == self.silenced:
                return [] if isinstance(problems, list) else Problem("", 0, 0, "")
            if problems:
                self.found.add(place)
            return problems

        return said


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(proof.__path__):
        if found.name not in TOOLS:
            yield importlib.import_module(f"{proof.__name__}.{found.name}")


def written() -> Iterator[tuple[Place, Place]]:
    """First and last line of each statement, as the modules have them."""
    for module in _modules():
        file = str(module.__file__)
        for node in ast.walk(ast.parse(Path(file).read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAY:
                yield (file, node.lineno), (file, node.end_lineno or node.lineno)


def is_missed(loss: Loss, orders: tuple[TrackedOrder, ...], pages: Files) -> bool:
    """True for a loss that nothing finds, or that nothing names."""
    try:
        return not caught_by(loss, orders, pages, its_own(loss))
    except AssertionError:
        return True


@pytest.mark.slow
def test_no_statement_of_the_proof_can_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    project = load(rich_project(tmp_path / "project"), datetime.fromisoformat(AS_OF))
    pages = {file.path: file.content for file in outputs.outputs(project.orders, project.project)}
    statements = Statements(monkeypatch)
    heard: dict[Place, list[Loss]] = {}
    for loss in LOST.values():
        statements.found.clear()
        assert not is_missed(loss, project.orders, pages)
        for place in statements.found:
            heard.setdefault(place, []).append(loss)
    silent = [first for first, last in written() if not any(first <= place <= last for place in heard)]
    assert not silent, "no loss is found by these"
    idle = []
    for place, losses in sorted(heard.items()):
        statements.silenced = place
        if not any(is_missed(loss, project.orders, pages) for loss in losses):
            idle.append(place)
    assert not idle, "without these each loss is still found"
