"""Gathers the models of this app's subjects."""

from layanan.guides.charter import ServiceCharterPage
from layanan.guides.journeys import JourneyPage
from layanan.guides.models import ServiceGuidePage, ServiceIndexPage
from layanan.jdih.models import JdihSettings
from layanan.regulations.models import RegulationIndexPage, RegulationPage, RegulationRelation
from layanan.status.models import ServiceStatus

__all__ = [
    "JdihSettings",
    "JourneyPage",
    "RegulationIndexPage",
    "RegulationPage",
    "RegulationRelation",
    "ServiceCharterPage",
    "ServiceGuidePage",
    "ServiceIndexPage",
    "ServiceStatus",
]
