"""The search of the database, with every sign that a person types taken as no more than a gap between words.

SQLite's full text search has a language of its own (`"`, `*`, `NEAR`). The search engine puts each word between
quotation marks, which makes it plain text, but does not mind those inside it: one in a search of the admin ended the
quotation, and the request with an error; and a sign that stood alone was a word that nothing has. The public search
never gets there, as it asks with letters and digits only.
"""

from django.db import connection
from modelsearch.backends import database
from modelsearch.query import Phrase, PlainText

NO_WORD = "-"  # which nothing is found by


class _Words:
    """For the compilers of SQLite's queries."""

    def build_search_query_content(self, query, config=None):
        if isinstance(query, PlainText):
            query = PlainText(_words(query.query_string), operator=query.operator)
        elif isinstance(query, Phrase):
            query = Phrase(_words(query.query_string))
        return super().build_search_query_content(query, config=config)


def _words(text: str) -> str:
    terms = text.replace('"', " ").replace("\0", " ").split()
    return " ".join(term for term in terms if any(map(str.isalnum, term))) or NO_WORD


def SearchBackend(params):  # noqa: N802 (the name that the settings look for)
    """The one for the database in use. PostgreSQL's needs no help, and SQLite's cannot be imported beside it."""
    backend = database.SearchBackend(params)
    if connection.vendor == "sqlite":
        for name in ("query_compiler_class", "autocomplete_query_compiler_class"):
            setattr(backend, name, type("WordsCompiler", (_Words, getattr(backend, name)), {}))
    return backend
