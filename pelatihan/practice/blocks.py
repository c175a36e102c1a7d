"""The checks of an exercise as blocks: what of the catalogue, in which order, with which settings."""

from wagtail import blocks

from pelatihan.practice.checks.catalogue import CHECKS


class ChecksBlock(blocks.StreamBlock):
    def __init__(self, local_blocks=None, **kwargs):
        known = [(key, check.block()) for key, check in CHECKS.items()]
        super().__init__([*known, *(local_blocks or [])], **kwargs)
