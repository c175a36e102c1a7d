"""Tells ``load_example`` where this app's builder is; by name, since only that command should pay for its import."""

from wagtail import hooks


@hooks.register("load_example_content", order=20)
def builder() -> str:
    return "layanan.example.builder.load_layanan"
