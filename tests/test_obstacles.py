"""What a pose would go through: the pictures never show a leg in a wall, and the check says so first."""

import pytest

from generator.figure.obstacles import find_obstacle
from generator.model.kinds.exercise import Exercise
from generator.model.pose import Angles, Posture
from tests.drawn_site import Drawn


@pytest.mark.parametrize(
    ("posture", "angles", "obstacle"),
    [
        (Posture.SITTING, Angles(hip=50), "the floor"),
        (Posture.SITTING, Angles(hip=70, knee=0), "the seat of the chair"),
        (Posture.SITTING_BACK_SUPPORTED, Angles(trunk=-25), "the back of the chair"),
        (Posture.LEGS_OUT, Angles(hip=40), "the bed"),
        (Posture.ONE_LEG_OUT, Angles(other_hip=20, other_knee=0), "the floor"),
        (Posture.STANDING_AT_WALL, Angles(hip=110, knee=10), "the wall"),
        (Posture.STANDING_AT_WALL, Angles(trunk=60), "the wall"),
        (Posture.STANDING_AT_CHAIR, Angles(hip=40, knee=0), "the chair"),
    ],
    ids=str,
)
def test_what_is_in_the_way_of_a_pose_is_named(posture: Posture, angles: Angles, obstacle: str) -> None:
    assert find_obstacle(posture, angles) == obstacle


@pytest.mark.parametrize("posture", Posture, ids=lambda posture: posture.value)
def test_nothing_is_in_the_way_of_a_posture_as_it_is(posture: Posture) -> None:
    assert find_obstacle(posture, Angles()) is None


def test_nothing_is_in_the_way_of_our_own_exercises(drawn: Drawn) -> None:
    ours = [thing for thing in drawn.things.values() if isinstance(thing, Exercise)]
    poses = [(one.shown.posture, angles) for one in ours for angles in (one.shown.start, one.shown.end)]
    assert len(poses) > 20
    assert {find_obstacle(*pose) for pose in poses} == {None}
