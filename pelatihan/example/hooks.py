"""Tells ``load_example`` where this app's builder is; by name, since only that command should pay for its import."""

from wagtail import hooks


@hooks.register("load_example_content", order=30)
def builder() -> str:
    return "pelatihan.example.builder.load_pelatihan"
