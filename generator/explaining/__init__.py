"""What each diagnostic means, with an example: for the terminal and for the handbook, in the same words."""

from generator.explaining.explain import explain, explanation_groups

__all__ = ["explain", "explanation_groups"]
