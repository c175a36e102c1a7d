"""The requirement checker as a part of the guide: its blocks as plain data, faults beside their fields, its outline."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from layanan.guides.checker import Answer, Fault, Question, Walk, conditions, faults, is_needed, outline

if TYPE_CHECKING:
    from layanan.guides.models import ServiceGuidePage

LINES = 60  # of the outline in the editor


def questions(guide: "ServiceGuidePage") -> list[Question]:
    return [
        Question(
            block.value["key"],
            block.value["text"],
            tuple(
                Answer(answer["key"], answer["text"], answer["next"] or "", bool(answer["extras"]))
                for answer in block.value["answers"]
            ),
        )
        for block in guide.checker
    ]


def tree_faults(guide: "ServiceGuidePage") -> list[Fault]:
    asked = [conditions(block.value.get("only_for") or "") for block in guide.requirements]
    return faults(questions(guide), asked)


def check_tree(guide: "ServiceGuidePage") -> None:
    """Raises ValidationError with each fault beside the field it is about."""
    found = tree_faults(guide)
    if found:
        whole = [fault.message for fault in found if fault.question is None]
        numbers = sorted({fault.question for fault in found if fault.question is not None})
        blocks = {number: _of_question([f for f in found if f.question == number]) for number in numbers}
        error = StreamBlockValidationError(block_errors=blocks, non_block_errors=whole)
        raise ValidationError({"checker": error})


def _of_question(found: list[Fault]) -> StructBlockValidationError:
    own = _by_field([fault for fault in found if fault.answer is None])
    answers = sorted({fault.answer for fault in found if fault.answer is not None})
    if answers:
        errors = {
            number: StructBlockValidationError(_by_field([f for f in found if f.answer == number]))
            for number in answers
        }
        own["answers"] = ListBlockValidationError(block_errors=errors)
    return StructBlockValidationError(own)


def _by_field(found: list[Fault]) -> dict[str, ValidationError]:
    fields = {fault.field: [] for fault in found}
    for fault in found:
        fields[fault.field].append(fault.message)
    return {name: ValidationError(messages) for name, messages in fields.items()}


def needed(guide: "ServiceGuidePage", walk: Walk) -> list[tuple[str, dict]]:
    """What to bring after these answers, in the order of the guide: the id of each thing, and its texts."""
    given = walk.keys
    found = [
        (block.id, block.value)
        for block in guide.requirements
        if is_needed(conditions(block.value.get("only_for") or ""), given)
    ]
    for block in guide.checker:
        for answer in block.value["answers"]:
            if answer["key"] in given:
                found += [(extra.id, extra.value) for extra in answer["extras"].bound_blocks]
    return found


def extra_ids(guide: "ServiceGuidePage") -> list[str]:
    """The ids of all things that are needed only after some answer and stand in no list of the guide itself."""
    return [
        extra.id
        for block in guide.checker
        for answer in block.value["answers"]
        for extra in answer["extras"].bound_blocks
    ]


class CheckerPanel(MultiFieldPanel):
    """The questions, and below them what the saved ones amount to."""

    def __init__(self, children=None, **kwargs):
        kwargs.setdefault("heading", "Pemeriksa syarat")
        kwargs.setdefault("classname", "collapsed")
        field = FieldPanel(
            "checker",
            help_text="Beberapa pertanyaan yang berakhir pada daftar yang tepat. Yang paling atas ditanyakan lebih "
            "dulu. Boleh dikosongkan.",
        )
        super().__init__(children or [field, OutlinePanel()], **kwargs)


class OutlinePanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/guides/checker_outline.html"

        def is_shown(self):
            return bool(self.instance.checker)

        def get_context_data(self, parent_context=None):
            lines = outline(questions(self.instance), LINES)
            return super().get_context_data(parent_context) | {
                "lines": [
                    {"step": depth + 1, "question": question.text, "answer": answer.text, "ends": ends}
                    for depth, question, answer, ends in lines
                ],
                "faults": list(dict.fromkeys(fault.message for fault in tree_faults(self.instance))),
            }
