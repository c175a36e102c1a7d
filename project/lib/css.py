"""Style sheets as they travel: nobody on a village connection pays for our remarks."""

import re

# A quoted string is kept as it is; a comment goes; white space shrinks to one space.
_CSS_TOKEN = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|\s+""", re.DOTALL)
_CSS_AROUND_MARKS = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\s*([{};,])\s*|(?<=:)\s+""", re.DOTALL
)


def shrink_css(css: str) -> str:
    """The same rules without comments and without white space that means nothing.

    Spaces around `>`, `+` and before `:` stay: they carry meaning inside calc() and in selectors.
    """
    css = _CSS_TOKEN.sub(lambda found: found[1] or " ", css)
    css = _CSS_AROUND_MARKS.sub(lambda found: found[1] or found[2] or "", css)
    return css.replace(";}", "}").strip()
