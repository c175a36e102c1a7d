"""All checks that an exercise may be put together from. A new subject adds a module beside this one, and its checks
here."""

from pelatihan.practice.checks.base import Check
from pelatihan.practice.checks.files import DocumentCheck, PhotoCheck
from pelatihan.practice.checks.news import NewsCheck
from pelatihan.practice.checks.privacy import PersonalDataCheck, PrivateCheck
from pelatihan.practice.checks.regulations import RegulationCheck
from pelatihan.practice.checks.residents import AnswerCheck, DoneCheck
from pelatihan.practice.checks.tables import TableCheck
from pelatihan.practice.checks.versions import (
    ApprovalCheck,
    RealPageCheck,
    RestoreCheck,
    ScheduleCheck,
    UnpublishCheck,
)

CHECKS: dict[str, Check] = {
    check.key: check
    for check in (
        NewsCheck(),
        PhotoCheck(),
        DocumentCheck(),
        RegulationCheck(),
        RestoreCheck(),
        ScheduleCheck(),
        ApprovalCheck(),
        RealPageCheck(),
        UnpublishCheck(),
        PersonalDataCheck(),
        PrivateCheck(),
        TableCheck(),
        AnswerCheck(),
        DoneCheck(),
    )
}
