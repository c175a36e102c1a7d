"""What is found beside pages, and told to search engines: records that residents look for, such as programmes.

A subject answers the hook `register_searched_records` with a function that returns its public records as hits:

    @hooks.register("register_searched_records")
    def programmes():
        return queries.as_hits  # () -> list[Hit], each with a label, an address and no `pk`, in one or two queries

They are few, so they are looked through here, by the rules for pages; what grows with the years belongs on pages.
"""

from wagtail import hooks

from home.search.rules import Hit


def all_records() -> list[Hit]:
    return [hit for tell in hooks.get_hooks("register_searched_records") for hit in tell()()]
