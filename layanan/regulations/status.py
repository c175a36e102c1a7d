"""Keeps the stored status of regulations true to the relations of those that are published.

Everything here happens in the transaction that publishes, unpublishes, changes or deletes a regulation, so nobody can
read a revoked one as in force. `verify` looks whether that holds.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_delete
from wagtail.signals import page_unpublished

from layanan.regulations import citations, queries, relations


# The models call these, so they are looked up by name here.
def _regulations():
    return apps.get_model("layanan", "RegulationPage").objects


def _relations():
    return apps.get_model("layanan", "RegulationRelation").objects


def hold(page) -> set[int] | None:
    """Before a regulation is saved: the keys of those whose status may change with it, locked so that two savings at
    once cannot each miss what the other does; None where it is a draft and stays one. Links what the page only names
    and the site has."""
    before = list(_relations().filter(page=page.pk).values_list("target", "official")) if page.pk else []
    if not page.in_register:
        return None  # written to practise: it does nothing to any
    if not page.live and not any(official for _, official in before):
        return None
    now = list(page.relations.all())
    for relation in now:
        _find_target(page, relation)
    targets = {target for target, _ in before} | {relation.target_id for relation in now} | {page.pk}
    targets.discard(None)
    _lock(targets)
    return targets


def _find_target(page, relation) -> None:
    """Sets the target of a relation that only names it, where the rules allow the two to be joined."""
    read = citations.read(relation.citation)
    if relation.target_id or read is None:
        return
    target = (
        _regulations()
        .filter(official=True, kind=read.kind, number__iexact=read.number, year=read.year)
        .exclude(pk=page.pk)
        .first()
    )
    if target and not queries.relation_faults(page, [(relation.kind, target)]):
        relation.target = target


def _lock(keys: Iterable[int]) -> None:
    list(_regulations().select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk").values_list("pk"))


def follow(page, touched: set[int]) -> None:
    """After a regulation was saved: the statuses of all that `hold` gave, and its own."""
    _relations().filter(page=page.pk).exclude(official=page.live).update(official=page.live)
    if page.live:
        link(page)
    refresh(touched | {page.pk})
    page.status = _regulations().values_list("status", flat=True).get(pk=page.pk)


def link(page) -> None:
    """Links the relations that were waiting for this regulation."""
    key = citations.key(page.kind, page.number, page.year)
    waiting = _relations().filter(target=None, citation_key=key).exclude(page=page.pk) if key else ()
    for relation in waiting:
        if not queries.relation_faults(relation.page, [(relation.kind, page)]):
            _relations().filter(pk=relation.pk).update(target=page, citation=page.title[:400])


def refresh(keys: Iterable[int]) -> None:
    """Writes the statuses that follow from the relations of published regulations now."""
    for status, pks in _statuses(keys).items():
        _regulations().filter(pk__in=pks).exclude(status=status).update(status=status)


def _statuses(keys: Iterable[int]) -> dict[str, list[int]]:
    kinds = {key: set() for key in keys}
    for target, kind in (
        _relations().filter(official=True, target__in=list(kinds)).values_list("target", "kind")
    ):
        kinds[target].add(kind)
    found = defaultdict(list)
    for key, its_kinds in kinds.items():
        found[relations.status_of(its_kinds)].append(key)
    return found


def verify(repair: bool = False) -> list[tuple[str, str, str]]:
    """The regulations whose stored status is not what the relations say: title, stored, right."""
    with transaction.atomic():
        stored = {
            pk: (title, status)
            for pk, title, status in _regulations()
            .filter(in_register=True)
            .values_list("pk", "title", "status")
        }
        wrong = [
            (*stored[pk], status)
            for status, pks in _statuses(stored).items()
            for pk in pks
            if stored[pk][1] != status
        ]
        if repair:
            refresh(stored)
    return sorted(wrong)


def _when_unpublished(instance, **_signal) -> None:
    """Several pages at once are unpublished as general pages, past the regulation's own `save()`."""
    with transaction.atomic():
        _regulations().filter(pk=instance.pk).update(official=False)
        _relations().filter(page=instance.pk).update(official=False)
        refresh(
            set(_relations().filter(page=instance.pk).exclude(target=None).values_list("target", flat=True))
        )


def _when_relation_deleted(instance, **_signal) -> None:
    if instance.official and instance.target_id:
        refresh([instance.target_id])


def connect_signals() -> None:
    """Called once when the app is ready."""
    page_unpublished.connect(
        _when_unpublished,
        sender=apps.get_model("layanan", "RegulationPage"),
        dispatch_uid="regulation-unpublished",
    )
    post_delete.connect(
        _when_relation_deleted,
        sender=apps.get_model("layanan", "RegulationRelation"),
        dispatch_uid="regulation-relation-deleted",
    )
