"""Builds what tests need, with as little as the rules allow. Pages go below the section that the skeleton made."""
